import { expect, test } from 'vitest';
import { inspect, tableFile } from '../testing.ts';

const words = ['It was near to where I live now', 'Because my friend works there too', 'The people were kind to me there', 'They listened and rang me back', 'It never felt like being judged'];
const text = (at: number) => `${words[at % 5]}, number ${at}`;
/** 60 people, of whom every third said Yes to the gate. */
const study = (wording: string, answers: (at: number, yes: boolean) => string, gate = (at: number) => (at % 3 === 0 ? 'Yes' : 'No')) =>
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
