import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ask, fileOf } from '../../../../fixtures/testing.ts';
import { columnsOf, columnsWith, filesWith, project } from './privacy-for-tests.ts';

const word = 'Kestrelworks';
/** Columns of text that no closed answer comes into by itself, and why. */
const neverClosed: readonly [columns: RegExp, why: string][] = [
  [/\.(at|started_at|ended_at|created_at|discussed_on|actor|kind|status|tray|state|record|command|trigger|review|tie|display|school|layout|direction|tbl|sha256|picture|hash)$/, 'dates, check sums and words of ours'],
  [/^(?:code|theme|coding|noticing|memo|diary_entry|kept_loose_end|merge|merge_source|milestone|map_version|map_relation|analysis|alias_scheme|alias|project|picture|saved_plan\.name|operation\.label)(?:\.|$)/, 'what the researcher wrote'],
  [/^(?:item|repair|document|mask|import\.file_name|participant|kept_identifier)(?:\.|$)/, 'answers to open questions, documents, files and people'],
  [/^(?:attribute|question)\.(?:name|column_name|short_name|wording|matrix)$/, 'names and wordings of questions'],
];

const csv = (people: number, from = 1) => ['Id,Employer,Sites,Plant,Canteen', ...Array.from({ length: people }, (_, at) => {
  const here = at % 3 === 0;
  return `P${at + from},${here ? 1 : 2},${here ? `${word}; North` : at % 3 === 1 ? 'North; East' : 'South'},${here ? `The plant is warm and loud on day ${at}` : ''},I like the people on my shift ${at}`;
})].join('\n');
const columns = [
  { index: 0, name: 'Id', role: 'participant' as const },
  { index: 1, name: 'Employer', wording: 'Employer', role: 'attribute' as const, labels: { 1: word, 2: 'Elsewhere' } },
  { index: 2, name: 'Sites', wording: 'Sites', role: 'attribute' as const },
  { index: 3, name: 'Plant', wording: 'Plant', role: 'question' as const, asked: { column: 1, values: [word] }, askedReason: `All who answered said “${word}”.` },
  { index: 4, name: 'Canteen', wording: 'Canteen', role: 'question' as const, asked: { column: 2, values: [word, 'South'], separator: ';' } },
];
const plan = { columns };

/** A project in which the closed answer stands in every column that can hold it, in plans and conditions of now and before, done, undone and given up. */
async function everywhere() {
  const made = project();
  const { ask: askIt } = made;
  await askIt('survey.import', { ...fileOf('employers.csv', csv(9)), plan });
  const [employer, sites] = (await askIt('survey.attributes', {})).map(({ id }) => id);
  const [plant, canteen] = (await askIt('survey.questions', {})).map(({ id }) => id);
  if (!employer || !sites || !plant || !canteen) throw new Error('the survey came in otherwise');
  const asked = { attributeId: employer, values: [word] };
  const save = (name: string, columns = plan.columns) => askIt('plan.save', { name, plan: { columns } });
  await save('Ours');
  await save('Ours', columns.slice(0, 4));
  await save('Gone');
  await askIt('plan.remove', { id: (await askIt('plan.list', {})).find(({ name }) => name === 'Gone')?.id ?? 0 });
  await askIt('survey.setAsked', { questionId: plant, asked: null });
  await askIt('survey.setAsked', { questionId: plant, asked });
  await askIt('survey.setAsked', { questionId: canteen, asked: null });
  await askIt('survey.setAsked', { questionId: canteen, asked: { attributeId: sites, values: [word, 'South'], separator: ';' } });
  await askIt('survey.setTie', { questionId: plant, closedId: employer, tie: 'comment' });
  await askIt('survey.setAsked', { questionId: canteen, asked });
  await save('Undone');
  await askIt('history.undo', {});
  await askIt('history.undo', {});
  const masked = async () => {
    await askIt('privacy.maskValues', { attributeId: employer, values: [word], label: 'employer' });
    await askIt('privacy.maskValues', { attributeId: sites, values: [`${word}; North`], label: 'site' });
  };
  return { ...made, employer, sites, plant, canteen, masked };
}

it('stands in few columns of a project file, and masking takes it out of all of them', async () => {
  const { ask: askIt, file, folder, core, masked, plant, canteen, employer, sites } = await everywhere();
  const closed = ['attribute_value.value', 'change.after', 'change.before', 'import.plan', 'question.asked', 'saved_plan.plan'];
  expect(columnsWith(file, word)).toEqual(closed);
  // A new column has to be thought of here.
  expect(columnsOf(file).filter((name) => !closed.includes(name) && !neverClosed.some(([pattern]) => pattern.test(name)))).toEqual([]);
  await masked();
  expect(columnsWith(file, word)).toEqual([]);
  expect(filesWith(folder, word)).toEqual([]);
  // Who could answer is as it was: an option that others ticked as well stays beside the label.
  const links = new Map((await askIt('survey.questions', {})).map(({ id, asked, askedOf }) => [id, { asked, askedOf }]));
  expect(links.get(plant)).toEqual({ asked: 3, askedOf: { attributeId: employer, values: ['[employer]'] } });
  expect(links.get(canteen)).toEqual({ asked: 6, askedOf: { attributeId: sites, values: ['South', '[site]'], separator: ';' } });
  // A plan goes on with everything else that it says.
  expect((await askIt('plan.list', {})).find(({ name }) => name === 'Ours')?.plan.columns?.map(({ asked, labels }) => [asked, labels])).toEqual([[undefined, undefined], [undefined, { 2: 'Elsewhere' }], [undefined, undefined], [undefined, undefined]]);
  core.close();
  expect(filesWith(folder, word)).toEqual([]);
});

it('leaves conditions and labels alone that name other answers', async () => {
  const { ask: askIt, canteen, employer, sites } = await everywhere();
  await askIt('privacy.maskValues', { attributeId: employer, values: ['Elsewhere'], label: 'other' });
  expect((await askIt('survey.questions', {})).find(({ id }) => id === canteen)?.askedOf).toEqual({ attributeId: sites, values: [word, 'South'], separator: ';' });
  expect((await askIt('plan.list', {})).find(({ name }) => name === 'Ours')?.plan.columns?.[3]?.asked).toEqual({ column: 1, values: [word] });
});

it('goes with its closed question, from plans and conditions of now and before', async () => {
  const { ask: askIt, file, folder, employer, sites } = await everywhere();
  await askIt('privacy.dropAttribute', { attributeId: employer });
  await askIt('privacy.dropAttribute', { attributeId: sites });
  expect(columnsWith(file, word)).toEqual([]);
  expect(filesWith(folder, word)).toEqual([]);
  expect((await askIt('survey.questions', {})).map(({ askedOf, closedId, tie }) => [askedOf, closedId, tie])).toEqual([[null, null, ''], [null, null, '']]);
});

type Step = readonly [kind: number, a: number, b: number];
const step: fc.Arbitrary<Step> = fc.tuple(fc.nat(9), fc.nat(100), fc.nat(100));

it('is gone after any work, and every step before and after can be undone and done again as far as undo goes', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 15 }), fc.array(step, { maxLength: 5 }), fc.boolean(), async (before, after, drop) => {
    const { ask: askIt, core, file, folder, employer, sites, plant, canteen, masked, close } = await everywhere();
    const act = async ([kind, a, b]: Step, told: string): Promise<void> => {
      const asked = { attributeId: a % 2 ? employer : sites, values: b % 3 ? [told] : ['South', told], ...(a % 2 && a % 3 ? {} : { separator: ';' }) };
      const steps = [
        () => core.call('survey.setAsked', { questionId: b % 2 ? plant : canteen, asked }),
        () => core.call('survey.setAsked', { questionId: b % 2 ? plant : canteen, asked: null }),
        () => core.call('survey.setTie', { questionId: plant, closedId: a % 2 ? employer : null, tie: 'other' as const }),
        () => core.call('plan.save', { name: `Plan ${a % 2}`, plan: JSON.parse(JSON.stringify(b % 2 ? plan : { columns: columns.slice(0, 4) }).replaceAll(word, told)) as typeof plan }),
        () => core.call('plan.remove', { id: 1 + (a % 4) }),
        () => core.call('survey.import', { ...fileOf('more.csv', csv(6, 1 + (a % 12)).replaceAll(word, told)), plan: JSON.parse(JSON.stringify(plan).replaceAll(word, told)) as typeof plan }),
        () => core.call('survey.renameQuestion', { id: plant, shortName: `Plant ${b}` }),
        () => core.call('history.undo', {}), () => core.call('history.undo', {}), () => core.call('history.redo', {}),
      ];
      const result = await steps[kind]?.();
      if (result && !result.ok) expect(result.error.message).not.toMatch(/cannot be replayed|went wrong/i);
    };
    try {
      for (const each of before) await act(each, word);
      const values = async (attributeId: number) => ((await askIt('survey.attributes', {})).find(({ id }) => id === attributeId)?.values ?? []).filter((value) => value.includes(word));
      if (drop) for (const attributeId of [employer, sites]) await askIt('privacy.dropAttribute', { attributeId });
      else {
        await masked();
        for (const attributeId of [employer, sites]) if ((await values(attributeId)).length > 0) await askIt('privacy.maskValues', { attributeId, values: await values(attributeId), label: 'more' });
      }
      const gone = () => expect([columnsWith(file, word), filesWith(folder, word)]).toEqual([[], []]);
      gone();
      for (const each of after) await act(each, 'Elsewhere');
      let undone = 0;
      for (; (await askIt('history.state', {})).undo; undone++) await askIt('history.undo', {});
      gone();
      for (let at = 0; at < undone; at++) await askIt('history.redo', {});
      gone();
      expect((await ask(core, 'project.check', {})).problems).toEqual([]);
    } finally {
      close();
    }
  }), { numRuns: 25 });
}, 180_000);
