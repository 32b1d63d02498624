import type { Place } from './mojibake.ts';

/** Tags of rich text boxes. Other things in angle brackets are somebody's words. */
const inline = new Set(['a', 'b', 'big', 'em', 'font', 'i', 's', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'u']);
const blocks = new Set(['blockquote', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ol', 'p', 'pre', 'ul']);
/** Tags without an end. */
const lone = new Set(['br', 'hr']);
const token = /<(\/?)([a-z][a-z0-9]{0,10})(?:\s[^<>]*)?\/?>|&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}[0-9]{0,2}));/gi;

/** Names of characters: those of Latin-1 from U+00A0 on, in order, and those that editors write. */
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const characters = new Map([
  ...latin.split(' ').map((name, at): [string, string] => [name, String.fromCharCode(0xa0 + at)]),
  ...Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', lsaquo: '‹', rsaquo: '›', ndash: '–', mdash: '—', hellip: '…', bull: '•', euro: '€', trade: '™', rarr: '→', larr: '←', OElig: 'Œ', oelig: 'œ', Scaron: 'Š', scaron: 'š' }),
]);
const western = new TextDecoder('windows-1252');

/** `character`: the one that is meant; undefined for a tag. `breaks`: a new line, always or unless one has just begun. */
interface Token { at: number; end: number; character?: string; breaks?: 'always' | 'once' }

/** A number that stands for a character; undefined where it stands for none. Numbers 128 to 159 are Windows characters, as browsers read them. */
function numbered(code: number): string | undefined {
  if (code >= 0x80 && code < 0xa0) return western.decode(Uint8Array.of(code));
  const sound = code === 9 || code === 10 || (code >= 0x20 && code !== 0x7f && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff));
  return sound ? String.fromCodePoint(code) : undefined;
}

/** The codes and tags in a text. A tag counts only with its other half. */
function tokensIn(html: string): Token[] {
  const found: Token[] = [];
  const open = new Map<string, Token[]>();
  for (const { 0: whole, 1: slash, 2: tag, 3: decimal, 4: hex, 5: named, index: at } of html.matchAll(token)) {
    const end = at + whole.length;
    if (tag === undefined) {
      const character = named === undefined ? numbered(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)) : characters.get(named);
      if (character !== undefined) found.push({ at, end, character });
      continue;
    }
    const name = tag.toLowerCase();
    if (lone.has(name)) found.push({ at, end, breaks: 'always' });
    if (!inline.has(name) && !blocks.has(name)) continue;
    const half: Token = { at, end, ...(blocks.has(name) ? { breaks: 'once' } : {}) };
    const begun = open.get(name) ?? [];
    if (slash === '') {
      begun.push(half);
      open.set(name, begun);
      continue;
    }
    const first = begun.pop();
    if (first) found.push(first, half);
  }
  return found.toSorted((a, b) => a.at - b.at);
}

/** Where the last words end: a line ends only where more follows. */
function endOfWords(html: string, tokens: readonly Token[]): number {
  let last = 0;
  let from = 0;
  for (const { at, end, character } of [...tokens, { at: html.length, end: html.length, character: '' }]) {
    const words = html.slice(from, at).trimEnd();
    if (words.trim() !== '') last = from + words.length;
    if (character?.trim()) last = end;
    from = end;
  }
  return last;
}

/** HTML that a rich text box wrote, as the text that its author saw: codes are characters, blocks are lines. Text without HTML comes back as it is, with no places. */
export function readHtml(html: string): { text: string; places: Place[] } {
  const tokens = /[<&]/.test(html) ? tokensIn(html) : [];
  if (tokens.length === 0) return { text: html, places: [] };
  const last = endOfWords(html, tokens);
  const places: (Place & { end: number; tag: boolean })[] = [];
  let text = '';
  let from = 0;
  /** Whether there are words, and whether nothing but blanks stands on the present line. */
  let words = false;
  let fresh = true;
  const add = (piece: string) => {
    text += piece;
    if (piece.trim() !== '') words = true;
    const line = piece.slice(piece.lastIndexOf('\n') + 1);
    fresh = line.trim() === '' && (fresh || piece.includes('\n'));
  };
  for (const { at, end, character, breaks } of tokens) {
    add(html.slice(from, at));
    const line = breaks && at < last && words && (breaks === 'always' || !fresh) ? '\n' : '';
    const before = places.at(-1);
    if (before?.tag && before.end === at && character === undefined) {
      before.before += html.slice(at, end);
      before.after += line;
      before.end = end;
    } else places.push({ start: text.length, before: html.slice(at, end), after: character ?? line, end, tag: character === undefined });
    add(character ?? line);
    from = end;
  }
  text += html.slice(from);
  if (text.trim() === '') return { text: '', places: [{ start: 0, before: html, after: '' }] };
  return { text, places: places.map(({ start, before, after }) => ({ start, before, after })) };
}

/** Repaired places of a text whose HTML was then read: where they stand now. Those inside a tag went with it; the tag takes its damage back. */
export function throughHtml(repaired: readonly Place[], html: readonly Place[]): { repaired: Place[]; html: Place[] } {
  if (repaired.length === 0 || html.length === 0) return { repaired: [...repaired], html: [...html] };
  const moved: Place[] = [];
  let next = 0;
  let shift = 0;
  const until = (end: number, each: (place: Place) => void) => {
    for (let place = repaired[next]; place && place.start < end; place = repaired[++next]) each(place);
  };
  const move = (place: Place) => moved.push({ ...place, start: place.start + shift });
  const kept = html.map((tag) => {
    const from = tag.start - shift;
    until(from, move);
    let { before } = tag;
    let grown = 0;
    until(from + tag.before.length, (inside) => {
      const at = inside.start - from + grown;
      before = before.slice(0, at) + inside.before + before.slice(at + inside.after.length);
      grown += inside.before.length - inside.after.length;
    });
    shift += tag.after.length - tag.before.length;
    return { ...tag, before };
  });
  until(Number.POSITIVE_INFINITY, move);
  return { repaired: moved, html: kept };
}

/** Whether answers look as if a rich text box wrote them: tags in one of them, or codes in one of twenty. `answers`: how many were given. */
export function looksLikeHtml(places: readonly (Place & { person: number })[], answers: number): boolean {
  return places.some(({ before }) => before.includes('<')) || new Set(places.map(({ person }) => person)).size >= Math.max(1, answers * 0.05);
}
