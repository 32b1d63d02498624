import { expect, test } from 'vitest';
import type { GivenPlan } from '../../../../shared/domain/plan.ts';
import { inspectFile } from '../index.ts';

const inspect = (text: string | Buffer, fileName: string, plan: GivenPlan = {}) => inspectFile({ fileName, bytes: typeof text === 'string' ? Buffer.from(text, 'utf8') : text, plan });

const letter = 'Dear volunteers,\n\nthank you for another year. The hall is ours until June, and the committee hopes to keep it.\n\nCome to the meeting on Tuesday, bring a cup.\n';

test('prose in a text file is a document, and says why; it can be read as a table', async () => {
  const found = await inspect(letter, 'letter_to_all.txt');
  expect(found).toMatchObject({ format: 'txt', encoding: 'utf-8', document: { title: 'letter to all', split: 'whole', collection: 'Documents', counts: { whole: 1, heading: 1, 'blank-line': 3 }, evidence: ['Read as a document, because it is prose and not a table'] } });
  expect(await inspect(letter, 'letter.txt', { format: 'csv' })).toMatchObject({ format: 'csv', document: null });
});

test.each([
  ['tabs', 'id\tanswer\n1\tGood, really good\n2\tNo\n', 'answers.txt'],
  ['commas', 'id,What helped?\n1,"Time.\n\nAnd tea, of course."\n2,No\n', 'answers.txt'],
  ['semicolons', 'id;text\n1;a\n2;b\n', 'answers'],
  ['one answer a line', 'What helped you most?\nThe tea\nMy neighbour, who drove me\nNothing\nTime\n', 'answers.txt'],
  ['answers with gaps', 'What helped?\nThe tea\n\nMy neighbour\nNothing\n\nTime\nThe cat\n', 'answers.txt'],
  ['prose, but called .csv', letter, 'letter.csv'],
])('%s: a table', async (_, text, fileName) => {
  expect((await inspect(text, fileName, { columns: [] })).document).toBeNull();
});

test.each([
  ['a single line', 'Nobody is turned away.', 'note.txt'],
  ['commas in every line', 'Dear Sam,\nthank you, really, for the shelf,\nit holds, and it is straight,\n\nyours, Ada', 'letter.txt'],
  ['long lines without blank lines', `${'The committee met and talked about the hall, the heating and the rota. '.repeat(4)}\n${'Nothing was decided, and everybody went home late. '.repeat(4)}`, 'minutes.txt'],
  ['pasted prose', letter, 'Pasted text'],
])('%s: a document', async (_, text, fileName) => {
  expect((await inspect(text, fileName)).document).not.toBeNull();
});

test('a table can be read as a document', async () => {
  expect(await inspect('id,text\n1,a\n2,b\n', 'list.txt', { format: 'txt' })).toMatchObject({ format: 'txt', document: { parts: [{ beginning: 'id,text\n1,a\n2,b' }] } });
});

test('Windows-1252 is found and can be changed', async () => {
  const bytes = Buffer.from('The caf\u00e9 committee\n\nwrites a \u0093policy\u0094 on breaks: who mends, rests. Na\u00efve?\n', 'latin1');
  const found = await inspect(bytes, 'policy.txt');
  expect(found).toMatchObject({ encoding: 'windows-1252', document: { parts: [{ beginning: expect.stringContaining('café committee\n\nwrites a “policy”') }] } });
  expect(found.evidence).toMatchObject({ encoding: expect.stringContaining('it is not UTF-8'), specials: expect.arrayContaining([expect.stringContaining('café')]) });
  expect(found.warnings[0]).toContain('its encoding is a guess');
  expect((await inspect(bytes, 'policy.txt', { encoding: 'macintosh' })).evidence.encoding).toContain('chosen by you; the file itself looks like windows-1252');
});

test.each([['utf-16le', '\ufeff'], ['utf-16le', '']])('UTF-16 (%s) with and without its mark', async (encoding, mark) => {
  expect(await inspect(Buffer.from(mark + letter, 'utf16le'), 'letter.txt')).toMatchObject({ encoding, document: { parts: [{ beginning: expect.stringContaining('Dear volunteers') }] } });
});

test('control characters are taken out and counted; line ends of every kind are one', async () => {
  const found = await inspect(`One\u0007 line\r\n\r\nTwo\u0001\r\rThree\n\n${'And some more words. '.repeat(4)}`, 'a.txt', { document: { split: 'blank-line' } });
  expect(found.document?.parts.map(({ beginning }) => beginning)).toMatchObject(['One line', 'Two', 'Three', expect.stringContaining('And some')]);
  expect(found.warnings).toEqual(['2 control characters (invisible, from copying) will be removed.']);
});

test.each([['', 'is empty.'], [' \n\n \n', 'is empty']])('a text without words is refused', async (text, sentence) => {
  await expect(inspect(text, 'a.txt')).rejects.toThrow(sentence);
  await expect(inspect(text, 'a.md')).rejects.toThrow(sentence);
});

test('Markdown: headings, but not in code, keep their words; nothing of the text is changed', async () => {
  const text = '---\ntags: policy\n---\n# The *handbook*\n\nRead this.\n\n```sh\n# no heading\n```\n\nBreaks\n------\n\n- tea\n- [cake](https://example.org)\n\n## Only a heading\n\n### Below it\n\nWords.\n\n# The end\n';
  const found = await inspect(text, 'handbook.md', { document: { split: 'heading' } });
  expect(found).toMatchObject({ format: 'markdown', document: { counts: { heading: 5 } } });
  expect(found.document?.parts).toMatchObject([
    { heading: '', beginning: '---\ntags: policy\n---' },
    { heading: 'The handbook', beginning: 'Read this.\n\n```sh\n# no heading\n```' },
    { heading: 'Breaks', beginning: '- tea\n- [cake](https://example.org)' },
    { heading: 'Only a heading › Below it', beginning: 'Words.' },
    { heading: '', beginning: 'The end' },
  ]);
  expect((await inspect(text, 'handbook.md')).document).toMatchObject({ split: 'whole', parts: [{ beginning: text.trimEnd().slice(0, 239) }] });
});

test('the title is the first heading, otherwise the name of the file; a plan wins', async () => {
  expect((await inspect('# Rules\n\nBe kind.', 'x.md')).document?.title).toBe('Rules');
  expect((await inspect('Be kind.\n\n# Rules\n\nReally.', 'house_rules.md')).document?.title).toBe('house rules');
  expect((await inspect('# Rules\n\nBe kind.', 'x.md', { document: { title: 'Ours', collection: 'Policies' } })).document).toMatchObject({ title: 'Ours', collection: 'Policies' });
});

test('long documents with headings are split by them, others stay whole; a huge part is pointed out', async () => {
  const section = (at: number) => `# Section ${at}\n\n${'Some words about it. '.repeat(100)}\n\n`;
  expect((await inspect([1, 2, 3].map(section).join(''), 'long.md')).document).toMatchObject({ split: 'heading', counts: { heading: 3 } });
  expect((await inspect('Some words about it. '.repeat(1_000), 'long.txt')).document).toMatchObject({ split: 'whole' });
  const found = await inspect('Some words about it.\n\n'.repeat(10_000), 'huge.txt');
  expect(found.warnings).toEqual(['It is one part of more than 100,000 characters. Splitting it by blank line makes reading and coding easier.']);
  expect(found.document?.counts['blank-line']).toBe(10_000);
  expect((await inspect('Some words about it.\n\n'.repeat(10_000), 'huge.txt', { document: { split: 'blank-line' } })).document?.parts).toHaveLength(300);
});

test('more text than anybody reads is refused', async () => {
  await expect(inspect('Some words about it.\n\n'.repeat(600_000), 'endless.txt')).rejects.toThrow('which is more than Themework reads as a document');
});

test('what inspect prints, fed back as a plan, changes nothing', async () => {
  const found = await inspect(letter, 'letter.txt', { document: { split: 'blank-line', title: 'A letter' } });
  expect(await inspect(letter, 'letter.txt', found)).toEqual(found);
});
