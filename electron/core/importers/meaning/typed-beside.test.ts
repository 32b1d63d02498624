import { expect, test } from 'vitest';
import { tempProject } from '../../../../fixtures/testing.ts';
import { planToKeep, fitPlan } from '../../../../shared/domain/plan-fit.ts';
import type { Inspection } from '../../../../shared/domain/plan.ts';
import { inspect, rolesOf, tableFile } from '../testing.ts';

const options = ['Tea', 'Talking', 'Tools'];
const typed = new Map([[4, 'the smell of solder'], [9, 'my aunt, who was there; and her dog'], [13, 'nothing really']]);
/** Forms write options first and what was typed last, all in one cell. */
const cell = (at: number, end = '') => [...options.filter((_, place) => ((at % 7) + 1) & (1 << place)), ...[typed.get(at) ?? (at === 22 ? 'the warm oven' : '')].filter(Boolean)].join(';') + end;
const file = (end = '', people = 20) =>
  tableFile([['ID', 'What did you come for?', 'Anything else?'], ...Array.from({ length: people }, (_, at) => [`P${at + 1}`, cell(at, end), `On day ${at} it went well`])]);
const splitting = (found: Inspection) => ({ columns: found.columns.map((column) => (column.index === 1 ? { ...column, typed: true } : column)) });

test.each([[''], [';']])('what was typed beside options is offered with what is taken as options, and stays in its cell by default (cells end in “%s”)', async (end) => {
  const found = await inspect(file(end));
  expect(rolesOf(found)).toEqual(['participant', 'attribute', 'question']);
  expect(found.typed).toEqual([
    {
      column: 1,
      split: false,
      people: 3,
      options: expect.arrayContaining(options),
      samples: [...typed].map(([at, text]) => ({ participant: `P${at + 1}`, text })),
      sentence: expect.stringContaining('“typed”: true'),
    },
  ]);
  expect(found.typed[0]?.options).toHaveLength(3);
  expect(found.warnings).toContain(found.typed[0]?.sentence);
  expect(found.preview[4]?.cells[1]).toBe(cell(4, end));
});

test('split off, it is an “other” question of its own, tied to its closed question, whose cells stay as they are', async () => {
  const split = await inspect(file(), splitting(await inspect(file())));
  expect(split.columns[3]).toMatchObject({ role: 'question', name: 'What did you come for? [other]', wording: 'What did you come for? – Other', tiedTo: 1, tie: 'other', typedIn: 1, filled: 3, reason: 'Typed beside the options' });
  expect(split.typed[0]).toMatchObject({ split: true, people: 3 });
  expect(split.warnings.join()).not.toContain('typed something');
  expect(split.preview[4]?.cells[1]).toBe(cell(4));
  // The printed plan brings in the same; switched off again, what was said about the new question is left aside.
  expect(await inspect(file(), split)).toEqual(split);
  expect(rolesOf(await inspect(file(), { columns: split.columns.map(({ typed: _, ...column }) => column) }))).toEqual(['participant', 'attribute', 'question']);
});

test('its answers are words that can be coded: every offset refers to what was typed', async () => {
  const project = tempProject('Open day');
  try {
    await project.ask('survey.import', { ...file(), plan: splitting(await inspect(file())) });
    const other = (await project.ask('survey.questions', {})).find(({ tie }) => tie === 'other');
    expect(other).toMatchObject({ answered: 3, wording: 'What did you come for? – Other' });
    const answers = await project.ask('survey.answers', { questionId: other?.id ?? 0 });
    expect(answers.map(({ text }) => text)).toEqual([...typed.values()]);
    const [attribute] = await project.ask('survey.attributes', {});
    expect(attribute?.values).toContain(cell(4));
    // A longer export of the same form is read the same way, without being told.
    const { wave } = await project.ask('survey.import', file('', 24));
    expect([wave.people.added, wave.answers.added, wave.answers.changed]).toEqual([4, 5, 0]);
    expect((await project.ask('project.check', {})).problems).toEqual([]);
  } finally {
    project.close();
  }
});

test('a kept plan splits the column of another file, wherever it stands, and misses nothing there', async () => {
  const kept = planToKeep(await inspect(file(), splitting(await inspect(file()))));
  const other = tableFile([['Course', 'ID', 'What did you come for?', 'Anything else?'], ...Array.from({ length: 20 }, (_, at) => [at % 2 ? 'Law' : 'Art', `P${at + 1}`, cell(at), `On day ${at} it went well`])]);
  const { plan, missing } = fitPlan(kept, (await inspect(other)).columns);
  expect(missing).toEqual([]);
  expect((await inspect(other, plan)).columns.find(({ typedIn }) => typedIn === 2)).toMatchObject({ role: 'question', tiedTo: 2, filled: 3 });
});

test('combinations of names joined by blanks are nothing that was typed', async () => {
  const names = ['repair_tea', 'repair_talk', 'repair_tools', 'repair_music'];
  const found = await inspect(tableFile([['ID', 'came_for', 'Why?'], ...Array.from({ length: 15 }, (_, at) => [String(at + 1), names.filter((__, place) => (at + 1) & (1 << place)).join(' '), `On day ${at} it went well`])]));
  expect(found.columns[1]?.reason).toBe('Several options ticked');
  expect([found.typed, found.warnings.join().includes('typed something')]).toEqual([[], false]);
});
