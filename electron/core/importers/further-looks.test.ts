import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { GivenPlan, Inspection } from '../../../shared/domain/plan.ts';
import { Refusal } from '../../../shared/errors.ts';
import { docxOf, documentFile, paragraph } from './documents/documents-for-tests.ts';
import { companionsOf, inspectFile, understand } from './index.ts';
import { readingOf } from '../job.ts';
import { beginReading, endReading } from './further-looks.ts';
import { awkwardFile, tableFile, textFile } from './testing.ts';
import { sheetOf, workbook, zipOf } from './workbook/workbooks-for-tests.ts';

interface File { fileName: string; bytes: Uint8Array; companions?: { fileName: string; bytes: Uint8Array }[] }

/** Plain bytes: base64 would be decoded for each look, as another file. */
const asBytes = ({ fileName, bytes }: { fileName: string; bytes: string | Uint8Array }): File => ({ fileName, bytes: typeof bytes === 'string' ? Buffer.from(bytes, 'base64') : bytes });

/** Somebody who answered twice, somebody who tried out the form, somebody who said nothing, a total below, HTML, damage, a mark for nothing, options that were ticked. */
const people = Array.from({ length: 14 }, (_, at) => [
  `P${at + 1}`, at % 2 ? 'Town' : 'Village', at % 3 ? 'Tea; Coffee' : 'Tea', at % 2 ? `Because neighbours mend things for me, number ${at}` : '', at % 4 ? `It&amp;s don?t donâ€™t ${at}, and that is what I would say` : '-99', at % 5 ? `1-Mar ${at}` : '1-Mar',
]);
const odd = tableFile([
  ['ID', 'Place', 'Drinks', 'If you live in a town, why?', 'What would you change?', 'Anything else?'],
  ...people,
  ['P15', 'Town', 'Tea', 'All of this was said by one person and sent in twice', 'The very same words in each of the answers, twice', 'No'],
  ['P15', 'Town', 'Tea', 'All of this was said by one person and sent in twice', 'The very same words in each of the answers, twice', 'No'],
  ['p 16', 'Town', 'Coffee', 'test', 'asdf', 'test'],
  ['17', 'Village', '', '', '', ''],
  ['Total', '18'],
]);
const events = tableFile([
  ['record_id', 'redcap_event_name', 'age', 'why', 'baseline_complete'],
  ...Array.from({ length: 6 }, (_, at) => [String(at % 3), at < 3 ? 'start' : 'end', String(30 + at), `Because of reason number ${at}, which I told before`, '2']),
], 'records.csv');
const sheets = workbook([
  { name: 'Answers', xml: sheetOf([['ID', 'What helped you?', 'Town'], ...Array.from({ length: 5 }, (_, at) => [`A${at}`, `The people of the café, mostly, and ${at} cups of tea`, at % 2 ? 'yes' : null])]) },
  { name: 'Others', xml: sheetOf([['Code', 'Wishes'], ...Array.from({ length: 4 }, (_, at) => [`B${at}`, `Longer hours, please, and ${at} more chairs`])]) },
]);

const tables: [string, File][] = [
  ...readdirSync(new URL('../../../fixtures/files', import.meta.url)).map((name): [string, File] => [name, asBytes(awkwardFile(name))]),
  ['a Qualtrics export', asBytes({ ...awkwardFile('../sample/responses.csv'), fileName: 'responses.csv' })],
  ['rows of all kinds', asBytes(odd)],
  ['the same in a zip file', { fileName: 'odd.zip', bytes: zipOf({ 'odd.csv': Buffer.from(odd.bytes, 'base64') }) }],
  ['events of REDCap', asBytes(events)],
  ['a workbook of two sheets', { fileName: 'answers.xlsx', bytes: sheets }],
  ['in Windows-1252', { fileName: 'old.csv', bytes: Buffer.from('ID;Städte;Warum?\n1;Köln;Weil die Leute dort für mich Zeit hatten\n2;Zürich;Man hört sich zu, über alles hinweg\n', 'latin1') }],
  ['with its key', {
    ...asBytes(tableFile([['Response ID', 'Q1', 'Q2'], ...Array.from({ length: 6 }, (_, at) => [`1-${at}`, String(1 + (at % 2)), `Because it was near, and number ${at} of my reasons`])])),
    companions: [asBytes(textFile('"URN","Unique Response Number"\n"Q1","How often?"\n"1","Often"\n"2","Never"\n"Q2","Why?"\n', 'survey-key.csv'))],
  }],
];

const documents: [string, File][] = [
  ['a Word document', documentFile('handbook.docx')],
  ['a PDF', documentFile('handbook.pdf')],
  ['an old text', documentFile('letter-1252.txt')],
  ['paragraphs', { fileName: 'policy.docx', bytes: docxOf(paragraph('Opening', 1) + paragraph('We open at ten.') + paragraph('Closing', 1) + paragraph('We close at four.')) }],
];

type Column = NonNullable<GivenPlan['columns']>[number];
/** Mostly left as it was found. */
const some = <T>(value: fc.Arbitrary<T>) => fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

/** What a person may decide about the columns that were found, and about how the file is read. */
function plans({ columns, sheets: names, events: found, html }: Inspection): fc.Arbitrary<GivenPlan> {
  const column = (each: Column): fc.Arbitrary<Column> =>
    fc.record({
      role: fc.constantFrom('attribute', 'question', 'question', 'ignore'),
      more: fc.constantFrom<Partial<Column>>({}, {}, {}, { shortName: 'Another name' }, { html: html.length % 2 === 0 }, { labels: { Town: 'In town', 1: 'One' } }, { mergedWith: null }, { as: 'finished' }, { tiedTo: null }, { asked: { column: 1, values: ['Town'] } }),
    }).map(({ role, more }) => ({ ...each, role, ...more }));
  return fc.record({
    columns: fc.tuple(...columns.map((each) => fc.oneof({ weight: 2, arbitrary: fc.constant<Column[]>([]) }, { weight: 1, arbitrary: column(each).map((wish) => [wish]) }))).map((wishes) => wishes.flat()),
    headerRows: some(fc.constantFrom(0, 1, 2)),
    encoding: some(fc.constantFrom('utf-8', 'windows-1252')),
    delimiter: some(fc.constantFrom(',', ';')),
    sheet: some(fc.constantFrom('', ...names)),
    event: some(fc.constantFrom('', ...found.map(({ name }) => name))),
    rows: some(fc.subarray(['preview', 'test', 'spam', 'last', 'trial', 'twin', 'again', 'silent', 'unfinished'] as const).map((leaveOut) => ({ leaveOut }))),
    repairs: some(fc.boolean().map((apply) => ({ count: 0, apply, samples: [] }))),
    format: some(fc.constantFrom('csv', 'txt')),
  });
}

/** All that comes of a look, the cells that would come in among it; or the sentence of a refusal. */
async function look(file: File, plan: GivenPlan): Promise<unknown> {
  begin(file, plan);
  try {
    return { shown: await inspectFile({ ...file, plan }), brought: await understand({ fileName: file.fileName, bytes: Buffer.from(file.bytes) }, plan, companionsOf(file)) };
  } catch (error) {
    if (error instanceof Refusal && error.kind !== 'bug') return error.message;
    throw error;
  }
}

async function freshLook(file: File, plan: GivenPlan): Promise<unknown> {
  endReading(true);
  return look(file, plan);
}

async function alike(file: File, wanted: readonly GivenPlan[]): Promise<void> {
  const fresh: unknown[] = [];
  for (const plan of wanted) fresh.push(await freshLook(file, plan));
  endReading(true);
  for (const [at, plan] of wanted.entries()) expect(await look(file, plan)).toEqual(fresh[at]);
}

/** As the thread of a long task does it; only an import keeps nothing. */
function begin(file: File, plan: GivenPlan, keeps = true): void {
  beginReading(readingOf({ kind: 'action', name: 'survey.inspect', input: { ...file, plan } }), keeps);
}

afterEach(() => void endReading(true));

describe('looks at one file after the other find what a first look with the same plan finds', () => {
  test.each(tables)('%s', async (_, file) => {
    const first = await freshLook(file, {});
    if (typeof first === 'string') return alike(file, [{}, { headerRows: 1 }, { encoding: 'windows-1252' }, {}]);
    const { shown } = first as { shown: Inspection };
    await fc.assert(fc.asyncProperty(fc.array(plans(shown), { minLength: 2, maxLength: 6 }), (wanted) => alike(file, [{}, ...wanted])), { numRuns: 12 });
  });

  // What a random plan rarely comes to: each of these differs from the one before in one thing only.
  const column = (index: number, role: Column['role'], more: Partial<Column> = {}): Column => ({ index, name: '', wording: '', shortName: '', filled: 0, reason: '', role, ...more });
  const leaveOut = (...kinds: NonNullable<GivenPlan['rows']>['leaveOut']): GivenPlan => ({ rows: { leaveOut: kinds } });
  const halves = tableFile([
    ['ID', 'Code', 'Asked early', 'Asked late', 'Place', 'a', 'b', 'c'],
    ...Array.from({ length: 12 }, (_, at) => [`S${at % 11}`, `S${at % 10}`, at % 2 ? `I told it early, in words of my own, as number ${at}` : '', at % 2 ? '' : `I told it late, in words of my own, as number ${at}`, at % 3 ? 'here' : 'NA', 'NA', 'NA', at < 9 ? 'NA' : 'yes']),
    ['S20', 'S21', 'I told it early, in words of my own, as number 1', '', 'here', 'NA', 'NA', 'NA'],
    ['Average', 'S23', 'x', '', 'NA', 'NA', 'NA', 'NA'],
  ]);
  test.each<[string, { fileName: string; bytes: string }, GivenPlan[]]>([
    ['a column that fills the gaps of another', halves, [{ columns: [column(2, 'question'), column(3, 'question')] }, { columns: [column(2, 'question'), column(3, 'ignore', { mergedWith: 2 })] }, { columns: [column(2, 'question'), column(3, 'question')] }]],
    ['a column of which only matters whether it is filled', halves, [{ columns: [column(4, 'attribute')] }, { columns: [column(4, 'attribute', { as: 'finished' })] }, { columns: [column(4, 'attribute')] }]],
    ['another column of ids', halves, [{ columns: [column(0, 'participant')] }, { columns: [column(1, 'participant')] }, { columns: [column(0, 'ignore'), column(1, 'ignore')] }]],
    ['rows that are left out', halves, [{}, leaveOut('last'), leaveOut('again'), leaveOut('last', 'again'), leaveOut('silent', 'trial'), {}]],
    ['one event, and all', { ...events, fileName: 'records.csv' }, [{}, { event: 'start' }, { event: 'end' }, {}]],
    ['twins among the rows', odd, [{}, leaveOut('twin'), leaveOut('trial', 'again'), {}]],
  ])('%s', (_, file, wanted) => alike(asBytes(file), wanted));

  test.each(documents)('%s', async (_, file) => {
    const title = { title: 'Another title', split: 'whole', collection: 'Policies' } as const;
    await alike(file, [{}, { document: title }, { document: { ...title, split: 'heading' } }, { encoding: 'macintosh' }, { format: 'csv' }, {}]);
  });
});

test('a file is read once for all looks at it, and anew where it is to be read differently or is another', async () => {
  const file = asBytes(odd);
  const tableOf = async (plan: GivenPlan, { of = file, keeps = true } = {}) => {
    begin(of, plan, keeps);
    const found = await understand({ fileName: of.fileName, bytes: Buffer.from(of.bytes) }, plan);
    return 'table' in found ? found.table : undefined;
  };
  const first = await tableOf({});
  expect(await tableOf({ headerRows: 2 })).toBe(first);
  expect(await tableOf({ repairs: { count: 0, apply: false, samples: [] } })).toBe(first);
  const other = await tableOf({ encoding: 'windows-1252' });
  expect(other).not.toBe(first);
  expect(await tableOf({ encoding: 'windows-1252', delimiter: ';' })).not.toBe(other);
  const fresh = await tableOf({});
  expect(await tableOf({}, { of: asBytes(odd) })).not.toBe(fresh);
  const last = await tableOf({});
  // One task asked for it, the next did not.
  expect(endReading(false)).toBeDefined();
  expect(await tableOf({})).toBe(last);
  expect([endReading(false), endReading(false)]).toEqual([expect.any(String), undefined]);
  // An import takes what is there and keeps nothing new.
  const ready = await tableOf({});
  expect(ready).not.toBe(last);
  expect(await tableOf({}, { keeps: false })).toBe(ready);
  const unknown = await tableOf({ encoding: 'windows-1252' }, { keeps: false });
  expect(await tableOf({ encoding: 'windows-1252' }, { keeps: false })).not.toBe(unknown);
});
