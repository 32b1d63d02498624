import { expect, test } from 'vitest';
import { inspect, tableFile } from '../testing.ts';

const words = ['It was near to where I live now', 'Because my friend works there too', 'The people were kind to me there', 'They listened and rang me back', 'It never felt like being judged'];
const text = (at: number) => `${words[at % 5]}, number ${at}`;
/** 60 people, of whom every third said Yes to the gate. */
const study = (wording: string, answers: (at: number, yes: boolean) => string, gate = (at: number): string => (at % 3 === 0 ? 'Yes' : 'No')) =>
  tableFile([['ID', 'Role', 'Did you ever stop?', wording], ...Array.from({ length: 60 }, (_, at) => [`${at}`, at % 2 ? 'Nurse' : 'Doctor', gate(at), answers(at, gate(at) === 'Yes')])]);

test('a question that only those with one answer filled in was asked of them only; the evidence is told', async () => {
  const found = await inspect(study('What made you stop?', (at, yes) => (yes ? text(at) : '')));
  expect(found.columns[3]).toMatchObject({
    asked: { column: 2, values: ['Yes'] },
    could: 20,
    filled: 20,
    askedReason: 'All 20 who answered said “Yes” to “Did you ever stop?”; nobody else did.',
  });
  expect(await inspect(study('What made you stop?', (at, yes) => (yes ? text(at) : '')), found)).toEqual(found);
});

test('some of them may have left it empty; an answer of somebody who was not asked is told', async () => {
  const found = await inspect(study('If yes, what made you stop?', (at, yes) => (at === 1 || (yes && at % 2 === 0) ? text(at) : '')));
  expect(found.columns[3]).toMatchObject({ asked: { column: 2, values: ['Yes'] }, could: 20, filled: 11, askedReason: '10 of the 11 who answered said “Yes” to “Did you ever stop?”.' });
  expect(found.warnings.join('\n')).toContain('Respondent 1 answered “If yes, what made you stop?”, but by the answer to “Did you ever stop?” should not have been asked.');
});

test('everyone was asked what people of all kinds answered, and what hardly anybody skipped', async () => {
  for (const answers of [(at: number) => (at % 4 ? text(at) : ''), (at: number) => text(at), (at: number) => (at === 3 ? text(at) : '')])
    expect((await inspect(study('What made you stop?', answers))).columns[3]?.asked).toBeUndefined();
});

test('people who left the survey early are not mistaken for people who were not asked', async () => {
  const found = await inspect(
    tableFile([
      ['ResponseId', 'Progress', 'Finished', 'Q1', 'Q2'],
      ...Array.from({ length: 40 }, (_, at) => [`R_abcdefghijkl${at + 10}`, at < 25 ? '100' : '40', at < 25 ? 'True' : 'False', at < 25 ? (at % 2 ? 'a' : 'b') : '', at < 25 ? text(at) : '']),
    ]),
  );
  expect(found.columns[4]?.asked).toBeUndefined();
  expect(found.columns.slice(1, 3)).toMatchObject([
    { role: 'attribute', shortName: 'Progress', reason: 'Tells how far they came' },
    { role: 'attribute', shortName: 'Finished', reason: 'Tells who finished' },
  ]);
});

test('a person decides otherwise: everyone, or other values', async () => {
  const file = study('What made you stop?', (at, yes) => (yes ? text(at) : ''));
  const wish = (asked: { column: number; values: string[] } | null) => ({ columns: [{ index: 3, name: '', wording: '', role: 'question' as const, shortName: '', filled: 0, reason: '', asked }] });
  const everyone = await inspect(file, wish(null));
  expect(everyone.columns[3]?.asked).toBeNull();
  expect(await inspect(file, everyone)).toEqual(everyone);
  const nurses = await inspect(file, wish({ column: 1, values: ['Nurse'] }));
  expect(nurses.columns[3]).toMatchObject({ could: 30, asked: { column: 1, values: ['Nurse'] } });
  expect(nurses.columns[3]?.askedReason).toBeUndefined();
  expect(nurses.warnings.join('\n')).toContain('should not have been asked');
});

test('a condition on a column that is no attribute falls away with a sentence', async () => {
  const file = study('What made you stop?', (at, yes) => (yes ? text(at) : ''));
  for (const column of [0, 99]) {
    const found = await inspect(file, { columns: [{ index: 3, name: '', wording: '', role: 'question', shortName: '', filled: 0, reason: '', asked: { column, values: ['Yes'] } }] });
    expect(found.columns[3]?.asked).toBeUndefined();
    expect(found.warnings.join('\n')).toContain(`by column ${column} (counted from 0), which is not brought in as an attribute. So everyone counts as asked`);
  }
});

const places = ['The café', 'The workshop', 'The garden', 'The library', 'The choir'];
/** What person `at` ticked: one to four of the places, in every mixture. */
const ticks = (at: number) => places.filter((_, place) => ((at * 7 + place * place * 3 + (at >> place)) % 5) < 2 || place === at % 5);
/** 80 people who ticked places in one cell, and a question for those whom `whom` says. */
const ticked = (separator: string, whom: (of: readonly string[]) => boolean, wording = 'What made you choose it?') =>
  tableFile([['ID', 'Where did you go?', 'Role', wording], ...Array.from({ length: 80 }, (_, at) => [`${at}`, ticks(at).join(separator) + (separator === ';' ? ';' : ''), at % 2 ? 'Nurse' : 'Doctor', whom(ticks(at)) && at % 9 ? text(at) : ''])]);
const has = (place: string) => (of: readonly string[]) => of.includes(place);
const count = (whom: (of: readonly string[]) => boolean) => Array.from({ length: 80 }, (_, at) => ticks(at)).filter(whom).length;

test.each([[';', ';'], [', ', ','], [',', ',']])('of several options in one cell (joined by “%s”), those who ticked one were asked', async (joined, separator) => {
  const file = ticked(joined, has('The garden'));
  const found = await inspect(file);
  const could = count(has('The garden'));
  expect(found.columns[3]).toMatchObject({ asked: { column: 1, values: ['The garden'], separator }, could });
  expect(found.columns[3]?.askedReason).toMatch(/^All \d+ who answered ticked “The garden” in “Where did you go\?”; nobody else did\.$/);
  expect(found.choices.find(({ column }) => column === 1)).toMatchObject({ separator, values: expect.arrayContaining([{ value: 'The garden', people: could }]) });
  expect(await inspect(file, found)).toEqual(found);
});

test('those who ticked one or another option', async () => {
  const whom = (of: readonly string[]) => of.includes('The garden') || of.includes('The choir');
  const found = await inspect(ticked(';', whom, 'If you chose one of the last two, what was it like?'));
  expect(found.columns[3]).toMatchObject({ asked: { column: 1, separator: ';' }, could: count(whom) });
  expect(found.columns[3]?.asked?.values.toSorted()).toEqual(['The choir', 'The garden']);
});

test('who ticked what has nothing to do with a question that anybody answered', async () => {
  const found = await inspect(tableFile([['ID', 'Where did you go?', 'Role', 'Anything else?'], ...Array.from({ length: 80 }, (_, at) => [`${at}`, ticks(at).join(';'), at % 2 ? 'Nurse' : 'Doctor', at % 3 ? text(at) : ''])]));
  expect(found.columns[3]?.asked).toBeUndefined();
});

test('a few people who ticked nothing usual, half of whom answered, are no branch', async () => {
  const file = (whom: (at: number) => boolean) =>
    tableFile([['ID', 'Where did you go?', 'Role', 'Anything else?'], ...Array.from({ length: 300 }, (_, at) => [`${at}`, at % 15 === 0 ? 'The choir;' : `The garden;${at % 3 ? 'The café;' : ''}`, at % 2 ? 'Nurse' : 'Doctor', whom(at) ? text(at) : ''])]);
  expect((await inspect(file((at) => (at % 15 === 0 ? at < 120 : at % 10 !== 1)))).columns[3]?.asked).toBeUndefined();
  expect((await inspect(file((at) => at % 15 !== 0 && at % 10 !== 1))).columns[3]?.asked).toEqual({ column: 1, values: ['The garden'], separator: ';' });
});

test('answers with a comma in them are no ticked options', async () => {
  const found = await inspect(study('What made you stop?', (at, yes) => (yes ? text(at) : ''), (at) => (at % 3 === 0 ? 'Yes' : at % 3 === 1 ? 'No, never' : 'No, not yet')));
  expect(found.columns[3]?.asked).toEqual({ column: 2, values: ['Yes'] });
  const commas = await inspect(study('What made you stop?', (at) => (at % 3 === 0 ? text(at) : ''), (at) => (at % 3 === 0 ? 'Yes, often' : 'No, never')));
  expect(commas.columns[3]?.asked).toEqual({ column: 2, values: ['Yes, often'] });
});

test('an option that holds the separator is found whole', async () => {
  const options = ['Tea, coffee or water', 'Cake', 'Music'];
  const of = (at: number) => options.filter((_, place) => ((at >> place) & 1) === 1);
  const found = await inspect(tableFile([['ID', 'What was there?', 'Role', 'What did you drink?'], ...Array.from({ length: 80 }, (_, at) => [`${at}`, of(at).join(', '), at % 5 ? 'Nurse' : 'Doctor', of(at).includes(options[0] ?? '') ? text(at) : ''])]));
  expect(found.columns[3]).toMatchObject({ asked: { column: 1, values: ['Tea, coffee or water'], separator: ',' }, could: 40 });
});

test.each<[string, string[], (place: string, on: boolean) => string]>([
  ['labels', ['Where? [The café]', 'Where? [The garden]', 'Where? [The choir]'], (place, on) => (on ? place : '')],
  ['0 and 1', ['Where? [The café]', 'Where? [The garden]', 'Where? [The choir]'], (_, on) => (on ? '1' : '0')],
  ['Yes and nothing', ['Where? [The café]', 'Where? [The garden]', 'Where? [The choir]'], (_, on) => (on ? 'Yes' : '')],
])('a column for each option (%s): those who ticked one were asked', async (_, headers, cell) => {
  const found = await inspect(
    tableFile([['ID', ...headers, 'What was it like?'], ...Array.from({ length: 80 }, (__, at) => [`${at}`, ...['The café', 'The garden', 'The choir'].map((place) => cell(place, ticks(at).includes(place))), ticks(at).includes('The garden') ? text(at) : ''])]),
  );
  expect(found.columns[4]).toMatchObject({ asked: { column: 2, values: [cell('The garden', true)] }, could: count(has('The garden')) });
  expect(found.columns[4]?.askedReason).toMatch(/^All \d+ who answered ticked “The garden.*”; nobody else did\.$/);
});

test('answers of people who did not tick it are told', async () => {
  const found = await inspect(ticked(';', (of) => of.includes('The garden')), {
    columns: [{ index: 3, name: '', wording: '', role: 'question', shortName: '', filled: 0, reason: '', asked: { column: 1, values: ['The library'], separator: ';' } }],
  });
  expect(found.columns[3]).toMatchObject({ could: count(has('The library')) });
  expect(found.warnings.join('\n')).toContain('by the answer to “Where did you go?” should not have been asked');
});
