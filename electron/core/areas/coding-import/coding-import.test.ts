import { afterEach, describe, expect, it } from 'vitest';
import { fileOf, surveyCsv, tempProject, type TempProject } from '../../../../fixtures/testing.ts';

const open: TempProject[] = [];
afterEach(() => { for (const project of open.splice(0)) project.close(); });

const questions = ['What helps you?', 'What stops you?', 'Anything else?'];
const answers = [
  ['The kettle is on. The kettle is on.', 'Too far\nand too cold for me to come by bus', 'no, nothing at all that I can think of'],
  ['People, mostly "the regulars" – I like 👩‍🔧 them', 'Rain; and buses', ''],
  ['- a list\n- of things', 'Rain, I suppose, and the dark evenings', '=1+1 is all I know about it'],
];

async function survey(): Promise<TempProject> {
  const project = tempProject();
  open.push(project);
  await project.ask('survey.import', fileOf('survey.csv', surveyCsv(questions, answers)));
  return project;
}

const counts = async (project: TempProject) => (await project.ask('counts.list', {})).analyses;
const nodes = async (project: TempProject, analysis: string) =>
  ((await counts(project)).find((each) => each.name === analysis)?.nodes ?? []).map((node) => `${node.kind} ${node.path.join(' > ')} ${node.extracts}/${node.distinctExtracts}/${node.participants}`);
const csv = (...lines: string[]) => fileOf('codings.csv', lines.join('\n'));

async function refusal(project: TempProject, file: ReturnType<typeof fileOf>) {
  const before = await counts(project);
  const result = await project.core.call('coding.import', file);
  expect(await counts(project)).toEqual(before);
  if (result.ok) throw new Error('this should have been refused');
  return result.error;
}

describe('coding.import', () => {
  it('builds headings, themes and codes in the order of the file, and counts people once', async () => {
    const project = await survey();
    const summary = await project.ask('coding.import', csv(
      'Code,participant,QUESTION,extract,theme,group,kind,note',
      'Company,P2,1,People,Being with others > The regulars,FOR,latent,why?',
      'Weather,P2,2,Rain,,AGAINST,,',
      'Weather,P3,2,Rain,,AGAINST,,',
      'Company,P2,1,them,Being with others > The regulars,FOR,,',
      'Lists,P3,What helps you?,of things,Being with others,FOR,,',
    ));
    expect(summary).toEqual({ codings: 5, codes: 3, themes: 4, analyses: 0, repeated: 0, problems: [], notes: [] });
    expect(await nodes(project, questions[0] ?? '')).toEqual([
      'group FOR 3/3/2', 'theme FOR > Being with others 3/3/2', 'theme FOR > Being with others > The regulars 2/2/1', 'code FOR > Being with others > The regulars > Company 2/2/1', 'code FOR > Being with others > Lists 1/1/1',
    ]);
    expect(await nodes(project, questions[1] ?? '')).toEqual(['group AGAINST 2/2/2', 'code AGAINST > Weather 2/2/2']);
    const [analysis] = await project.ask('analysis.list', {});
    const codes = await project.ask('code.list', { analysisId: analysis?.id ?? 0 });
    expect(codes.map((code) => [code.name, code.kind, code.ink])).toEqual([['Company', 'latent', 1], ['Lists', 'undecided', 2]]);
    expect((await project.ask('project.check', {})).problems).toEqual([]);
  });

  it('is one step of the history', async () => {
    const project = await survey();
    await project.ask('coding.import', csv('question,participant,extract,code', '1,P2,People,Company'));
    await project.ask('history.undo', {});
    expect(await nodes(project, questions[0] ?? '')).toEqual([]);
    await project.ask('history.redo', {});
    expect(await nodes(project, questions[0] ?? '')).toEqual(['code Company 1/1/1']);
  });

  it('keeps the same name in two places as two codes, and codes between themes in their place', async () => {
    const project = await survey();
    await project.ask('coding.import', csv('question,participant,extract,code,theme', '1,P2,People,Same,A', '1,P2,mostly,Alone,', '1,P2,them,Same,B', '1,P2,like,B,B'));
    expect(await nodes(project, questions[0] ?? '')).toEqual(['theme A 1/1/1', 'code A > Same 1/1/1', 'code Alone 1/1/1', 'theme B 2/2/1', 'code B > Same 1/1/1', 'code B > B 1/1/1']);
  });

  it('counts a theme and a code that share one path as one node, people once', async () => {
    const project = await survey();
    await project.ask('coding.import', csv('question,participant,extract,code,theme', '1,P2,People,Same,', '1,P3,a list,Other,Same', '1,P2,People,Other,Same', '1,P2,them,Other,Same > Other'));
    expect(await nodes(project, questions[0] ?? '')).toEqual(['theme Same 4/3/2', 'theme Same > Other 3/3/2', 'code Same > Other > Other 1/1/1']);
  });

  it('adds to what is there, and skips what is there already', async () => {
    const project = await survey();
    const file = csv('question,participant,extract,code,theme', '1,P2,People,Company,A', '1,P2,People,Company,A', '1,P2,People,Other,A');
    expect(await project.ask('coding.import', file)).toMatchObject({ codings: 2, codes: 2, themes: 1, repeated: 1 });
    expect(await project.ask('coding.import', file)).toMatchObject({ codings: 0, codes: 0, themes: 0, repeated: 3 });
    await project.ask('coding.import', csv('question,participant,extract,code,theme', '1,P2,mostly,Company,A'));
    expect(await nodes(project, questions[0] ?? '')).toEqual(['theme A 3/2/1', 'code A > Company 2/2/1', 'code A > Other 1/1/1']);
  });

  it('finds headings below themes again, so that an export read back adds nothing', async () => {
    const project = await survey();
    const [analysis] = await project.ask('analysis.list', {});
    const theme = await project.ask('theme.create', { analysisId: analysis?.id ?? 0, name: 'Theme' });
    const heading = await project.ask('theme.create', { analysisId: analysis?.id ?? 0, name: 'Heading', kind: 'group', parentId: theme.id });
    await project.ask('coding.import', csv('question,participant,extract,code', '1,P2,People,Company'));
    const [code] = await project.ask('code.list', { analysisId: analysis?.id ?? 0 });
    await project.ask('code.place', { ids: [code?.id ?? 0], to: { themeId: heading.id } });
    const { fileName, bytes } = await project.ask('export.make', { format: 'codings' });
    expect(await project.ask('coding.import', { fileName, bytes })).toMatchObject({ codings: 0, codes: 0, themes: 0, repeated: 1 });
  });

  it('creates an analysis over the questions that its rows name, and lets it borrow from others later', async () => {
    const project = await survey();
    expect(await project.ask('coding.import', csv('question,participant,extract,code,analysis', '1,P2,People,Company,Both', '2,P3,Rain,Weather,both'))).toMatchObject({ analyses: 1 });
    const both = (await counts(project)).find((analysis) => analysis.name === 'Both');
    expect([both?.questions.map((question) => question.wording), both?.answered]).toEqual([questions.slice(0, 2), 3]);
    await project.ask('coding.import', csv('question,participant,extract,code,analysis', '3,P1,nothing,Company,Both'));
    const after = (await counts(project)).find((analysis) => analysis.name === 'Both');
    expect([after?.questions.length, after?.answered, after?.nodes[0]]).toEqual([2, 3, expect.objectContaining({ path: ['Company'], participants: 2 })]);
    const code = (await project.ask('code.list', { analysisId: (await project.ask('analysis.list', {})).at(-1)?.id ?? 0 }))[0];
    expect((await project.ask('coding.extracts', { codeIds: [code?.id ?? 0] })).map((extract) => extract.borrowed)).toEqual([false, true]);
  });

  it('makes the question an analysis of its own where it has none, under a free name', async () => {
    const project = tempProject();
    open.push(project);
    await project.ask('survey.import', { ...fileOf('survey.csv', surveyCsv(questions, answers)), plan: { analyses: 'together' } });
    const [first, second] = await project.ask('survey.questions', {});
    await project.ask('survey.renameQuestion', { id: second?.id ?? 0, shortName: 'Barriers' });
    await project.ask('analysis.create', { name: 'Barriers', questionIds: [first?.id ?? 0, second?.id ?? 0] });
    await project.ask('coding.import', csv('question,participant,extract,code', '1,P2,People,Company', '2,P3,Rain,Weather'));
    expect((await counts(project)).slice(1).map((analysis) => [analysis.name, analysis.questions.length])).toEqual([['Barriers', 2], [questions[0], 1], ['Barriers (question 2)', 1]]);
  });

  it('reads semicolons, tabs, Windows line ends, a byte order mark and line breaks in extracts', async () => {
    for (const [separator, end] of [[';', '\r\n'], ['\t', '\n'], [',', '\r\n']] as const) {
      const project = await survey();
      const rows = [['question', 'participant', 'extract', 'code'], ['2', 'P1', '"Too far\r\nand too cold"', 'Far'], ['2', '[P2]', '"Rain; and buses"', 'Far']];
      const text = `\uFEFF${rows.map((row) => row.join(separator)).join(end)}${end}${end}`;
      expect(await project.ask('coding.import', fileOf('codings.csv', text))).toMatchObject({ codings: 2, codes: 1 });
    }
  });

  it('finds words that a word processor changed, and tells formulas from their guard', async () => {
    const project = await survey();
    expect(await project.ask('coding.import', csv(
      'question,participant,extract,code', '1,P2,"mostly “the regulars” - I like",Quoted', '1,P3,"\'- a list - of things",List', '3,P3,\'=1+1,Formula', '1,P2,👩‍🔧,Emoji',
    ))).toMatchObject({ codings: 4 });
  });

  it('takes offsets alone, and offsets in code points or with Windows line ends where the words agree', async () => {
    const project = await survey();
    await project.ask('coding.import', csv('question,participant,extract,start,end,code', '1,P1,,18,35,Kettle', '1,P1,The kettle is on.,0,,Kettle', '1,P2,them,43,47,Them', '2,P1,and too cold,9,21,Cold'));
    const [analysis] = await project.ask('analysis.list', {});
    const [kettle, them] = await project.ask('code.list', { analysisId: analysis?.id ?? 0 });
    expect((await project.ask('coding.extracts', { codeIds: [kettle?.id ?? 0, them?.id ?? 0] })).map((extract) => [extract.start, extract.text])).toEqual([[18, 'The kettle is on.'], [0, 'The kettle is on.'], [45, 'them']]);
  });

  it('lists rows that cannot be placed with their lines, and imports nothing', async () => {
    const project = await survey();
    const error = await refusal(project, csv(
      'question,participant,extract,start,end,code,kind',
      '1,P2,People,,,Fine,',
      '9,P2,People,,,Code,',
      '1,P9,People,,,Code,',
      '"1"',
      '3,P2,People,,,Code,',
      '1,P2,"no such',
      'words",,,Code,',
      '1,P1,The kettle is on.,,,Code,',
      '1,P2,People,3,9,Code,',
      '1,P2,,2,400,Code,',
      '1,P2,People,x,,Code,',
      '1,P2,People,,,,',
      '1,P2,People,,,Code,manifest',
      '1,P2,,39,40,Code,',
    ));
    expect(error.kind).toBe('refused');
    expect(error.message).toMatch(/^12 rows cannot be placed, so nothing was imported\. Line 3: There is no question “9”\. The words stand in the answer of P2 to “What helps you\?”\. Line 4: There is no participant “P9”\. The words are said by P2 to “What helps you\?”; the table says P9\. Line 5: .* And 9 more\./);
    const { problems } = error.details as { problems: { line: number; reason: string }[] };
    expect(problems.map((problem) => problem.line)).toEqual([3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15]);
    expect(problems.map((problem) => problem.reason).slice(2)).toEqual([
      'The participant is missing.', 'P2 did not answer “Anything else?”. The words stand in the answer of P2 to “What helps you?”.', 'These words are not in the answer of P2.',
      'These words are 2 times in the answer of P1. Add the start, counted in characters from the beginning of the answer.',
      'Start and end (3 to 9) do not lead to the words of the extract in the answer of P2; the words stand at 0.',
      expect.stringContaining('400'), 'Start and end are whole numbers of characters from the beginning of the answer.', 'The code is missing.',
      '“manifest” is no kind of code; there are semantic, latent and undecided.', expect.stringContaining('cut a character'),
    ]);
  });

  it('leaves bad rows out when asked to, and still says which', async () => {
    const project = await survey();
    const file = csv('question,participant,extract,code', '1,P2,People,Fine', '1,P9,People,Code');
    expect(await project.ask('coding.import', { ...file, skipBadRows: true })).toEqual({ codings: 1, codes: 1, themes: 0, analyses: 0, repeated: 0, problems: [{ line: 3, where: 'Line 3', reason: expect.stringMatching(/^There is no participant “P9”\. The words are said by P2/), near: { line: 3, part: 1, itemId: expect.any(Number), start: 0, end: 6, similarity: 1 } }], notes: [] });
    expect((await project.core.call('coding.import', { ...csv('question,participant,extract,code', '1,P9,People,Code'), skipBadRows: true })).ok).toBe(false);
  });

  it('says which column is missing, and refuses what is no table', async () => {
    const project = await survey();
    expect((await refusal(project, csv('question,person,extract,kode', '1,P2,People,Fine'))).message).toContain('No column is known to hold the codes. Its columns: “question”, “person”, “extract”, “kode”.');
    expect((await refusal(project, csv('question,participant,code', '1,P2,Fine'))).message).toContain('No column is known to hold the words (extract, quote).');
    expect((await refusal(project, csv('question,participant,extract,code'))).message).toContain('a header and no rows');
    expect((await refusal(project, fileOf('codings.csv', ''))).message).toBe('“codings.csv” is empty.');
    expect((await refusal(project, fileOf('codings.xlsx', 'PK\u0003\u0004…'))).message).toContain('codings.xlsx');
  });

  it('names a question whose wording stands twice by its numbers', async () => {
    const project = tempProject();
    open.push(project);
    await project.ask('survey.import', fileOf('survey.csv', surveyCsv(['Why is that?', 'Why is that?'], answers.map((row) => row.slice(0, 2)))));
    expect((await refusal(project, csv('question,participant,extract,code', 'Why is that?,P2,People,Fine'))).message).toContain('“Why is that?” is the name of 2 questions. Name the question by its number (1, 2) or its column');
  });
});
