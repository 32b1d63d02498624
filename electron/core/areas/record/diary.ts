import type { DiaryEntry, DiaryLink, DiaryLinkInput } from '../../../../shared/contract/record.ts';
import { withMasks } from '../../../../shared/domain/masks.ts';
import { rangeProblem } from '../../../../shared/domain/offsets.ts';
import { invalid, missing } from '../../../../shared/errors.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { all, type Db, insert, one, run } from '../../sql.ts';
import { sourceColumns, sourceJoins, sourceNames, type SourceRow } from '../survey/document-read.ts';
import { masksOf } from '../people/masks.ts';

interface LinkRow { entryId: number; kind: DiaryLink['kind']; id: number; start: number; end: number }

/** How each kind of link names what it points to. */
const nameOf: Record<Exclude<DiaryLink['kind'], 'extract'>, string> = {
  question: 'SELECT short_name AS text, NULL AS ink, id AS questionId FROM question WHERE id = ?',
  code: 'SELECT name AS text, ink, NULL AS questionId FROM code WHERE id = ?',
  theme: 'SELECT name AS text, NULL AS ink, NULL AS questionId FROM theme WHERE id = ?',
  merge: "SELECT 'Merge into “' || target_name || '”' AS text, NULL AS ink, NULL AS questionId FROM merge WHERE id = ?",
  analysis: 'SELECT name AS text, NULL AS ink, NULL AS questionId FROM analysis WHERE id = ?',
};

function resolve(db: Db, name: (source: SourceRow) => string, link: LinkRow): DiaryLink {
  const { entryId: _, ...row } = link;
  const gone: DiaryLink = { ...row, text: '', shown: '', fromDocument: false, ink: null, questionId: null, gone: true };
  if (row.kind !== 'extract') {
    const found = one<{ text: string; ink: number | null; questionId: number | null }>(db, nameOf[row.kind], row.id);
    return found ? { ...gone, ...found, gone: false } : gone;
  }
  const item = one<SourceRow & { text: string; questionId: number }>(db, `SELECT i.text, i.question_id AS questionId, ${sourceColumns} FROM item i ${sourceJoins} WHERE i.id = ?`, row.id);
  return item ? { ...gone, text: withMasks(item.text, masksOf(db, [row.id]).get(row.id), row.start, row.end), shown: name(item), fromDocument: item.participantId === null, questionId: item.questionId, gone: false } : gone;
}

function writeLinks(db: Db, entryId: number, links: readonly DiaryLinkInput[]): void {
  for (const link of links) {
    if (link.kind === 'extract') {
      const item = one<{ text: string }>(db, 'SELECT text FROM item WHERE id = ?', link.id);
      if (!item) throw missing('The answer that this entry links to is not there any more.');
      const problem = rangeProblem(item.text, link.start, link.end);
      if (problem) throw invalid(problem);
    } else if (!one(db, nameOf[link.kind], link.id)) throw missing('What this entry links to is not there any more.');
    insert(db, 'INSERT INTO diary_link (entry_id, kind, target_id, start, "end") VALUES (?, ?, ?, ?, ?)', entryId, link.kind, link.id, ...(link.kind === 'extract' ? [link.start, link.end] as const : [0, 0] as const));
  }
}

function mustExist(db: Db, id: number): void {
  if (!one(db, 'SELECT 1 FROM diary_entry WHERE id = ?', id)) throw missing('This diary entry is not there any more.');
}

export const diaryHandlers = {
  'diary.list': ({ db }): DiaryEntry[] => {
    const name = sourceNames(db);
    const links = all<LinkRow>(db, 'SELECT entry_id AS entryId, kind, target_id AS id, start, "end" FROM diary_link ORDER BY id');
    return all<Omit<DiaryEntry, 'links' | 'toDiscuss' | 'inReport'> & { toDiscuss: number; inReport: number }>(db,
      `SELECT id, at, actor, trigger, text, context, to_discuss AS toDiscuss, discussed_with AS discussedWith, discussed_on AS discussedOn, outcome, in_report AS inReport FROM diary_entry ORDER BY at DESC, id DESC`)
      .map((entry) => ({ ...entry, toDiscuss: entry.toDiscuss === 1, inReport: entry.inReport === 1, links: links.filter((link) => link.entryId === entry.id).map((link) => resolve(db, name, link)) }));
  },

  'diary.add': ({ db, now, actor }, { trigger, text, context, links, toDiscuss, inReport }) => {
    const id = insert(db, 'INSERT INTO diary_entry (at, actor, trigger, text, context, to_discuss, in_report) VALUES (?, ?, ?, ?, ?, ?, ?)', now(), actor, trigger, text, context, toDiscuss ? 1 : 0, inReport ? 1 : 0);
    writeLinks(db, id, links);
    return { id };
  },

  'diary.update': ({ db }, { id, trigger, text, links, toDiscuss, inReport }) => {
    mustExist(db, id);
    const bit = (flag: boolean | undefined) => (flag === undefined ? null : flag ? 1 : 0);
    run(db, 'UPDATE diary_entry SET trigger = coalesce(?, trigger), text = coalesce(?, text), to_discuss = coalesce(?, to_discuss), in_report = coalesce(?, in_report) WHERE id = ?', trigger ?? null, text ?? null, bit(toDiscuss), bit(inReport), id);
    if (links) {
      run(db, 'DELETE FROM diary_link WHERE entry_id = ?', id);
      writeLinks(db, id, links);
    }
    return { id };
  },

  'diary.discuss': ({ db }, { id, with: person, on, outcome }) => {
    mustExist(db, id);
    run(db, 'UPDATE diary_entry SET discussed_with = ?, discussed_on = ?, outcome = ?, to_discuss = 0 WHERE id = ?', person, on, outcome, id);
    return { id };
  },

  'diary.remove': ({ db }, { id }) => {
    mustExist(db, id);
    run(db, 'DELETE FROM diary_entry WHERE id = ?', id);
    return { id };
  },
} satisfies Partial<ProjectHandlers>;
