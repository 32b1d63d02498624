import { expect, test } from 'vitest';
import { decode, DecodedPieces } from './decode.ts';

/** More than two pieces, with characters of several bytes and line ends of two on all their borders. */
const long = (text: string) => text.repeat(Math.ceil(2_500_000 / Buffer.byteLength(text)));

test.each([
  ['characters of two, three and four bytes', long('aé’😀\n')],
  ['Windows line ends', long('ab\r\n')],
  ['nothing but ASCII', long('a line of words\n')],
])('%s survive the borders of pieces', (_, text) => {
  const bytes = Buffer.from(text);
  const pieces = [...new DecodedPieces({ fileName: 'survey.csv', bytes }).pieces()];
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.slice(0, -1).every((piece) => !piece.text.endsWith('\r'))).toBe(true);
  expect(pieces.map((piece) => piece.text).join('') === text).toBe(true);
  expect(pieces.map(({ done, last }) => ({ done, last })).at(-1)).toEqual({ done: bytes.length, last: true });
});

test('UTF-16 as well, and NULs and doubled line ends are put right across borders', () => {
  const text = long('aé’😀\n');
  expect(decode({ fileName: 'survey.csv', bytes: Buffer.from(`\ufeff${text}`, 'utf16le') }).text === text).toBe(true);
  const damaged = decode({ fileName: 'survey.csv', bytes: Buffer.from(long('abcdefghij\r\r\n\0')) });
  expect(damaged.text.includes('\r\r')).toBe(false);
  expect(damaged.text.includes('\0')).toBe(false);
  expect(damaged.warnings[0]).toMatch(/^[\d,]+ empty characters \(NUL\) were removed\.$/);
});
