import { afterEach, describe, expect, it } from 'vitest';
import { fileOf, surveyCsv, tempProject, type TempProject } from '../../../../fixtures/testing.ts';
import type { CodingInspection } from '../../../../shared/domain/coding-import.ts';
import { excelFile, wordFile } from './coding-files-for-tests.ts';

const open: TempProject[] = [];
afterEach(() => { for (const project of open.splice(0)) project.close(); });

const questions = ['What helps you to come here?', 'What stops you from coming?'];
const answers = [
  ['The kettle is always on, and somebody asks how my week has been.', 'The bus is late and the stop is dark in winter.'],
  ['People, mostly "the regulars" – I like them. It keeps me out of the house.', 'Rain; and buses that never arrive on a Sunday morning.'],
  ['I learn to mend things that I would have thrown away before.', 'I have no way to carry a broken lamp on my bicycle.'],
  ['Nobody judges me for what I do not know about wires.', 'No'],
];

async function survey(): Promise<TempProject> {
  const project = tempProject();
  open.push(project);
  await project.ask('survey.import', fileOf('survey.csv', surveyCsv(questions, answers)));
  return project;
}
const csv = (...lines: string[]) => fileOf('codings.csv', lines.join('\n'));
const states = ({ rows }: CodingInspection) => rows.map((row) => `${row.where} ${row.state} ${row.places.map((place) => `${place.shown}:${place.match}`).join(' | ')}`);

describe('coding.inspectImport', () => {
  it('finds words exactly, with other blanks and quotation marks, nearly, elsewhere, or not at all', async () => {
    const project = await survey();
    const found = await project.ask('coding.inspectImport', csv(
      'question,participant,extract,code',
      '1,P1,The kettle is always on,Warm',
      '1,P2,"mostly  “the regulars” - I like them",Company',
      '1,P3,I learned to mend things I would have thrown away,Skills',
      '2,P2,The bus is late and the stop is dark,Transport',
      '1,P4,the moon over the river at night,Moon',
      '1,P4,,Empty',
      '1,P4,Nobody judges me,',
    ));
    expect(states(found)).toEqual([
      'Line 2 exact P1:The kettle is always on',
      'Line 3 forgiving P2:mostly "the regulars" – I like them',
      'Line 4 near P3:I learn to mend things that I would have thrown away',
      'Line 5 elsewhere P1:The bus is late and the stop is dark',
      'Line 6 missing ', 'Line 7 incomplete ', 'Line 8 incomplete ',
    ]);
    expect(found.counts).toEqual({ exact: 1, forgiving: 1, near: 1, elsewhere: 1, several: 0, missing: 1, incomplete: 2 });
    expect(found.rows.map((row) => row.reason)).toEqual([
      '', '',
      'These words are not in the answer of P3. Nearest: in the answer of P3 to “What helps you to come here?”, characters 0 to 52.',
      'These words are not in the answer of P2. The words are said by P1 to “What stops you from coming?”; the table says P2.',
      'These words are not in the answer of P4.', 'There is neither an extract nor a start and an end.', 'The code is missing.',
    ]);
    expect(found.rows[2]?.places[0]?.similarity).toBeGreaterThan(0.75);
    expect(found.newCodes).toEqual(['Warm', 'Company', 'Skills', 'Transport']);
    expect(found.columns.map(({ name, role, sample }) => [name, role, sample[0]])).toEqual([['question', 'question', '1'], ['participant', 'participant', 'P1'], ['extract', 'extract', 'The kettle is always on'], ['code', 'code', 'Warm']]);
  });

  it('spans words that were left out, and sees past what an author put in', async () => {
    const project = await survey();
    const found = await project.ask('coding.inspectImport', csv(
      'participant,quote,code',
      'P1,"The kettle is always on […] how my week has been",A',
      'P3,"I learn[ed] to mend things that (they) would have thrown away",B',
      'P2,"“…keeps me out of the house…”",C',
      'P3,"no way to carry a broken lamp (a lot)",D',
    ));
    expect(states(found)).toEqual([
      'Line 2 near P1:The kettle is always on, and somebody asks how my week has been',
      'Line 3 near P3:I learn to mend things that I would have thrown away',
      'Line 4 forgiving P2:keeps me out of the house',
      'Line 5 forgiving P3:no way to carry a broken lamp',
    ]);
    expect(found.rows[3]?.note).toBe('a lot');
  });

  it('looks among all answers where no participant or no question is named', async () => {
    const project = await survey();
    const found = await project.ask('coding.inspectImport', csv('extract,code,person,item', 'Nobody judges me,A,,', 'buses,B,P2,', 'the,C,,', 'The kettle,D,,1', 'the stop is dark,E,,1', 'No,F,P4,2'));
    expect(states(found).map((state) => state.slice(0, 30))).toEqual([
      'Line 2 exact P4:Nobody judges ', 'Line 3 exact P2:buses', expect.stringMatching(/^Line 4 several /), 'Line 5 exact P1:The kettle', 'Line 6 elsewhere P1:the stop i', 'Line 7 exact P4:No',
    ]);
    expect(found.rows[0]?.reason).toBe('No participant is named; the words stand only in the answer of P4.');
    expect(found.warnings).toContain('4 quotes name no participant; they were looked for in all answers.');
  });

  it('knows people by aliases and other ways to write their number, and sees two numberings', async () => {
    const project = await survey();
    const found = await project.ask('coding.inspectImport', csv('participant,quote,code', '1,The kettle,A', '2,buses,B', '[P2],buses,B', 'ppt. 3,I learn to mend,C', 'Participant 04,Nobody judges,D'));
    expect(found.counts.exact).toBe(5);
    expect(found.warnings.some((warning) => /numberings are mixed/.test(warning))).toBe(true);
  });

  it('knows the numbers of other numberings, and who of two people with one number said the words', async () => {
    const project = await survey();
    await project.ask('alias.import', { name: 'Paper', table: { text: 'P1\t31\nP3\t32\n' } });
    const file = csv('participant,quote,code', '31,The kettle,A', '32,I learn to mend,B');
    expect((await project.ask('coding.inspectImport', file)).rows.map((row) => [row.state, row.places[0]?.shown])).toEqual([['exact', 'P1'], ['exact', 'P3']]);
    await project.ask('alias.import', { name: 'Second paper', table: { text: 'P2\t31\nP4\t32\n' } });
    const found = await project.ask('coding.inspectImport', file);
    expect(found.rows.map((row) => [row.state, row.places[0]?.shown, row.reason])).toEqual([
      ['exact', 'P1', '31 is the number of 2 people in different numberings; P1 said these words.'], ['exact', 'P3', '32 is the number of 2 people in different numberings; P3 said these words.'],
    ]);
  });

  it('takes what columns are for from the researcher, and says what is missing', async () => {
    const project = await survey();
    const file = csv('Spalte A,Spalte B,Spalte C', 'P1,The kettle,Warm');
    const unread = await project.ask('coding.inspectImport', file);
    expect([unread.rows, unread.columns.map((column) => column.role)]).toEqual([[], ['ignore', 'ignore', 'ignore']]);
    expect(unread.obstacle).toBe('No column is known to hold the words (extract, quote), and none the codes.');
    const columns = { 0: 'participant', 1: 'extract', 2: 'code' } as const;
    expect((await project.ask('coding.inspectImport', { ...file, columns })).counts.exact).toBe(1);
    expect(await project.ask('coding.import', { ...file, columns })).toMatchObject({ codings: 1 });
  });

  it('takes a first row for a quote where the table has no header', async () => {
    const project = await survey();
    const found = await project.ask('coding.inspectImport', { ...csv('P1,The kettle is always on,Warm', 'P2,I like them,Company'), columns: { 0: 'participant', 1: 'extract', 2: 'code' } });
    expect(states(found)).toEqual(['Line 1 exact P1:The kettle is always on', 'Line 2 exact P2:I like them']);
  });

  it.each([
    ['Taguette', 'id,document,tag,content', '1,P1,Warm,The kettle is always on'],
    ['MAXQDA', 'Colour,Comment,Document group,Document name,Code,Begin,End,Segment', ',,Wave 1,P1,Warm,1,1,The kettle is always on'],
    ['ATLAS.ti', 'ID,Document,Quotation Name,Quotation Content,Codes,Comment', '1:1,P1,The kettle,The kettle is always on,Warm,'],
    ['Dedoose', 'Excerpt,Codes Applied Combined,Participant ID number,Excerpt Creator', 'The kettle is always on,Warm,P1,me'],
    ['by hand', 'Participant No.,Raw data (verbatim),Initial code(s),Potential themes', 'P1,The kettle is always on,Warm,'],
  ])('understands the columns of %s', async (_, header, row) => {
    const project = await survey();
    const found = await project.ask('coding.inspectImport', csv(header, row));
    expect(found.rows.map(({ state, participant, codes }) => [state, participant, codes])).toEqual([['exact', 'P1', ['Warm']]]);
  });

  it('names only what the project does not have yet', async () => {
    const project = await survey();
    await project.ask('coding.import', csv('question,participant,extract,code,theme', '1,P1,The kettle,Warm,Comfort'));
    const found = await project.ask('coding.inspectImport', csv('question,participant,extract,code,theme', '1,P1,The kettle,Warm,Comfort', '1,P2,People,Warm,', '1,P2,them,Others,Comfort > People'));
    expect([found.newCodes, found.newThemes, found.newAnalyses]).toEqual([['Warm', 'Others'], ['People'], []]);
  });
});

describe('coding.import of rows that need a look', () => {
  const file = csv('question,participant,extract,code', '1,P1,The kettle,Warm', '1,P3,I learned to mend things I would have thrown away,Skills', '2,P2,The bus is late and the stop is dark,Transport');

  it('never accepts near or other places by itself; says where they are', async () => {
    const project = await survey();
    const result = await project.core.call('coding.import', file);
    if (result.ok) throw new Error('this should have been refused');
    expect(result.error.message).toContain('2 rows cannot be placed');
    const { problems } = result.error.details as { problems: { near?: { line: number; itemId: number; start: number; end: number; similarity: number } }[] };
    const confirm = problems.map(({ near }) => ({ line: near?.line ?? 0, itemId: near?.itemId ?? 0, start: near?.start ?? 0, end: near?.end ?? 0 }));
    expect(await project.ask('coding.import', { ...file, confirm })).toMatchObject({ codings: 3, problems: [] });
  });

  it('accepts near places from a likeness on, where asked to, but nobody else’s words', async () => {
    const project = await survey();
    const summary = await project.ask('coding.import', { ...file, acceptNear: 0.7, skipBadRows: true });
    expect([summary.codings, summary.problems.map((problem) => problem.where)]).toEqual([2, ['Line 4']]);
    expect((await project.core.call('coding.import', { ...file, acceptNear: 0.2 })).ok).toBe(false);
  });

  it('refuses a confirmed place that is none', async () => {
    const project = await survey();
    const result = await project.core.call('coding.import', { ...file, confirm: [{ line: 3, itemId: 1, start: 5, end: 5_000 }, { line: 4, itemId: 999, start: 0, end: 4 }] });
    expect(result.ok).toBe(false);
  });
});

describe('coding.findPlaces', () => {
  it('finds words anywhere, or what is nearest to them', async () => {
    const project = await survey();
    const places = async (words: string) => (await project.ask('coding.findPlaces', { words })).map((place) => `${place.shown} ${place.question}: ${place.match}`);
    expect(await places('judges me')).toEqual(['P4 What helps you to come here?: judges me']);
    expect(await places('carrying a broken lamp on a bicycle')).toEqual([expect.stringContaining('P3')]);
    expect(await places('')).toEqual([]);
  });

  it('moves the ends of a place by words and sentences, and keeps what stands around it', async () => {
    const project = await survey();
    const [place] = await project.ask('coding.findPlaces', { words: 'udges m' });
    const at = { itemId: place?.itemId ?? 0, start: place?.start ?? 0, end: place?.end ?? 0 };
    const words = await project.ask('coding.moveEnds', { ...at, how: 'words' });
    expect(words).toMatchObject({ match: 'judges me' });
    const longer = await project.ask('coding.moveEnds', { ...at, ...{ start: words.start, end: words.end }, how: 'start-earlier' });
    expect(longer).toMatchObject({ match: 'Nobody judges me', before: expect.not.stringContaining('Nobody') });
    const beyond = await project.core.call('coding.moveEnds', { ...at, end: 9_000, how: 'words' });
    expect(beyond).toMatchObject({ ok: false, error: { message: expect.stringContaining('the answer has only') } });
    expect(await project.core.call('coding.moveEnds', { itemId: 999, start: 0, end: 1, how: 'words' })).toMatchObject({ ok: false, error: { kind: 'missing' } });
  });
});

describe('tables made in Excel and Word', () => {
  it('reads a workbook of any columns, several codes in a cell, and cells left empty below the first', async () => {
    const project = await survey();
    const file = await excelFile('coding.xlsx', {
      Coding: [
        ['Table 1. First codes', '', '', '', ''],
        ['P no.', 'Data extract', 'Initial codes', 'Theme', 'Comment'],
        ['1', 'The kettle is always on', 'Warmth; Being expected', 'Comfort', 'nice'],
        ['2', 'I like them', '', '', ''],
        ['3', 'I learn to mend things', 'Skills\nSaving things', 'Doing', ''],
        ['4', 'Nobody judges me', '', 'Comfort', ''],
      ],
      Other: [['x'], ['y']],
    });
    expect((await project.ask('coding.inspectImport', file)).rows.map((row) => row.state)).toEqual(['exact', 'incomplete', 'exact', 'incomplete']);
    const found = await project.ask('coding.inspectImport', { ...file, asAbove: true });
    expect(found.columns.map((column) => column.role)).toEqual(['participant', 'extract', 'code', 'theme', 'note']);
    expect(found.rows.map((row) => [row.where, row.state, row.codes.join('+'), row.theme.join('>')])).toEqual([
      ['Row 3', 'exact', 'Warmth+Being expected', 'Comfort'], ['Row 4', 'exact', 'Warmth+Being expected', 'Comfort'],
      ['Row 5', 'exact', 'Skills+Saving things', 'Doing'], ['Row 6', 'incomplete', '', 'Comfort'],
    ]);
    expect([found.sections, found.section]).toEqual([['Coding', 'Other'], 'Coding']);
    const other = await project.core.call('coding.import', { ...file, section: 'Other' });
    expect(other.ok ? '' : other.error.message).toContain('This is the sheet “Other”; there is also “Coding”.');
    expect(await project.ask('coding.import', { ...file, asAbove: true, skipBadRows: true })).toMatchObject({ codings: 6, codes: 4, themes: 2 });
  });

  it('takes an empty theme for none where every row has its code, unless it is told otherwise', async () => {
    const project = await survey();
    const file = csv('Who,Quote,Code,Theme', 'P1,The kettle,Warm,Comfort', 'P2,I like them,Company,', 'P4,Nobody judges me,Calm,Comfort');
    const themes = async (more: object) => (await project.ask('coding.inspectImport', { ...file, ...more })).rows.map((row) => row.theme.join());
    expect(await themes({})).toEqual(['Comfort', '', 'Comfort']);
    expect(await themes({ asAbove: true })).toEqual(['Comfort', 'Comfort', 'Comfort']);
    expect((await project.ask('coding.inspectImport', file)).asAbove).toEqual({ on: false, rows: 1 });
  });

  it('reads every table of a Word document, in any order of columns, with merged cells and ids behind the quotes', async () => {
    const project = await survey();
    const file = await wordFile('tables.docx', [
      { text: 'Our coding so far' },
      { table: [['Theme', 'Code', 'Illustrative quote', 'Who'], ['Comfort', 'Warmth', 'The kettle is always on', 'P1'], [{ merged: true }, { merged: true }, 'somebody asks how my week has been', 'P1'], [{ merged: true }, 'Company', 'I like them', 'P2']] },
      { text: 'And the second sheet' },
      { table: [['Quote', 'Code'], ['“The bus is late” [P1]\n“Rain; and buses” [P2]', 'Transport'], ['“no way to carry a broken lamp” (P3, cyclist)', 'Carrying']] },
      { table: [['One', 'Two', 'Three'], ['a', 'b', 'c']] },
    ]);
    const found = await project.ask('coding.inspectImport', file);
    expect(found.rows.map((row) => [row.where, row.state, row.participant, row.codes[0], row.theme.join('>')])).toEqual([
      ['Table 1, row 2', 'exact', 'P1', 'Warmth', 'Comfort'], ['Table 1, row 3', 'exact', 'P1', 'Warmth', 'Comfort'], ['Table 1, row 4', 'exact', 'P2', 'Company', 'Comfort'],
      ['Table 2, row 2, quote 1', 'forgiving', 'P1', 'Transport', ''], ['Table 2, row 2, quote 2', 'forgiving', 'P2', 'Transport', ''], ['Table 2, row 3', 'forgiving', 'P3', 'Carrying', ''],
    ]);
    expect(found.warnings).toEqual([expect.stringContaining('Table 3 has no header')]);
    expect(new Set(found.rows.map((row) => `${row.line}/${row.part}`)).size).toBe(found.rows.length);
    expect(await project.ask('coding.import', file)).toMatchObject({ codings: 6, problems: [] });
  });

  it('reads a table of themes, in which the deepest theme is the label', async () => {
    const project = await survey();
    const found = await project.ask('coding.inspectImport', await wordFile('themes.docx', [
      { table: [['Theme', 'Sub-theme', 'Example quote'], ['Comfort (n = 3)', '', ''], ['', 'Warmth (n = 2)', '“The kettle is always on” [ppt. 1]'], ['Getting there', '', '“The bus is late” [ppt. 1]']] },
    ]));
    expect(found.rows.map((row) => [row.state, row.theme, row.codes])).toEqual([['forgiving', ['Comfort'], ['Warmth']], ['forgiving', [], ['Getting there']]]);
  });

  it('reads an appendix: headings, group headings, codes, quotes with ids in brackets', async () => {
    const project = await survey();
    const file = await wordFile('appendix.docx', [
      { heading: 1, text: 'Appendix B. Coding process' },
      { heading: 2, text: 'Step 1: Creating initial codes' },
      { heading: 3, text: 'Question 1, Helps: ‘What helps you to come here?’' },
      { heading: 4, text: 'FOR' },
      { text: 'Warmth' }, { text: 'The kettle is always on [P1]', bullet: true }, { text: 'I like them [P2]', bullet: true },
      { text: 'Learning' }, { text: 'I learn to mend things [3].', bullet: true }, { text: 'it keeps me out of the house', bullet: true },
      { heading: 3, text: 'Question 2: ‘What stops you from coming?’' },
      { text: 'Transport' }, { text: 'The bus is late (mod; 7) [P1]', bullet: true },
      { heading: 2, text: 'Step 2: Creating themes' },
      { heading: 3, text: 'Question 1, Helps: ‘What helps you to come here?’' },
      { heading: 4, text: 'Comfort' }, { heading: 5, text: 'Warm rooms' }, { text: 'The kettle is always on [P1]', bullet: true },
      { heading: 4, text: 'On its own' }, { text: 'I learn to mend things [3]', bullet: true },
    ]);
    const found = await project.ask('coding.inspectImport', file);
    expect(found.rows.map((row) => [row.state, row.participant, row.group.join(), row.codes[0], row.note])).toEqual([
      ['exact', 'P1', 'FOR', 'Warmth', ''], ['exact', 'P2', 'FOR', 'Warmth', ''], ['exact', '3', 'FOR', 'Learning', ''], ['near', '', 'FOR', 'Learning', ''],
      ['forgiving', 'P1', '', 'Transport', 'mod; 7'],
    ]);
    expect(found.sections).toEqual(['Step 1: Creating initial codes', 'Step 2: Creating themes']);
    const second = await project.ask('coding.inspectImport', { ...file, section: 'Step 2: Creating themes' });
    expect(second.rows.map((row) => [row.theme, row.codes])).toEqual([[['Comfort'], ['Warm rooms']], [['On its own'], ['On its own']]]);
    expect(await project.ask('coding.import', { ...file, section: 'Step 2: Creating themes' })).toMatchObject({ codings: 2, themes: 2, codes: 2 });
  });

  it('refuses what holds no codings, in a sentence', async () => {
    const project = await survey();
    const refusal = async (file: { fileName: string; bytes: string }) => {
      const result = await project.core.call('coding.inspectImport', file);
      return result.ok ? '' : `${result.error.kind}: ${result.error.message}`;
    };
    expect(await refusal(await wordFile('letter.docx', [{ text: 'Dear colleague' }]))).toMatch(/^refused: In “letter.docx” there is no table with a column for the quotes/);
    expect(await refusal(fileOf('a.pdf', '%PDF-1.7 …'))).toMatch(/^refused: “a.pdf” is a PDF/);
    expect(await refusal(fileOf('empty.csv', ''))).toBe('refused: “empty.csv” is empty.');
  });
});
