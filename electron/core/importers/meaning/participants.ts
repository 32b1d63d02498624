import { again } from '../further-looks.ts';
import { type Header, telltale } from './headers.ts';
import { participantRank } from './known-columns.ts';

/** A row that is a respondent. `label` is empty where the file gives no id: the import numbers these. */
export interface Respondent {
  label: string;
  line: number;
  cells: readonly string[];
}

const namedLike =
  /^(?:participant|respondent|response|subject|case|person|record|user|interviewee|pp?t|teilnehmer)[\s_.-]*(?:id|no|nr|num|number|code|key|#)?\.?$/i;

/** Words that may as well head a school subject, a role or a topic: they promise an id only where ids stand below. */
const everyday = /^(?:subjects?|persons?|cases?|users?|keys?)$/i;
/** Rows by which it is told whether ids stand in a column. */
const judged = 1_000;
/** Sentences are no ids, whatever stands above them. */
const isProse = (values: readonly string[]) => values.filter((value) => /^\S+(?:\s+\S+){5}/.test(value)).length > values.length / 2;
const looksLikeIds = (values: readonly string[]) => values.filter((value) => /\d/.test(value) || /^[A-Z]{1,4}$/.test(value)).length >= values.length * 0.8;

/** Names under which people keep ids, and much else: what stands below has to look like nothing but ids. */
const perhaps =
  /^(?:(?:survey|questionnaire|interview|form|staff|name|file|serial|sample|unique|personal|own|anonymous|internal)[\s_.-]*)?(?:ref(?:erence)?|code|nr|no|num(?:ber)?|interview|form|questionnaire|serial|index)[\s_.-]*(?:id|no|nr|num|number|code|#)?\.?$/i;
const idLike = /^[[(]?[a-z]{0,8}[\s_-]?\d{1,8}[\])]?$/i;
const shapeOf = (id: string) => id.replace(/[a-z]/gi, 'a').replace(/\d/g, '0');
const prefixOf = (id: string) => /^\D*/.exec(id)?.[0].toLowerCase() ?? '';

/** All filled, all different, and written alike: letters and digits in the same places, or the same letters before numbers. Bare numbers of one or two digits, or of different lengths, lie close together. */
function looksNumbered(values: readonly string[]): boolean {
  if (values.length < 3 || !values.every((value) => idLike.test(value)) || new Set(values).size < values.length) return false;
  if (new Set(values.map(shapeOf)).size === 1 && !/^\d{1,2}$/.test(values[0] ?? '')) return true;
  if (new Set(values.map(prefixOf)).size > 1) return false;
  const numbers = values.map(Number).toSorted((a, b) => a - b);
  return numbers.some(Number.isNaN) || (numbers.at(-1) ?? 0) - (numbers[0] ?? 0) < values.length * 3;
}

/** Columns of ids under a name that promises them as little as “Code”, each with its first id. */
export function numberedColumn(headers: readonly Header[], rows: readonly (readonly string[])[]): { index: number; example: string } | undefined {
  const found = headers.find(({ index, name, wording, typedIn }) =>
    typedIn === undefined && [name, wording].some((each) => perhaps.test(each.trim())) && again(rows, `ids in ${index}`, [], () => looksNumbered(rows.map((row) => (row[index] ?? '').trim()))));
  return found && { index: found.index, example: (rows[0]?.[found.index] ?? '').trim() };
}

/** The column that tells respondents apart: by its name and, among several, by being filled and different in every row. */
export function findParticipantColumn(headers: readonly Header[], rows: readonly (readonly string[])[]): number | undefined {
  const candidates = headers
    .flatMap((header) => {
      const rank = participantRank(telltale(header)) ?? participantRank(header.wording) ?? (namedLike.test(header.name) ? 50 : undefined);
      return rank === undefined ? [] : [{ index: header.index, name: header.name, rank, ...again(rows, `fill ${header.index}`, [], () => fill(rows, header.index)) }];
    })
    .filter(({ index, filled, name }) => {
      const values = rows.slice(0, judged).map((row) => (row[index] ?? '').trim()).filter(Boolean);
      return filled > rows.length / 2 && !isProse(values) && (!everyday.test(name.trim()) || looksLikeIds(values));
    });
  const unique = candidates.filter(({ filled, distinct }) => filled === rows.length && distinct === filled);
  const best = (unique.length ? unique : candidates).toSorted((a, b) => a.rank - b.rank)[0];
  if (best) return best.index;
  // A first column of P1, P2 … under a name that nobody foresaw.
  const first = headers[0];
  const ids = first ? rows.map((row) => (row[first.index] ?? '').trim()) : [];
  const counted =
    ids.length > 1 &&
    new Set(ids).size === ids.length &&
    (ids.every((id) => /^[a-z]{1,8}[\s_-]?\d{1,8}$/i.test(id)) || ids.every((id, index) => id === String(index + Number(ids[0]))));
  return counted ? first?.index : numberedColumn(headers, rows)?.index;
}

function fill(rows: readonly (readonly string[])[], index: number): { filled: number; distinct: number } {
  const values = rows.map((row) => (row[index] ?? '').trim()).filter(Boolean);
  return { filled: values.length, distinct: new Set(values).size };
}

/** 119000000001 after Excel took it for a number. */
const rounded = /^\d(?:[.,]\d+)?E\+\d+$/i;
/** “3 and 4”; “3, 4, 5, 6, 7, 8 and 6 more”. */
const linesOf = (lines: readonly number[]) =>
  lines.length > 6 ? `${lines.slice(0, 6).join(', ')} and ${lines.length - 6} more` : `${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`;

/** The sentence for ids that two respondents share; null when all differ. `hasEvents`: REDCap events can be chosen from. */
export function sharedIds(respondents: readonly Respondent[], columnName: string, producer: string, hasEvents: boolean): string | null {
  const lines = new Map<string, number[]>();
  for (const { label, line } of respondents) if (label) lines.set(label, [...(lines.get(label) ?? []), line]);
  const shared = [...lines].filter(([, where]) => where.length > 1);
  if (shared.length === 0) return null;
  if (producer === 'REDCap')
    return `The ${respondents.length} rows of this REDCap export belong to ${lines.size} records, because it has a row for each event or repeat. To count people, ${hasEvents ? 'choose one event or form' : 'export one event only, or leave out the rows whose id came before'}; to bring each row in as a respondent of its own, set “${columnName}” to Ignore.`;
  const shown = shared
    .slice(0, 5)
    .map(([label, where]) => `“${label}” on lines ${linesOf(where)}`)
    .join('; ');
  const more = shared.length > 5 ? `; and ${shared.length - 5} more` : '';
  if (shared.every(([label]) => rounded.test(label)))
    return `In the column “${columnName}”, several respondents have the same id, because a spreadsheet rounded the ids: ${shown}${more}. Export the answers again and do not save them in a spreadsheet program before you import them, or set this column to Ignore; the respondents are numbered then.`;
  const long = lines.size <= respondents.length / 2 ? ` The table seems to have several rows for each person; bring each person’s answers into one row, in the survey tool or with a pivot table, and import that.` : '';
  return `In the column “${columnName}”, several respondents have the same id: ${shown}${more}. Correct the ids in the file, leave out the later rows, or set this column to Ignore; the respondents are numbered then.${long}`;
}
