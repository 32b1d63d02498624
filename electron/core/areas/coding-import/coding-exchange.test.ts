import { existsSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { fileOf, surveyCsv, tempProject, type TempProject } from '../../../../fixtures/testing.ts';
import type { CodingInspection } from '../../../../shared/domain/coding-import.ts';
import { wordFile, type WordPart } from './coding-files-for-tests.ts';

const open: TempProject[] = [];
afterEach(() => { for (const project of open.splice(0)) project.close(); });

const questions = ['What helps you to come here?', 'What stops you from coming?'];
const answers = [
  ['The kettle is always on.\nThe kettle is always on.', '=1+1 is how I would put it; "quoted", and so on'],
  ['People, mostly "the regulars" – I like 👩‍🔧 them', 'Rain; and buses that never arrive'],
  ['- a list of things that I mend', "'-odd beginnings are odd beginnings"],
];

async function survey(): Promise<TempProject> {
  const project = tempProject();
  open.push(project);
  const columns = ['participant', 'question', 'question'].map((role, index) => ({ index, role: role as 'question', name: ['ParticipantId', ...questions][index] ?? '' }));
  await project.ask('survey.import', { ...fileOf('survey.csv', surveyCsv(questions, answers)), plan: { columns } });
  return project;
}
async function coded(): Promise<TempProject> {
  const project = await survey();
  await project.ask('coding.import', fileOf('codings.csv', [
    'question,participant,extract,start,end,code,theme,group,note',
    '1,P1,The kettle is always on.,25,49,Warm; dry,Comfort > Warm rooms,FOR,twice', '1,P2,"mostly ""the regulars"" – I like 👩‍🔧 them",,,Company,Comfort,FOR,', '1,P3,\'- a list of things,,,Lists,Lists,,',
    '2,P1,\'=1+1 is how I would put it,,,Sums,,AGAINST,', '2,P2,Rain; and buses,,,Transport,,AGAINST,', "2,P3,''-odd beginnings,,,Sums,,AGAINST,",
  ].join('\n')));
  return project;
}
const shape = async (project: TempProject) => (await project.ask('counts.list', {})).analyses.map(({ name, nodes }) => [name, nodes]);

describe('codings that Themework wrote', () => {
  it.each(['csv', 'xlsx'])('come back from %s as the same tree, every row found as written, and add nothing where they are already', async (ending) => {
    const project = await coded();
    const { fileName, bytes } = await project.ask('export.make', { format: 'codings', ending });
    const again = await survey();
    const found = await again.ask('coding.inspectImport', { fileName, bytes });
    expect([found.format, found.counts]).toEqual([ending, { exact: 6, forgiving: 0, near: 0, elsewhere: 0, several: 0, missing: 0, incomplete: 0 }]);
    expect(await again.ask('coding.import', { fileName, bytes })).toMatchObject({ codings: 6, problems: [] });
    expect(await shape(again)).toEqual(await shape(project));
    expect(await project.ask('coding.import', { fileName, bytes })).toMatchObject({ codings: 0, repeated: 6, codes: 0, themes: 0, problems: [] });
    expect(await project.ask('coding.inspectImport', { fileName, bytes })).toMatchObject({ newCodes: [], newThemes: [], newAnalyses: [] });
  });

  it('come back from the appendix in Word: group headings, themes, codes, people', async () => {
    const project = await coded();
    const { fileName, bytes } = await project.ask('export.make', { format: 'appendix' });
    const again = await survey();
    const found = await again.ask('coding.inspectImport', { fileName, bytes });
    // The same words twice in one answer: an appendix does not say which of them is meant.
    expect(found.rows.map((row) => [row.state, row.group, row.theme, row.codes]).sort()).toEqual([
      ['exact', ['AGAINST'], [], ['Sums']], ['exact', ['AGAINST'], [], ['Sums']], ['exact', ['AGAINST'], [], ['Transport']],
      ['exact', ['FOR'], ['Comfort'], ['Company']], ['exact', [], ['Lists'], ['Lists']], ['several', ['FOR'], ['Comfort', 'Warm rooms'], ['Warm; dry']],
    ].sort());
    const unclear = found.rows.find((row) => row.state === 'several');
    const place = unclear?.places[1];
    const confirm = [{ line: unclear?.line ?? 0, itemId: place?.itemId ?? 0, start: place?.start ?? 0, end: place?.end ?? 0 }];
    expect(await again.ask('coding.import', { fileName, bytes, confirm })).toMatchObject({ codings: 6, problems: [] });
  });

  it('come back from a table of themes with its example quotes; counts are no people; a codebook holds no quotes', async () => {
    const project = await coded();
    const { fileName, bytes } = await project.ask('export.make', { format: 'theme-table' });
    const found = await project.ask('coding.inspectImport', { fileName, bytes });
    expect(found.columns.filter((column) => column.role === 'participant')).toEqual([]);
    expect(found.rows.filter((row) => row.extract !== '').every((row) => row.participant !== '' && (row.state === 'forgiving' || row.state === 'several'))).toBe(true);
    const codebook = await project.ask('export.make', { format: 'codebook', ending: 'csv' });
    const refused = await project.core.call('coding.import', { fileName: codebook.fileName, bytes: codebook.bytes });
    expect(refused.ok ? '' : refused.error.message).toContain('No column is known to hold the words');
  });

  it('stand in documents as well, named by their title', async () => {
    const project = tempProject();
    open.push(project);
    await project.ask('survey.import', { ...fileOf('rules.md', '# House rules\n\nBe kind to the kettle.\n\n## Breaks\n\nNobody mends for more than two hours.\n'), plan: { document: { split: 'heading' } } });
    const file = fileOf('codings.csv', 'document,quote,code\nHouse rules,Nobody mends for more than two hours,Rest\nhouse rules,Be kind,Kindness\n,the kettle,Kettle');
    expect(await project.ask('coding.import', file)).toMatchObject({ codings: 3, problems: [] });
    expect((await project.ask('counts.list', {})).analyses[0]?.nodes.map((node) => [node.path[0], node.extracts, node.participants])).toEqual([['Rest', 1, 0], ['Kindness', 1, 0], ['Kettle', 1, 0]]);
    const { fileName, bytes } = await project.ask('export.make', { format: 'codings' });
    expect(await project.ask('coding.import', { fileName, bytes })).toMatchObject({ codings: 0, repeated: 3, problems: [] });
    const offsets = await project.core.call('coding.import', fileOf('offsets.csv', 'question,participant,start,end,code\nDocuments,House rules,0,7,Kind'));
    expect(offsets.ok ? '' : offsets.error.message).toContain('House rules has 2 parts, so the words are needed');
  });
});

describe('a large table', () => {
  it('is looked for and brought in by a thread of its own, which says how far it is; one step of the history as ever', async () => {
    const project = await survey();
    const rows = Array.from({ length: 2_000 }, (_, index) => `1,P${(index % 3) + 1},${['The kettle is always on', 'I like 👩‍🔧 them', 'a list of things'][index % 3]},A code with a rather long name number ${index % 500},"A theme with a rather long name, too"`);
    const file = fileOf('large.csv', ['question,participant,extract,code,theme', ...rows].join('\n'));
    const said: string[] = [];
    const stop = project.core.onProgress(({ words, done, total }) => said.push(`${words} ${done <= total}`));
    expect((await project.ask('coding.inspectImport', file)).counts).toMatchObject({ exact: 1_333, several: 667 });
    expect(said).toContain('Looking for the quotes in the answers true');
    expect(await project.ask('coding.import', { ...file, skipBadRows: true })).toMatchObject({ codes: 500, codings: 1_000 });
    stop();
    expect((await project.ask('history.list', { limit: 1 }))[0]?.label).toBe('Brought in 1000 codings from large.csv');
    await project.ask('history.undo', {});
    expect((await project.ask('counts.list', {})).analyses.flatMap(({ nodes }) => nodes)).toEqual([]);
    await project.ask('history.redo', {});
    expect((await project.ask('project.check', {})).problems).toEqual([]);
  });
});

const data = new URL('../../../../../shared/data/appendix-b/', import.meta.url);

/** The published appendix as a Word document: headings, labels and bullets, with every slip of the printed one. */
function printed(): WordPart[] {
  return readFileSync(new URL('appendix-b.as-printed.txt', data), 'utf8').split('\n').flatMap((line): WordPart[] => {
    const heading = /^(#+) (.*)/.exec(line);
    if (heading) return [{ heading: Math.min(6, (heading[1]?.length ?? 2) - 1) as 1, text: heading[2] ?? '' }];
    const bullet = /^- ?(.*)/.exec(line);
    return (bullet ? bullet[1] : line)?.trim() ? [{ text: bullet?.[1] ?? line, bullet: bullet !== null }] : [];
  });
}

describe.skipIf(!existsSync(data))('a published appendix as it was printed (skipped where the data are not on this computer)', () => {
  it('is read whole: every quote is found, or proposed with the person who said it', async () => {
    const project = tempProject();
    open.push(project);
    await project.ask('survey.import', fileOf('responses.csv', readFileSync(new URL('responses.repaired.csv', data), 'utf8')));
    const file = await wordFile('appendix.docx', printed());
    const { sections } = await project.ask('coding.inspectImport', file);
    expect(sections).toHaveLength(3);
    const parts: CodingInspection[] = [];
    for (const section of sections) parts.push(await project.ask('coding.inspectImport', { ...file, section }));
    const total = (state: keyof CodingInspection['counts']) => parts.reduce((sum, part) => sum + part.counts[state], 0);
    const rows = parts.reduce((sum, part) => sum + part.rows.length, 0);
    expect([total('missing'), total('incomplete')]).toEqual([0, 0]);
    expect(total('exact') + total('forgiving')).toBeGreaterThan(rows * 0.6);
    // S0-13 and S0-14: the first step uses another numbering.
    expect(parts[0]?.warnings.some((warning) => warning.includes('two numberings are mixed'))).toBe(true);
    expect(parts[0]?.warnings.some((warning) => warning.includes('Perhaps it uses another numbering'))).toBe(true);
    // S0-15: an extract without a number is found by its words.
    const unnamed = parts[0]?.rows.filter((row) => row.participant === '') ?? [];
    expect(unnamed.length).toBeGreaterThan(0);
    expect(unnamed.every((row) => row.places.length > 0)).toBe(true);
    // With the other numbering known, the same people are found under it.
    const confirm = (parts[1]?.rows ?? []).flatMap(({ line, part, state, places: [place] }) => (place && state !== 'exact' && state !== 'forgiving' ? [{ line, part, itemId: place.itemId, start: place.start, end: place.end }] : []));
    expect(await project.ask('coding.import', { ...file, section: sections[1] ?? '', confirm })).toMatchObject({ problems: [] });
    expect((await project.ask('project.check', {})).problems).toEqual([]);
  });
});
