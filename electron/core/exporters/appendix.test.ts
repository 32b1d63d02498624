import mammoth from 'mammoth';
import { afterEach, describe, expect, it } from 'vitest';
import type { TempProject } from '../../../fixtures/testing.ts';
import { asText, code, linesOf, made, smallStudy, zipEntry } from './testing.ts';

let project: TempProject | undefined;
afterEach(() => { project?.close(); project = undefined; });

const lines = async (study: TempProject, settings: Record<string, string> = {}) => asText(linesOf(await made(study, 'appendix', settings)));
const idsOf = async (study: TempProject, ...names: string[]) => {
  const analyses = await study.ask('analysis.list', {});
  const codes = (await Promise.all(analyses.map((analysis) => study.ask('code.list', { analysisId: analysis.id })))).flat();
  return names.map((name) => codes.find((each) => each.name === name && each.status === 'active')?.id ?? 0);
};

describe('the appendix', () => {
  it('prints analyses, headings, themes, codes and extracts, each on a line of its own', async () => {
    project = await smallStudy();
    expect(await lines(project)).toEqual([
      'h1 Appendix A. Coding process for free-text responses',
      'h2 Step 1: The structure as it is now',
      'h3 Question 1, Keeping on: ‘What helps you to keep going, and “why”?’',
      'h4 FOR', 'h5 Company',
      'h6 Warmth', '- The kettle is on. [P1]', '- cake [homemade] & tea [Q1-08]',
      'h6 Being known', '- on.⏎People know [P1]', '- People know my name. [P1]',
      'h5 Others', 'h6 Company', '- - company⏎- cake [Q1-08]',
      'h5 Alone', '- I like 👩‍🔧 people who mend <things> "properly" [P3]',
      'h4 Out of the house', '- It gets me out of the house [P4]',
      'h3 Question 2, Stopping: ‘What nearly made you stop, if anything did?’',
      'h4 Getting there', '- Rain [P1]', '- buses in the winter [P1]', '- The stairs are steep [P4]',
    ]);
  });

  it('reads back with real headings, lists and running head in other programs', async () => {
    project = await smallStudy();
    const docx = await made(project, 'appendix');
    const { value: html } = await mammoth.convertToHtml({ buffer: docx });
    expect(html).toContain('<h4>FOR</h4><h5>Company</h5><h6>Warmth</h6><ul><li>The kettle is on. [P1]</li><li>cake [homemade] &amp; tea [Q1-08]</li></ul>');
    expect(html).toContain('<li>on.<br />People know [P1]</li>');
    expect(zipEntry(docx, 'docProps/core.xml')).toContain('<dc:creator>Themework</dc:creator>');
    expect(zipEntry(docx, 'word/styles.xml')).toContain('w:val="en-GB"');
    expect(zipEntry(docx, 'word/header1.xml')).toMatch(/Appendix A\. Coding process.*PAGE/s);
  });

  it('names people as wished, and counts beside headings', async () => {
    project = await smallStudy();
    expect(await lines(project, { ids: 'number' })).toEqual(expect.arrayContaining(['- The kettle is on. [1]', '- cake [homemade] & tea [Q1-08]']));
    expect(await lines(project, { ids: 'ppt' })).toContain('- The kettle is on. [ppt. 1]');
    expect(await lines(project, { ids: 'none' })).toContain('- The kettle is on.');
    expect(await lines(project, { counts: 'yes' })).toEqual(expect.arrayContaining(['h4 FOR (6 extracts, 3 of 4 people)', 'h6 Being known (2 extracts, 1 of 4 people)', 'h4 Getting there (3 extracts, 2 of 3 people)']));
  });

  it('prints a stretch that two merged codes shared once, or as it was coded', async () => {
    project = await smallStudy();
    await code(project, ['2,P1,Rain,Weather,,', '2,Q1-08,Nobody rang,Weather,,']);
    await project.ask('code.merge', { ids: await idsOf(project, 'Getting there', 'Weather'), name: 'Weather and ways', reason: 'They say the same.' });
    const once = await lines(project, { merges: 'no' });
    expect(once.slice(once.indexOf('h4 Weather and ways'))).toEqual(['h4 Weather and ways', '- Rain [P1]', '- buses in the winter [P1]', '- The stairs are steep [P4]', '- Nobody rang [Q1-08]']);
    expect((await lines(project, { merges: 'no', duplicates: 'as-coded' })).filter((line) => line === '- Rain [P1]')).toHaveLength(2);
    const withMerges = await lines(project);
    expect(withMerges.slice(withMerges.indexOf('h2 Merges and their reasons'))).toEqual(expect.arrayContaining(['TableNumber Table A1', 'TableText Codes “Getting there” (3), “Weather” (2)', `TableText “Weather and ways”, in ${(await project.ask('analysis.list', {}))[1]?.name}`, 'TableText They say the same.']));
  });

  it('prints a step for each milestone and one for what came after, with what changed', async () => {
    project = await smallStudy();
    await project.ask('milestone.create', { name: 'Step 1: initial codes' });
    expect((await lines(project)).filter((line) => line.startsWith('h2'))).toEqual(['h2 Step 1: Initial codes']);
    const [warmth, known, alone, there] = await idsOf(project, 'Warmth', 'Being known', 'Alone', 'Getting there');
    await project.ask('code.merge', { ids: [warmth ?? 0, known ?? 0], name: 'Being at home', reason: 'One feeling.' });
    await project.ask('code.setAside', { ids: [alone ?? 0], reason: 'Only one person.' });
    await project.ask('code.update', { id: there ?? 0, name: 'Getting there is hard' });
    const second = (await project.ask('analysis.list', {}))[1];
    await project.ask('theme.create', { analysisId: second?.id ?? 0, name: 'Obstacles', codeIds: [there ?? 0] });
    await code(project, ['2,Q1-08,Nobody rang,Left alone,,']);
    const all = await lines(project, { merges: 'no' });
    expect(all.filter((line) => line.startsWith('h2'))).toEqual(['h2 Step 1: Initial codes', 'h2 Step 2: The structure as it is now']);
    expect(all.slice(all.indexOf('h3 Changes since Step 1'))).toEqual([
      'h3 Changes since Step 1', '- New theme: “Obstacles”.', '- Placed under “Obstacles”: “Getting there is hard”.',
      '- The codes “Warmth” and “Being known” became “Being at home”.', '- The code “Getting there” is now called “Getting there is hard”.', '- The code “Alone” was set aside: Only one person.',
      '- New code: “Left alone”.', '- 1 extract was added.', '- 1 extract is no longer listed.',
    ]);
    expect((await lines(project, { 'step-1': 'no', changes: 'no', merges: 'no' })).filter((line) => /^h[23]/.test(line))).toEqual(['h2 Step 2: The structure as it is now', expect.stringContaining('Question 1'), expect.stringContaining('Question 2')]);
  });

  it('tells merged analyses by their number, with their questions', async () => {
    project = await smallStudy();
    const analyses = await project.ask('analysis.list', {});
    await project.ask('analysis.merge', { ids: analyses.map((analysis) => analysis.id), name: 'Staying and going', keepAsGroups: false, reason: 'They answer each other.' });
    const all = await lines(project, { merges: 'no' });
    expect(all.slice(2, 6)).toEqual(['h3 Merge 1: Staying and going', 'Note Question 1, Keeping on: ‘What helps you to keep going, and “why”?’', 'Note Question 2, Stopping: ‘What nearly made you stop, if anything did?’', 'h4 FOR']);
  });

  it('adds the diary entries that are for the report', async () => {
    project = await smallStudy();
    const [question] = await project.ask('survey.questions', {});
    const [item] = await project.ask('survey.answers', { questionId: question?.id ?? 0 });
    await project.ask('diary.add', { trigger: 'moved', text: 'I stopped here.\n\nFor a while.', links: [{ kind: 'extract', id: item?.itemId ?? 0, start: 0, end: 17 }] });
    await project.ask('diary.add', { trigger: 'other', text: 'Private.', inReport: false });
    const all = await lines(project, { diary: 'yes' });
    expect(all.slice(all.indexOf('h2 From the reflexive diary'))).toEqual(['h2 From the reflexive diary', expect.stringMatching(/^h3 \d+ \w+ \d{4} · Moved me$/), 'BodyText I stopped here.', 'BodyText For a while.', 'BlockQuote The kettle is on. [P1]']);
  });

  it('adds the thematic maps as pictures that every Word can show', async () => {
    project = await smallStudy();
    const docx = await made(project, 'appendix', { maps: 'yes' });
    const all = asText(linesOf(docx));
    expect(all.slice(all.indexOf('h2 Thematic map'))).toEqual([
      'h2 Thematic map', 'TableNumber Figure A1', expect.stringMatching(/^TableTitle .*: Thematic Map$/), ' ', 'TableNote Note. 4 people answered. Numbers in the map are different people, so they do not add up.',
    ]);
    const relations = zipEntry(docx, 'word/_rels/document.xml.rels');
    expect(relations).toMatch(/media\/[\w-]+\.svg/);
    expect(relations).toMatch(/media\/[\w-]+\.png/);
  });
});
