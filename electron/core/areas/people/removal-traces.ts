import { all, type Db, idList, run } from '../../sql.ts';
import type { Removal } from './removal-plan.ts';
import { keepPicture } from '../structure/structure.ts';

/** Tables whose rows hang on an answer; their row images may hold what was written about it. */
const ofItems = ['coding', 'noticing', 'reading', 'examined', 'mask', 'kept_identifier', 'repair'];

/** Takes the row images of what goes out of the log. To be called after the steps were sealed: nothing replays them. */
export function forgetInLog(db: Db, { items, people, questions, analyses, codes }: Removal): void {
  const of = (tables: readonly string[], column: string, ids: readonly number[]) => {
    if (ids.length === 0) return;
    run(db, `DELETE FROM change WHERE tbl IN (${tables.map((table) => `'${table}'`).join(', ')}) AND json_extract(coalesce(after, before), '$.${column}') IN (SELECT value FROM json_each(?))`, idList(ids));
  };
  of(ofItems, 'item_id', items);
  of(['alias', 'attribute_value'], 'participant_id', people);
  of(['memo', 'analysis_question'], 'question_id', questions);
  of(['code', 'theme', 'merge'], 'analysis_id', analyses);
  of(['coding'], 'code_id', codes);
  if (items.length > 0) run(db, "DELETE FROM change WHERE tbl = 'diary_link' AND json_extract(coalesce(after, before), '$.kind') = 'extract' AND json_extract(coalesce(after, before), '$.target_id') IN (SELECT value FROM json_each(?))", idList(items));
}

interface Packed { codings: unknown[][]; analyses: { id: number }[]; themes: { analysisId: number }[]; codes: { id: number; analysisId: number }[] }

/** Milestones keep their codings with the researcher's notes; those of answers that went, and analyses that went, are taken out of the kept pictures. */
export function forgetInPictures(db: Db, removal: Pick<Removal, 'items' | 'analyses'>): void {
  const [items, analyses] = [new Set(removal.items), new Set(removal.analyses)];
  const pictures = all<{ hash: string; json: string }>(db, 'SELECT DISTINCT hash, json FROM picture JOIN milestone ON milestone.picture = picture.hash');
  for (const { hash, json } of pictures) {
    const packed = JSON.parse(json) as Packed;
    const codes = new Set(packed.codes.filter(({ analysisId }) => analyses.has(analysisId)).map(({ id }) => id));
    const left = packed.codings.filter((coding) => !items.has(Number(coding[2])) && !codes.has(Number(coding[1])));
    if (left.length === packed.codings.length && !packed.analyses.some(({ id }) => analyses.has(id))) continue;
    const stays = ({ analysisId }: { analysisId: number }) => !analyses.has(analysisId);
    run(db, 'UPDATE milestone SET picture = ? WHERE picture = ?', keepPicture(db, JSON.stringify({ ...packed, analyses: packed.analyses.filter(({ id }) => !analyses.has(id)), themes: packed.themes.filter(stays), codes: packed.codes.filter(stays), codings: left })), hash);
  }
  run(db, 'DELETE FROM picture WHERE hash NOT IN (SELECT picture FROM milestone UNION SELECT picture FROM map_version)');
}
