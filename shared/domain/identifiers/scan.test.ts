import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeCharacters } from '../text-range.ts';
import { labelled, unseen } from './labelled.ts';
import { scan } from './scan.ts';
import { type Found, type IdentifierKind, identifierKinds } from './types.ts';

interface Wanted { kind: IdentifierKind; start: number; end: number }

/** A labelled sentence as its text and the places that should be found. */
function read(sentence: string): { text: string; wanted: Wanted[] } {
  const wanted: Wanted[] = [];
  let text = '';
  for (const part of sentence.split(/(\{\w+\|[^}]*\})/u)) {
    const label = /^\{(\w+)\|(.*)\}$/u.exec(part);
    if (label) wanted.push({ kind: label[1] as IdentifierKind, start: text.length, end: text.length + (label[2]?.length ?? 0) });
    text += label?.[2] ?? part;
  }
  return { text, wanted };
}

/** A find does its work when masking it leaves nothing of the identifier but a title, a number or a small word. */
const covers = (find: Found, wanted: Wanted) => Math.min(find.end, wanted.end) - Math.max(find.start, wanted.start) >= (wanted.end - wanted.start) * 0.6;

/** Counts and prints what is found among labelled sentences, what is missed, and what is found too many. */
function measured(which: string, sentences: readonly string[]) {
  const missed: string[] = [];
  const extra: string[] = [];
  const otherKind: string[] = [];
  let all = 0;
  for (const { text, wanted } of sentences.map(read)) {
    const finds = scan(text);
    all += wanted.length;
    for (const each of wanted) {
      const hit = finds.find((find) => covers(find, each));
      if (!hit) missed.push(`${text.slice(each.start, each.end)} (${each.kind})`);
      else if (hit.kind !== each.kind) otherKind.push(`${text.slice(each.start, each.end)}: ${each.kind}, told as ${hit.kind}`);
    }
    for (const find of finds) if (!wanted.some((each) => find.start < each.end && find.end > each.start)) extra.push(`${text.slice(find.start, find.end)} (${find.kind}, ${find.confidence})`);
  }
  const found = all - missed.length;
  process.stdout.write(`\nIdentifiers in ${sentences.length} invented sentences ${which}: ${found} of ${all} found; ${extra.length} finds too many; ${otherKind.length} of another kind.\n${[...missed.map((each) => `  missed: ${each}`), ...extra.map((each) => `  too many: ${each}`), ...otherKind.map((each) => `  kind: ${each}`)].join('\n')}\n`);
  return { sentences: sentences.length, all, found, extra: extra.length, otherKind: otherKind.length };
}

describe('the scan for identifiers', () => {
  it('finds most of what a careful reader would mask, and rarely more', () => {
    const { sentences, all, found, extra, otherKind } = measured('which the scanners were made with', labelled);
    expect(sentences).toBeGreaterThanOrEqual(60);
    expect(found / all).toBeGreaterThan(0.93);
    expect(found / (found + extra)).toBeGreaterThan(0.93);
    expect(otherKind / all).toBeLessThan(0.1);
  });

  it('does less well on sentences that it has not seen, which is what the screen promises', () => {
    const { all, found, extra } = measured('which they have not seen', unseen);
    expect(found / all).toBeGreaterThan(0.6);
    expect(found / (found + extra)).toBeGreaterThan(0.6);
  });

  it('gives places inside the text, apart from each other, never cutting a character, the same each time', () => {
    const pieces = fc.oneof(fc.constantFrom('Anna', 'Dr Finch ', '07700 900123', 'a@b.org', '👩‍🔧', 'e\u0301', 'M13 9PL', ' born on 3 May 1984 ', ' in Nettlecombe', '. ', '\n', 'My colleague ', '@', 'O’', '\ud83d', ' Ltd'), fc.string({ unit: 'grapheme', maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 6 }));
    fc.assert(fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
      const text = parts.join('');
      const finds = scan(text);
      let last = 0;
      for (const find of finds) {
        expect(find.start).toBeGreaterThanOrEqual(last);
        expect(find.end).toBeGreaterThan(find.start);
        expect(find.end).toBeLessThanOrEqual(text.length);
        expect(wholeCharacters(text, find)).toEqual({ start: find.start, end: find.end });
        last = find.end;
      }
      expect(scan(text)).toEqual(finds);
      const kinds = identifierKinds.map((each) => each.kind).slice(0, 4);
      expect(scan(text, { kinds })).toEqual(finds.filter((find) => kinds.includes(find.kind)));
    }), { numRuns: 400 });
  });

  it('leaves out what is masked already', () => {
    const text = 'Ring 07700 900123 or a@b.org';
    expect(scan(text).map((find) => find.kind)).toEqual(['phone', 'email']);
    expect(scan(text, { masked: [{ start: 5, end: 17 }] }).map((find) => find.kind)).toEqual(['email']);
  });

  it('takes an awkward text in bounded time, and finds across long ones', () => {
    // Time of this process alone: the machine may be busy with other things.
    const started = process.cpuUsage().user;
    const awkward = ['A', 'Aa ', 'Aa-', '1 ', '1', '@', 'a@', 'a.', '\u0301', 'A\u0301', 'my colleague ', 'St ', '+', '(at) ', 'of the ', 'Aa’', '1-'];
    for (const each of awkward) scan(`A${each.repeat(Math.ceil(40_000 / each.length))}`);
    expect((process.cpuUsage().user - started) / 1_000).toBeLessThan(10_000);
    const long = `${'word '.repeat(20_000)}Ring 07700 900123 now. ${'word '.repeat(9_000)}My colleague Annegret Vogt.`;
    expect(scan(long).map((find) => long.slice(find.start, find.end))).toEqual(['07700 900123', 'Annegret Vogt']);
  }, 60_000);
});
