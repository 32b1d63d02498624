import { wholeCharacters } from '../text-range.ts';
import { scanAgain } from './again.ts';
import { scanPhones, scanWeb } from './contacts.ts';
import { scanNames } from './names.ts';
import { scanDates, scanNumbers, scanPostcodes } from './numbers.ts';
import { scanOrganisations } from './organisations.ts';
import { scanPlaces } from './places.ts';
import { scanSmallNames } from './small-names.ts';
import { scanSmallPlaces } from './small-places.ts';
import type { Found, IdentifierKind, Scanner } from './types.ts';

const scanners: readonly Scanner[] = [scanWeb, scanNumbers, scanPhones, scanDates, scanPostcodes, scanPlaces, scanOrganisations, scanNames, scanSmallNames, scanSmallPlaces];

/** A text longer than this (UTF-16 code units) is looked at in stretches, cut at white space, so that no text takes long. */
const stretch = 4_000;

interface Options {
  /** Only these kinds; all of them unless given. What stands in a place of another kind is still told as that kind, so it is not reported here. */
  kinds?: readonly IdentifierKind[] | undefined;
  /** Words of names that are known from elsewhere, in small letters. */
  names?: ReadonlySet<string> | undefined;
  /** Stretches of the text that are masked already: what touches them is left out. */
  masked?: readonly { start: number; end: number }[];
}

/**
 * Everything in a text that looks like an identifier, in order, without overlaps: where two finds meet, the surer one stays,
 * of equally sure ones the longer, and a name only where it is nothing else. It helps and does not guarantee: rare names typed without capitals, nicknames and telling
 * circumstances are not found. Offsets are UTF-16 code units and never cut a character that the reader sees as one.
 */
export function scan(text: string, { kinds, names, masked = [] }: Options = {}): Found[] {
  const finds: Found[] = [];
  for (let from = 0; from < text.length; ) {
    const to = cutAfter(text, from);
    const piece = from === 0 && to === text.length ? text : text.slice(from, to);
    for (const scanner of names ? [...scanners, (each: string) => scanAgain(each, names)] : scanners) {
      for (const find of scanner(piece)) {
        const { start, end } = plainEdge(piece, find.start) && plainEdge(piece, find.end) ? find : wholeCharacters(piece, find);
        finds.push({ ...find, start: start + from, end: end + from });
      }
    }
    from = to;
  }
  if (finds.length === 0) return finds;
  const chosen: Found[] = [];
  const taken = new Uint8Array(text.length);
  for (const { start, end } of masked) taken.fill(1, start, end);
  for (const find of finds.sort((a, b) => b.confidence - a.confidence || b.end - b.start - (a.end - a.start) || Number(a.kind === 'name') - Number(b.kind === 'name') || a.start - b.start)) {
    if (taken.subarray(find.start, find.end).includes(1)) continue;
    taken.fill(1, find.start, find.end);
    chosen.push(find);
  }
  const wanted = kinds === undefined ? chosen : chosen.filter((find) => kinds.includes(find.kind));
  return wanted.sort((a, b) => a.start - b.start);
}

/** Both sides of an offset are Latin letters, figures or blanks, none of which ever join into one character. */
function plainEdge(text: string, at: number): boolean {
  const [left, right] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return (at === 0 || (left < 0x300 && left !== 13)) && (at === text.length || right < 0x300);
}

/** Where the stretch from an offset ends: at white space in its last part, or after a whole character. */
function cutAfter(text: string, from: number): number {
  if (text.length - from <= stretch) return text.length;
  const last = text.slice(from + stretch - 500, from + stretch);
  const blank = Math.max(last.lastIndexOf(' '), last.lastIndexOf('\n'));
  if (blank >= 0) return from + stretch - 500 + blank + 1;
  return wholeCharacters(text, { start: from, end: from + stretch }).end;
}
