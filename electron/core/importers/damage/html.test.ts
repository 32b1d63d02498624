import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inspect, tableFile } from '../testing.ts';
import { readHtml } from './html.ts';

test.each([
  ['Tea &amp; books, that&#39;s it', 'Tea & books, that\'s it'],
  ['caf&eacute; &Eacute;cole &#x201C;ok&#x201D; &hellip;', 'café École “ok” …'],
  ['a&nbsp;b', 'a\u00a0b'],
  ['<p>One</p><p>Two</p>', 'One\nTwo'],
  ['<p>One</p>\n', 'One\n'],
  ['<p>&nbsp;<br></p>', ''],
  ['<p>My <strong>sister</strong> <a href="https://example.org/?a=1">helped</a></p>', 'My sister helped'],
  ['One<br>Two<br />Three', 'One\nTwo\nThree'],
  ['<ul><li>One</li><li>Two</li></ul>', 'One\nTwo'],
  ['<div>One<div>Two</div></div>', 'One\nTwo'],
  ['2 &lt; 3 and &lt;b&gt;', '2 < 3 and <b>'],
])('what a rich text box wrote is read as text: %s', (html, text) => {
  expect(readHtml(html).text).toBe(text);
});

test.each([
  'It took < 5 hours and i <3 it, a<b and c>d', 'AT&T and R&D; more', '<b> alone, and a </i> alone', '<grin> <Ward 7>', 'a &nosuchname; b', '&#0; &#xD800; &#9999999;', 'x <- y && z', '<script>alert(1)</script>',
])('what somebody typed stays: %s', (text) => {
  expect(readHtml(text)).toEqual({ text, places: [] });
});

test('places say where the text stands, and give the HTML back', () => {
  const parts = fc.array(fc.constantFrom('<p>', '</p>', '<br>', '<b>', '</b>', '&amp;', '&#39;', '&nbsp;', 'words ', '<3', ' ', '\n', 'é', '😀', '<li>', '</li>'), { maxLength: 14 });
  fc.assert(
    fc.property(parts, (given) => {
      const html = given.join('');
      const { text, places } = readHtml(html);
      let back = text;
      for (const { start, before, after } of places.toReversed()) {
        expect(back.slice(start, start + after.length)).toBe(after);
        back = back.slice(0, start) + before + back.slice(start + after.length);
      }
      expect(back).toBe(html);
    }),
  );
});

const study = (...answers: string[]) =>
  tableFile([['ID', 'What helped you?', 'Age group'], ...answers.map((answer, at) => [`A${at}`, answer, '18-24']), ...Array.from({ length: 8 }, (_, at) => [`B${at}`, `Something that nobody else wrote ${at}`, '25-30'])]);
const read = (on: boolean, apply = true) => ({ columns: [{ index: 1, name: '', wording: '', role: 'question' as const, shortName: '', filled: 0, reason: '', html: on }], repairs: { count: 0, apply, samples: [] } });

test('answers with HTML are offered per column, side by side, and read as text only where that is wished', async () => {
  const file = study('<p>My <b>sister</b></p><p>Tea &amp; cake</p>', 'It took < 5 hours, i <3 it', '<p>&nbsp;</p>');
  const found = await inspect(file);
  expect(found.preview.map(({ cells }) => cells[1]).slice(0, 2)).toEqual(['<p>My <b>sister</b></p><p>Tea &amp; cake</p>', 'It took < 5 hours, i <3 it']);
  expect(found.columns[1]?.html).toBeUndefined();
  expect(found.html).toMatchObject([{ column: 1, answers: 2, read: false }]);
  expect(found.html[0]?.samples.map(({ participant, damaged, repaired }) => [participant, damaged, repaired])).toEqual([
    ['A0', '<p>', ''], ['A0', '<b>', ''], ['A0', '</b></p><p>', '\n'], ['A0', '&amp;', '&'], ['A0', '</p>', ''], ['A2', '<p>&nbsp;</p>', ''],
  ]);
  expect(found.html[0]?.sentence).toContain('2 answers to “What helped you?” hold HTML');
  expect(found.warnings).toContain(found.html[0]?.sentence);
  expect(found.repairs.count).toBe(0);

  const on = await inspect(file, read(true));
  expect(on.preview.map(({ cells }) => cells[1]).slice(0, 3)).toEqual(['My sister\nTea & cake', 'It took < 5 hours, i <3 it', '']);
  expect(on.columns[1]).toMatchObject({ html: true, filled: found.columns[1]!.filled - 1 });
  expect(on.html[0]).toMatchObject({ read: true, answers: 2 });
  expect(on.html[0]?.samples).toEqual(found.html[0]?.samples);
  expect(on.warnings.join()).not.toContain('HTML');
});

test('a few codes among many answers are no sign of a rich text box; a tag is', async () => {
  const many = Array.from({ length: 40 }, (_, at) => `Nothing that anybody else said, number ${at}`);
  expect((await inspect(study('R&amp;D', ...many))).html).toEqual([]);
  expect((await inspect(study('<p>Nothing</p>', ...many))).html).toMatchObject([{ answers: 1 }]);
  expect((await inspect(study('I <3 this', 'a <b', '< 5 hours'))).html).toEqual([]);
});

test('damaged characters inside and beside HTML are repaired and recorded once', async () => {
  const found = await inspect(study('<p>It didnâ€™t</p> <a title="donâ€™t">help</a> meâ€¦'), read(true));
  expect(found.preview[0]?.cells[1]).toBe('It didn’t\n help me…');
  expect(found.repairs.samples.map(({ damaged, repaired }) => [damaged, repaired])).toEqual([['â€™', '’'], ['â€¦', '…']]);
  expect(found.html[0]?.samples.map(({ damaged }) => damaged)).toEqual(['<p>', '</p>', '<a title="donâ€™t">', '</a>']);
  const off = await inspect(study('<p>It didnâ€™t</p> <a title="donâ€™t">help</a> meâ€¦'), read(true, false));
  expect(off.preview[0]?.cells[1]).toBe('It didnâ€™t\n help meâ€¦');
  expect(off.repairs.samples).toEqual(found.repairs.samples);
});

test('codes do not make a free-text column look like joined options', async () => {
  const found = await inspect(tableFile([['ID', 'What helped you?'], ...Array.from({ length: 9 }, (_, at) => [`P${at}`, `<p>Something that nobody else wrote ${at} &amp; more</p><p>&lt;3</p>`])]));
  expect(found.columns[1]).toMatchObject({ role: 'question' });
});
