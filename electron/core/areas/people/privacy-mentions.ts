import type { AttributeRisk, Mention } from '../../../../shared/contract/privacy.ts';
import { wordsOfLabel } from '../../../../shared/domain/identifiers/again.ts';
import { scan } from '../../../../shared/domain/identifiers/scan.ts';
import type { IdentifierKind } from '../../../../shared/domain/identifiers/types.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { all, type Db } from '../../sql.ts';
import { patternOfWords, toldInPlans } from './privacy-own.ts';

/** A value that at most so many people gave counts as rare. */
const few = 2;
/** Rare values that are listed of one attribute. */
const listed = 100;
/** Code units of a text around a word that are shown. */
const around = 40;

/** Where the researcher writes, or a file named something: everything that masking an answer leaves alone unless it is asked to. */
const places: readonly [where: Mention['where'], sql: string][] = [
  ['code', 'SELECT id, name AS text FROM code'], ['code', "SELECT id, definition AS text FROM code WHERE definition <> ''"], ['code', "SELECT id, reason AS text FROM code WHERE reason <> ''"],
  ['theme', 'SELECT id, name AS text FROM theme'], ['theme', 'SELECT id, concept || char(10) || definition || char(10) || excludes || char(10) || reason AS text FROM theme'],
  ['diary', 'SELECT id, text || char(10) || context || char(10) || discussed_with || char(10) || outcome AS text FROM diary_entry'],
  ['note', 'SELECT noticing.id, noticing.text, item_id AS itemId, question_id AS questionId FROM noticing JOIN item ON item.id = item_id'], ['note', "SELECT coding.id, note AS text, item_id AS itemId, question_id AS questionId FROM coding JOIN item ON item.id = item_id WHERE note <> ''"], ['loose end', 'SELECT id, reason AS text FROM kept_loose_end'], ['memo', 'SELECT question_id AS id, text FROM memo'],
  ['question', 'SELECT id, short_name || char(10) || wording || char(10) || column_name || char(10) || matrix AS text FROM question'], ['analysis', 'SELECT id, name AS text FROM analysis'],
  ['merge', 'SELECT id, target_name || char(10) || reason AS text FROM merge'], ['merge', 'SELECT merge_id AS id, name AS text FROM merge_source'], ['milestone', 'SELECT id, name || char(10) || note AS text FROM milestone'], ['map', 'SELECT id, label AS text FROM map_relation'], ['map', 'SELECT id, name AS text FROM map_version'],
  ['attribute', 'SELECT attribute_id AS id, value AS text FROM attribute_value GROUP BY attribute_id, value'], ['attribute', 'SELECT id, name || char(10) || wording AS text FROM attribute'], ['person', 'SELECT id, label AS text FROM participant'], ['person', 'SELECT participant_id AS id, label AS text FROM alias'], ['document', 'SELECT id, title AS text FROM document'],
  ['document', "SELECT document_id AS id, heading AS text, id AS itemId, question_id AS questionId FROM item WHERE heading <> ''"], ['import', 'SELECT id, file_name AS text FROM import'],
  ['project', 'SELECT id, title || char(10) || display_pattern AS text FROM project'], ['plan', 'SELECT id, name AS text FROM saved_plan'], ['numbering', 'SELECT id, name AS text FROM alias_scheme'], ['label', 'SELECT mask.id, label AS text, item_id AS itemId, question_id AS questionId FROM mask JOIN item ON item.id = item_id'],
  ['milestone', 'SELECT milestone.id, json FROM milestone JOIN picture ON hash = picture'], ['map', 'SELECT map_version.id, json FROM map_version JOIN picture ON hash = picture'],
  ['column', 'SELECT id, plan AS json FROM import'], ['column', 'SELECT id, plan AS json FROM saved_plan'],
  ['history', 'SELECT id, label AS text FROM operation'], ['history', "SELECT operation_id AS id, before AS json FROM change WHERE before IS NOT NULL AND tbl <> 'reading' AND (tbl <> 'coding' OR before NOT LIKE '%\"note\":\"\"%')"],
  ['history', "SELECT operation_id AS id, after AS json FROM change JOIN operation ON operation.id = operation_id WHERE after IS NOT NULL AND state = 'abandoned'"],
];

export const privacyMentionHandlers = {
  'privacy.mentions': ({ db }, { words, limit }) => {
    const wanted = [...new Set(words.map((word) => word.trim()).filter(Boolean))];
    const mentions: Mention[] = [];
    if (wanted.length === 0) return mentions;
    const pattern = patternOfWords(wanted);
    const seen = new Set<string>();
    for (const [where, sql] of places) {
      const table = /FROM (\w+)/u.exec(sql)?.[1];
      for (const { id, itemId, questionId, ...row } of all<{ id: number; text?: string; json?: string; itemId?: number; questionId?: number }>(db, sql)) {
        const text = row.json === undefined ? row.text ?? '' : pattern.test(row.json) ? textIn(row.json, pattern, where === 'column' ? toldInPlans : noKeys) : '';
        const found = pattern.exec(text);
        if (!found || seen.has(`${where} ${table} ${id}`)) continue;
        seen.add(`${where} ${table} ${id}`);
        mentions.push({ where, id, word: found[0], ...(itemId !== undefined && { itemId, questionId }), text: where === 'history' && row.json !== undefined ? '' : excerpt(text, found.index, found[0].length) });
        if (mentions.length === limit) return mentions;
      }
    }
    return mentions;
  },

  'privacy.names': ({ db }) => {
    const labels = all<{ label: string }>(db, `SELECT label FROM participant UNION SELECT label FROM alias
      UNION SELECT value FROM attribute JOIN attribute_value ON attribute_id = attribute.id WHERE name LIKE '%name%' OR name LIKE '%mail%' OR name LIKE '%contact%' OR name LIKE 'nom' OR name LIKE '%nombre%' OR name LIKE '%apellido%' OR name LIKE 'naam'`);
    return [...new Set(labels.flatMap(({ label }) => (label.length > 100 || masked(label) ? [] : wordsOfLabel(label))))].slice(0, 5_000);
  },

  'privacy.attributes': ({ db }) => ({ attributes: risksOf(db), ids: idsOf(db) }),
} satisfies Partial<ProjectHandlers>;

const noKeys: ReadonlySet<string> = new Set();
/** The first text with one of the words in what is kept as JSON, other than under some keys. */
function textIn(json: string, pattern: RegExp, except: ReadonlySet<string>): string {
  let found = '';
  JSON.parse(json, (key, value: unknown) => {
    if (found === '' && !except.has(key) && typeof value === 'string' && pattern.test(value)) found = value;
    return value;
  });
  return found;
}

/** A little of a text around a word, on one line. */
function excerpt(text: string, at: number, length: number): string {
  const from = Math.max(0, at - around);
  const to = Math.min(text.length, at + length + around);
  return `${from > 0 ? '…' : ''}${text.slice(from, to).toWellFormed().replace(/[\s\ufffd]+/gu, ' ').trim()}${to < text.length ? '…' : ''}`;
}

/** Attributes with rare values or identifiers in them, the most telling first. */
function risksOf(db: Db): AttributeRisk[] {
  const rows = all<{ attributeId: number; name: string; value: string; people: number }>(db, `SELECT attribute.id AS attributeId, name, value, count(*) AS people FROM attribute JOIN attribute_value ON attribute_id = attribute.id
    WHERE value <> '' GROUP BY attribute.id, value ORDER BY attribute.position, count(*), value`);
  const risks = [...Map.groupBy(rows, (row) => row.attributeId)].map(([attributeId, values]): AttributeRisk => {
    const rare = values.filter((value) => value.people <= few && !masked(value.value));
    return {
      attributeId, name: values[0]?.name ?? '', people: values.reduce((sum, value) => sum + value.people, 0), values: values.length,
      rare: rare.slice(0, listed).map(({ value, people }) => ({ value, people })), rareValues: rare.length, inside: kindsIn(values.map((value) => value.value)),
    };
  });
  return risks.filter((risk) => risk.rareValues > 0 || risk.inside.length > 0);
}

const masked = (value: string) => /^\[.{1,60}\]$/u.test(value);

/** Surer kinds of identifiers in some short texts; a capitalised word alone is none here. */
function kindsIn(values: readonly string[]): IdentifierKind[] {
  return [...new Set(values.slice(0, 2_000).flatMap((value) => (value.length > 500 || masked(value) ? [] : scan(value).filter((find) => find.confidence === 3).map((find) => find.kind))))];
}

/** Ids that people came with are identifiers themselves where they are addresses or names. */
function idsOf(db: Db) {
  const labels = all<{ label: string }>(db, 'SELECT label FROM participant ORDER BY number').map((row) => row.label);
  const telling = labels.filter((label) => /[@+ ]/u.test(label)).map((label) => ({ label, kinds: kindsOfId(label) })).filter(({ kinds }) => kinds.length > 0);
  return telling.length === 0 ? null : { people: telling.length, kinds: [...new Set(telling.flatMap(({ kinds }) => kinds))], example: telling[0]?.label ?? '' };
}

/** An id is all figures often enough, so that only addresses, phone numbers with a country code and names of two words count. */
const kindsOfId = (label: string): IdentifierKind[] =>
  scan(label).filter((find) => find.kind === 'email' || (find.kind === 'name' && find.confidence >= 2 && label.includes(' ')) || (find.kind === 'phone' && label.startsWith('+'))).map((find) => find.kind);
