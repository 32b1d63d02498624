import type { WaveCounts } from '../../../shared/contract/wave.ts';
import { gridRow } from '../../../shared/domain/grid-row.ts';
import type { ColumnRole, Inspection, PlanColumn } from '../../../shared/domain/plan.ts';

export const roleNames: Readonly<Record<ColumnRole, { name: string; about: string; key: string }>> = {
  question: { name: 'Free-text question', about: 'Participants wrote it. You will read and code it.', key: 'q' },
  attribute: { name: 'Participant attribute', about: 'A fact about them, to filter and compare by.', key: 'a' },
  participant: { name: 'Participant id', about: 'What tells one respondent from another.', key: 'p' },
  ignore: { name: 'Ignore', about: 'Not brought in at all.', key: 'i' },
};
export const roles: readonly ColumnRole[] = ['question', 'attribute', 'participant', 'ignore'];

export const delimiters: readonly { value: string; label: string; plural: string }[] = [
  { value: ',', label: 'Comma', plural: 'commas' },
  { value: ';', label: 'Semicolon', plural: 'semicolons' },
  { value: '\t', label: 'Tab', plural: 'tabs' },
  { value: '|', label: 'Bar |', plural: 'bars' },
];

/** Every encoding that the importer tells apart. */
export const encodings: readonly { value: string; label: string }[] = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'windows-1252', label: 'Western European (Windows)' },
  { value: 'macintosh', label: 'Western European (old Mac)' },
  { value: 'windows-1250', label: 'Central European (Windows)' },
  { value: 'iso-8859-2', label: 'Central European (ISO)' },
  { value: 'windows-1251', label: 'Cyrillic (Windows)' },
  { value: 'koi8-r', label: 'Cyrillic (KOI8)' },
  { value: 'x-mac-cyrillic', label: 'Cyrillic (old Mac)' },
  { value: 'windows-1253', label: 'Greek (Windows)' },
  { value: 'windows-1254', label: 'Turkish (Windows)' },
  { value: 'windows-1255', label: 'Hebrew (Windows)' },
  { value: 'windows-1256', label: 'Arabic (Windows)' },
  { value: 'windows-1257', label: 'Baltic (Windows)' },
  { value: 'windows-874', label: 'Thai (Windows)' },
  { value: 'shift_jis', label: 'Japanese (Shift JIS)' },
  { value: 'euc-jp', label: 'Japanese (EUC)' },
  { value: 'gb18030', label: 'Chinese, simplified' },
  { value: 'big5', label: 'Chinese, traditional' },
  { value: 'euc-kr', label: 'Korean' },
  { value: 'utf-16le', label: 'UTF-16' },
  { value: 'utf-16be', label: 'UTF-16, big-endian' },
];

export const many = (count: number, one: string, more = `${one}s`): string => `${count.toLocaleString('en-GB')} ${count === 1 ? one : more}`;

export function fileSize(bytes: number): string {
  if (bytes < 1_000) return many(bytes, 'byte');
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export const looksLike = ({ producer }: Inspection): string =>
  producer ? `This looks like ${/^[AEIO]/.test(producer) ? 'an' : 'a'} ${producer.replace(/-like$/, '')} export` : 'This looks like a plain table';

/** What the header rows hold, as far as their number tells. */
export function headerWords({ headerRows, producer, leftOut }: Inspection): string {
  if (headerRows === 0) return '0: the file begins with a respondent';
  const above = leftOut.find(({ reason }) => reason.endsWith('above the header'));
  if (above) return `${headerRows}: ${above.count === 1 ? 'a line' : `${above.count} lines`} above, the questions`;
  if (headerRows === 1) return '1: the questions';
  if (producer === 'Qualtrics') return headerRows === 2 ? '2: names, wording' : '3: names, wording, internal ids';
  return producer.startsWith('SurveyMonkey') ? `${headerRows}: questions, options` : `${headerRows}: names, wording`;
}

export const respondentWords = ({ respondents, leftOut }: Inspection): string =>
  `${respondents.toLocaleString('en-GB')}${leftOut.length ? `, after leaving out ${leftOut.map(({ count, reason }) => `${count} ${reason}`).join(' and ')}` : ''}`;

export const textWords = ({ encoding, delimiter }: Inspection): string =>
  `${encodings.find(({ value }) => value === encoding)?.label ?? encoding}, separated by ${delimiters.find(({ value }) => value === delimiter)?.plural ?? `“${delimiter}”`}`;

/** What the import will do, on its button. `beside`: what is new in a file of people, or of questions, that the project knows; null for a first file. */
export function importWords({ respondents }: Pick<Inspection, 'respondents'>, beside: WaveCounts | null): string {
  if (!beside || (beside.kind === 'new' && beside.people.matched === 0)) return `Import ${many(respondents, 'respondent')}`;
  const { people, answers, attributes } = beside;
  const parts = [
    people.added ? many(people.added, 'person', 'people') : '',
    answers.added ? many(answers.added, 'answer') : '',
    answers.changed ? many(answers.changed, 'changed answer') : '',
    answers.added + answers.changed === 0 && attributes.values ? many(attributes.values, 'value') : '',
  ].filter(Boolean);
  if (parts.length === 0) return 'Nothing to add';
  return `Add ${parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`}`;
}

/** A phrase of the importer as a sentence. */
export const sentence = (phrase: string): string => (phrase === '' ? '' : `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`);

/** The part of a wording that tells a row of a grid from the others. */
export const rowWords = ({ wording, group, name }: PlanColumn): string => (group ? gridRow(wording, group) || name : wording);

/** Asked of some people only, beyond what goes without saying: the text of “other” is for those who chose it. */
export const hasCondition = ({ role, asked, tie, tiedTo }: PlanColumn): boolean => role === 'question' && asked != null && !(tie === 'other' && asked.column === tiedTo);

/** What a text belongs to, in short: “Reason for Glad”. */
export const tieWords = (column: PlanColumn, columns: readonly PlanColumn[]): string => {
  const to = column.tiedTo == null ? undefined : columns.find(({ index }) => index === column.tiedTo);
  return to ? `${column.tie === 'other' ? '“Other” of' : 'Reason for'} ${columnLabel(to)}` : '';
};

/** A column's short name in the table: long headers stand under “Wording” alone, so their place in the file names them. */
export const columnLabel = ({ name, wording, index }: Pick<PlanColumn, 'name' | 'wording' | 'index'>): string =>
  name === wording && name.length > 14 ? `Column ${index + 1}` : name;
