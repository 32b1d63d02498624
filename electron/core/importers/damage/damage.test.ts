import { expect, test } from 'vitest';
import { inspect, textFile } from '../testing.ts';

const rows = (...cells: string[][]) => textFile([['ID', 'What helped you?', 'Age group'], ...cells].map((row) => row.join('\t')).join('\n'));
const filler = Array.from({ length: 8 }, (_, at) => [`B${at}`, `Something that nobody else wrote ${at}`, '18-24']);
const warningsOf = async (...cells: string[][]) => (await inspect(rows(...cells, ...filler))).warnings.join('\n');

test('an undamaged file has nothing to tell', async () => {
  expect(await warningsOf()).toBe('');
});

test.each<[string, string[][], string]>([
  ['lost characters', [['A1', 'It didn\ufffdt help', '18-24']], 'In 1 cell, characters were lost before the file came here'],
  ['an answer that Excel took for a formula', [['A1', '#NAME?', '18-24']], '1 cell reads “#NAME?” or a similar error'],
  [
    'an option that became a date',
    [['A1', 'My sister helped me', '2-Jan']],
    '1 value in “Age group” may have been turned into a date by Excel, such as “2-Jan”',
  ],
  ['codes of HTML', [['A1', 'Tea &amp; books, that&#39;s it', '18-24']], '1 answer to “What helped you?” holds HTML, such as'],
  [
    'tags of HTML',
    [
      ['A1', 'Tea<br>and books', '18-24'],
      ['A2', '<p>Nothing</p>', '18-24'],
    ],
    '2 answers to “What helped you?” hold HTML, such as',
  ],
  [
    'apostrophes that became question marks',
    [
      ['A1', 'I don?t know, it?s far', '18-24'],
      ['A2', 'Is it? No. http://example.org/?s=1', '18-24'],
    ],
    '2 question marks stand where an apostrophe belongs, as in “don?t”',
  ],
  ['an id that was rounded', [['1.23E+11', 'My sister helped me', '18-24']], '1 value in “ID” was rounded by Excel'],
])('%s', async (_, cells, sentence) => {
  expect(await warningsOf(...cells)).toContain(sentence);
});

test('ids of more than 15 digits that end in zeros', async () => {
  const found = await inspect(
    textFile(['ID,What helped you?', ...Array.from({ length: 6 }, (_, at) => `12345678901234${at}000,Something that nobody else wrote ${at}`)].join('\n')),
  );
  expect(found.warnings.join()).toContain('6 numbers in “ID” end in zeros after the 15th digit');
});

test.each([255, 32_765, 32_766, 32_767])('an answer of exactly %i characters may have been cut', async (length) => {
  expect(await warningsOf(['A1', `${'word '.repeat(7_000).slice(0, length - 1)}x`, '18-24'])).toContain(
    `1 answer stops at exactly ${length.toLocaleString('en-GB')} characters`,
  );
});

test('less-than signs and numbers are answers', async () => {
  expect(await warningsOf(['A1', 'It took < 5 hours and i <3 it', '18-24'], ['A2', 'AT&T and R&D; more', '18-24'])).not.toContain('HTML');
});

test('zero-width characters, soft hyphens and spaces stay; a byte order mark before a cell goes', async () => {
  const kept = 'Ein Bei\u00adspiel, ไทย\u200bไทย, می\u200cخواهم,\u00a0👩\u200d🔧 cafe\u0301  ';
  const found = await inspect(rows(['A1', kept, '18-24'], ['A2', '\ufeffAn answer after a mark', '\ufeff18-24'], ...filler));
  expect(found.preview.map(({ cells }) => cells[1]).slice(0, 2)).toEqual([kept, 'An answer after a mark']);
  expect(found.preview[1]?.cells[2]).toBe('18-24');
});

test('Windows characters that were taken for controls are repaired as previewed, one by one', async () => {
  const found = await inspect(rows(['A1', 'It didn\u0092t help \u0093at all\u0094 then', '18-24'], ...filler));
  expect(found.preview[0]?.cells[1]).toBe('It didn’t help “at all” then');
  expect(found.repairs.samples.map(({ damaged, repaired }) => [damaged, repaired])).toEqual([['\u0092', '’'], ['\u0093', '“'], ['\u0094', '”']]);
  const off = await inspect(rows(['A1', 'It didn\u0092t help', '18-24'], ...filler), { repairs: { count: 0, apply: false, samples: [] } });
  expect(off.preview[0]?.cells[1]).toBe('It didn\u0092t help');
});

test('halves of characters in UTF-16 are told as lost, and nothing fails', async () => {
  const bytes = Buffer.from(`\ufeffID\tWhat helped you?\n1\tMy sister \ud83d helped me\n2\tThe library was open\n`, 'utf16le').toString('base64');
  expect((await inspect({ fileName: 'survey.tsv', bytes })).warnings.join()).toContain('In 1 cell, characters were lost');
});

test.each([
  ['2020-03-07 15:32:10'], ['2019-11-03T03:34:11.123Z'], ['9/18/2017 18:00:16'], ['04/02/2020 6:10:05 AM'], ['14/03/2022 06:42'], ['3/14/22 6:42'], ['4/28/21 11:21:47'],
  ['2018/03/05 9:15:00 AM GMT+7'], ['17-Nov-16'],
])('dates as spreadsheets write them are no answers in words: %s', async (date) => {
  const made = Array.from({ length: 9 }, (_, at) => [`A${at}`, `Something that nobody else wrote ${at}`, date.replace(/(\d)(?=\D*$)/, String(at))]);
  expect((await inspect(rows(...made))).columns[2]).toMatchObject({ role: 'attribute' });
});

test('wordings are shown without HTML, entities and line breaks; answers keep theirs', async () => {
  const header = '"<p>What&nbsp;<b>helped</b>\n you?</p>"';
  const found = await inspect(textFile(`ID,${header}\n1,My <b>sister</b> helped me\n2,Tea &amp; the people there\n3,Nothing that I remember\n`));
  expect(found.columns[1]).toMatchObject({ wording: 'What helped you?', shortName: 'What helped you?' });
  expect(found.preview[0]?.cells[1]).toBe('My <b>sister</b> helped me');
});

test('columns that somebody added after the survey are left out, with the reason', async () => {
  const names = ['Q7 - Topics', 'Q7 - Sentiment Polarity', 'Helped_coded', 'Helped themes'];
  const found = await inspect(textFile([['ID', 'What helped you? Please say why', ...names].join(','), ...Array.from({ length: 9 }, (_, at) => [`${at}`, `Something that nobody else wrote ${at}`, ...names.map(() => `Support from people, number ${at}`.replace(',', ' and'))].join(','))].join('\n')));
  expect(found.columns.slice(2).map(({ role, reason }) => [role, reason])).toEqual(names.map(() => ['ignore', 'Added after the survey']));
});
