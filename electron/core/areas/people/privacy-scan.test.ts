import { describe, expect, it } from 'vitest';
import { fileOf, surveyCsv } from '../../../../fixtures/testing.ts';
import { wordsToMeetAgain } from '../../../../shared/domain/identifiers/again.ts';
import { project, study, filesWith } from './privacy-for-tests.ts';

describe('looking for identifiers', () => {
  it('goes page by page, by question and kind, and reports nothing twice', async () => {
    const { ask: askIt, questions, at } = await study();
    const whole = await askIt('privacy.scan', {});
    expect(whole).toMatchObject({ looked: 6, total: 6, next: null });
    expect(whole.hits.map((hit) => [hit.kind, hit.match, hit.shown])).toEqual(expect.arrayContaining([['name', 'Quillfeather', 'P1'], ['place', 'Saltmarsh Ward', 'P1'], ['phone', '07700 900123', 'P1']]));
    const hits = [];
    let from: number | null = 0;
    while (from !== null) {
      const page: { hits: unknown[]; next: number | null; looked: number } = await askIt('privacy.scan', { from, answers: 2 });
      expect(page.looked).toBe(2);
      hits.push(...page.hits);
      from = page.next;
    }
    expect(hits).toEqual(whole.hits);
    expect((await askIt('privacy.scan', { questionIds: [questions[1]?.id ?? 0], kinds: ['place'] })).hits.every((hit) => hit.questionId === questions[1]?.id && hit.kind === 'place')).toBe(true);
    await askIt('privacy.mask', { places: [{ ...at('Quillfeather'), label: 'name' }] });
    const again = await askIt('privacy.scan', { kinds: ['phone', 'name'] });
    expect(again.hits.map((hit) => hit.match)).toEqual(['07700 900123']);
    expect(again.hits[0]?.before).toContain('colleague [name] works');
  });

  it('looks once more for names that are known by then, however they are typed, and takes names from ids and other numberings', async () => {
    const { ask: askIt } = project();
    await askIt('survey.import', fileOf('names.csv', surveyCsv(['Why?'], [['My colleague Quillfeather works here.'], ['quillfeather’s tea is good, and QUILLFEATHER knows.'], ['Feathers and quills.'], ['Marchbanks told me in May.']])));
    await askIt('survey.import', fileOf('people.csv', 'ParticipantId,Second?\nIola Marchbanks,It was fine\n'));
    const first = (await askIt('privacy.scan', {})).hits;
    expect(first.filter((hit) => hit.kind === 'name').map((hit) => hit.match)).toEqual(['Quillfeather', 'Marchbanks']);
    const known = await askIt('privacy.names', {});
    expect(known).toEqual(['iola', 'marchbanks']);
    const names = [...known, ...first.flatMap((hit) => wordsToMeetAgain(hit, hit.match))];
    const again = await askIt('privacy.scan', { names });
    expect(again.hits.map((hit) => hit.match)).toEqual(['Quillfeather', 'quillfeather', 'QUILLFEATHER', 'Marchbanks']);
    expect(again.looked).toBe(5);
  });

  it('tells where the words also stand in what the researcher wrote', async () => {
    const { ask: askIt, analysisId, at } = await study();
    await askIt('coding.add', { analysisId, ...at('Quillfeather'), codes: [{ name: 'Quillfeather helps' }] });
    await askIt('diary.add', { trigger: 'moved', text: 'I know this quillfeather from my own ward.' });
    const mentions = await askIt('privacy.mentions', { words: ['Quillfeather', 'Saltmarsh Ward'] });
    expect(mentions.map(({ where, word }) => `${where}: ${word}`)).toEqual(expect.arrayContaining(['code: Quillfeather', 'diary: quillfeather', 'history: Quillfeather']));
    expect(await askIt('privacy.mentions', { words: ['Nobodysays'] })).toEqual([]);
  });

  it('takes closed answers out of the plan of the import too, where a key or a condition named them', async () => {
    const { ask: askIt, folder } = project();
    const rows = ['P1,2,Because of one thing', ...[2, 3, 4, 5, 6].map((at) => `P${at},1,Because of ${at} things`)];
    const file = fileOf('roles.csv', `ParticipantId,Role,Why?\n${rows.join('\n')}\n`);
    await askIt('survey.import', { ...file, plan: { columns: [{ index: 0, name: 'ParticipantId', role: 'participant' }, { index: 1, name: 'Role', role: 'attribute', labels: { 1: 'Nurse', 2: 'Head of Quillery' } }, { index: 2, name: 'Why?', role: 'question', asked: { column: 1, values: ['Head of Quillery', 'Nurse'] }, askedReason: 'Those with “Head of Quillery” or “Nurse”.' }] } });
    const [role] = await askIt('survey.attributes', {});
    expect(role?.values.toSorted()).toEqual(['Head of Quillery', 'Nurse']);
    expect(filesWith(folder, 'Quillery').length).toBeGreaterThan(0);
    await askIt('privacy.maskValues', { attributeId: role?.id ?? 0, values: ['Head of Quillery'], label: 'senior role' });
    expect(filesWith(folder, 'Quillery')).toEqual([]);
    expect((await askIt('project.check', {})).problems).toEqual([]);
  });

  it('lists closed answers that only one or two people gave, and masks or removes them for good', async () => {
    const { core, ask: askIt, folder } = project();
    const csv = `ParticipantId,Role,Team,Why?\n${[['Nurse', 'A'], ['Nurse', 'A'], ['Nurse', 'B'], ['Head of Quillery', 'B'], ['Nurse', 'B'], ['Nurse', 'A']].map(([role, team], at) => `${at === 0 ? 'nora.field@example.org' : `P${at + 1}`},${role},${team},Because of ${at} and other things`).join('\n')}\n`;
    await askIt('survey.import', fileOf('roles.csv', csv));
    const attributes = await askIt('survey.attributes', {});
    const role = attributes.find((attribute) => attribute.name === 'Role');
    expect(role).toBeDefined();
    const risks = await askIt('privacy.attributes', {});
    expect(risks.attributes.find((risk) => risk.name === 'Role')).toMatchObject({ people: 6, values: 2, rareValues: 1, rare: [{ value: 'Head of Quillery', people: 1 }] });
    expect(risks.ids).toMatchObject({ people: 1, kinds: ['email'] });
    expect(await askIt('privacy.maskValues', { attributeId: role?.id ?? 0, values: ['Head of Quillery'], label: 'senior role' })).toEqual({ name: 'Role', people: 1, label: '[senior role]' });
    expect(filesWith(folder, 'Quillery')).toEqual([]);
    expect((await askIt('survey.attributes', {})).find((attribute) => attribute.name === 'Role')?.values).toEqual(['Nurse', '[senior role]']);
    expect((await askIt('privacy.attributes', {})).attributes.some((risk) => risk.name === 'Role')).toBe(false);
    expect(await askIt('privacy.dropAttribute', { attributeId: role?.id ?? 0 })).toEqual({ name: 'Role', people: 6 });
    expect((await askIt('survey.attributes', {})).some((attribute) => attribute.name === 'Role')).toBe(false);
    expect((await askIt('project.check', {})).problems).toEqual([]);
    expect((await core.call('history.undo', {})).ok).toBe(false);
  });
});
