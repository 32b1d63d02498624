import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenise, Tokeniser } from './tokenise.ts';

const byParser = (text: string, delimiter: string) =>
  // A row that holds one empty cell in quotation marks is as empty as no row.
  (
    parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true, record_delimiter: text.includes('\n') ? ['\r\n', '\n'] : '\r' }) as string[][]
  ).filter((row) => row.length > 1 || row[0] !== '');

test('regular tables come out as csv-parse reads them', () => {
  const cell = fc.array(fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r', ' ', '😀'), { maxLength: 6 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom(',', ';'),
      fc.boolean(),
      (rows, lineEnd, delimiter, ended) => {
        const text =
          rows.map((row) => row.map((value) => (/[",;\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(delimiter)).join(lineEnd) +
          (ended ? lineEnd : '');
        const tokens = tokenise(text, { delimiter, quoted: true });
        expect(tokens.regular).toBe(true);
        expect(tokens.rows).toEqual(byParser(text, delimiter));
      },
    ),
  );
});

test('whatever the text, what it calls regular is what csv-parse reads', () => {
  const text = fc.array(fc.constantFrom('a', '"', '""', ',', '\n', '\r\n', '\r', ' '), { maxLength: 30 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (given) => {
      const tokens = tokenise(given, { delimiter: ',', quoted: true });
      if (tokens.regular) expect(tokens.rows).toEqual(byParser(given, ','));
    }),
    { numRuns: 2_000 },
  );
});

test('each row knows the line on which it begins', () => {
  expect(tokenise('a,b\r\n\r\n"x\r\ny","z\n"\r\nlast,1', { delimiter: ',', quoted: true }).lines).toEqual([1, 3, 6]);
});

test('a text in pieces is the same as the text, wherever it is cut', () => {
  const text = fc.array(fc.constantFrom('a', 'ключ', '"', '""', ',', '\n', '\r\n', ' ', '"x\ny"'), { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.array(fc.nat(120), { maxLength: 5 }), (given, cuts) => {
      const options = { delimiter: ',', quoted: true };
      const tokeniser = new Tokeniser({ ...options, oldMac: !given.includes('\n'), own: true });
      // A line end is never cut in two (decode.ts).
      const places = [...new Set([0, ...cuts, given.length])].filter((at) => at <= given.length && given[at - 1] !== '\r').toSorted((a, b) => a - b);
      for (const [n, at] of places.entries()) if (n < places.length - 1 || given === '') tokeniser.feed(given.slice(at, places[n + 1]), n >= places.length - 2);
      const whole = tokenise(given, options);
      expect(tokeniser.regular).toBe(whole.regular);
      expect(tokeniser.rows).toEqual(whole.rows);
      expect(tokeniser.lines).toEqual(whole.lines);
    }),
    { numRuns: 1_000 },
  );
});
