import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { offsetOf, rangeOf } from './dom-range.ts';

const pieces = fc.array(fc.oneof(fc.constantFrom('👨‍👩‍👧', 'e\u0301', 'مرحبا', '修理', 'a b', '\n'), fc.string({ minLength: 1, maxLength: 12 })), { minLength: 1, maxLength: 8 });

/** The text as an answer draws it: some pieces bare, some in spans inside spans. */
function draw(parts: readonly string[]): HTMLElement {
  const root = document.createElement('p');
  for (const [index, part] of parts.entries()) {
    if (index % 3 === 0) root.append(part);
    else {
      const inner = document.createElement('span');
      inner.append(part);
      const outer = document.createElement('span');
      outer.append(index % 3 === 1 ? inner : part);
      root.append(outer);
    }
  }
  document.body.append(root);
  return root;
}

afterEach(() => document.body.replaceChildren());

describe('between the document and offsets', () => {
  it('an offset comes back from the document as it went in, whatever marks the text carries', () => {
    fc.assert(fc.property(pieces, fc.nat(120), fc.nat(120), (parts, a, b) => {
      const root = draw(parts);
      const text = parts.join('');
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
      const range = rangeOf(root, start, end);
      expect(range?.toString()).toBe(text.slice(start, end));
      expect(range && offsetOf(root, range.startContainer, range.startOffset)).toBe(start);
      expect(range && offsetOf(root, range.endContainer, range.endOffset)).toBe(end);
      root.remove();
    }), { verbose: 1 });
  });

  it('points outside the text count as its beginning or its end', () => {
    const before = document.createElement('header');
    const after = document.createElement('footer');
    before.append('P1');
    after.append('P2');
    document.body.append(before);
    const root = draw(['one ', 'two ', 'three']);
    document.body.append(after);
    expect(offsetOf(root, before.firstChild as Node, 1)).toBe(0);
    expect(offsetOf(root, after.firstChild as Node, 1)).toBe('one two three'.length);
    expect(rangeOf(root, 0, 99)).toBeNull();
  });
});
