import { expect, test } from 'vitest';
import { safeFileName } from './file-names.ts';

test.each([
  ['Plain title', 'Plain title'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j'],
  ['../../etc/passwd', 'etc passwd'],
  ['  ends with dots ... ', 'ends with dots'],
  ['con', 'con project'],
  ['LPT1', 'LPT1 project'],
  ['\u202Egnp.exe\u0000', 'gnp.exe'],
  ['...', 'Project'],
  ['Café', 'Café'],
])('%j becomes %j', (title, name) => {
  expect(safeFileName(title)).toBe(name);
});

test('a title in any script leaves room for endings in the 255 bytes of a file name', () => {
  expect(Buffer.byteLength(safeFileName('修理'.repeat(60)))).toBeLessThanOrEqual(200);
  expect(safeFileName('修理'.repeat(60))).toMatch(/^(修理){33}$/);
});

test('a long title is cut without half a character', () => {
  const name = safeFileName(`${'x'.repeat(79)}😀 and more`);
  expect(name).toBe('x'.repeat(79));
});
