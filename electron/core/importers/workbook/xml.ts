/** The opening tags of this name, with or without a prefix (`<x:sheet …>`). */
export const tags = (xml: string, name: string): string[] => xml.match(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^<>]*>`, 'g')) ?? [];

/** The value of an attribute as it is written; `prefixed` asks for one of another namespace (`r:id`). */
export function attribute(tag: string, name: string, prefixed = false): string | undefined {
  const found = new RegExp(`\\s${prefixed ? '\\w+:' : ''}${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found?.[1] ?? found?.[2];
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Character references as the characters that they stand for; impossible ones stay as they are. */
export const decodeXml = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
        (whole, name: string | undefined, decimal: string | undefined, hex: string | undefined) => {
          if (name) return named[name.toLowerCase()] ?? whole;
          const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
          return code > 0x10ffff ? whole : String.fromCodePoint(code);
        },
      )
    : text;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const encodeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** Comments out, and CDATA sections as the characters that they hold. */
export const plainText = (xml: string): string =>
  xml.includes('<!') ? replaced(replaced(xml, '<![CDATA[', ']]>', encodeXml), '<!--', '-->', () => '') : xml;

/** Replaces stretches between two marks; one without an end stays. (An expression would look for each end all over again.) */
export function replaced(text: string, open: string, close: string, replace: (inside: string) => string): string {
  const pieces: string[] = [];
  let done = 0;
  for (let start = text.indexOf(open); start !== -1; start = text.indexOf(open, done)) {
    const end = text.indexOf(close, start + open.length);
    if (end === -1) break;
    pieces.push(text.slice(done, start), replace(text.slice(start + open.length, end)));
    done = end + close.length;
  }
  return done === 0 ? text : pieces.join('') + text.slice(done);
}

/** UTF-16 code units that may pass without the end of an element before the rest is handed over as it is. */
const longestElement = 50_000_000;
/** The same for the tag that ends an element, which may be cut in two. */
const longestTag = 200;

/** XML cut behind elements of this name, with or without a prefix, never within a comment or a CDATA section; what is left at the end comes last. */
export async function* xmlSections(pieces: AsyncIterable<string>, name: string): AsyncGenerator<string> {
  let rest = '';
  let before = '';
  let ending: string | undefined;
  for await (const piece of pieces) {
    rest += piece;
    if (rest.length > longestElement) throw new RangeError(`an element ${name} without an end`);
    // Only what is new is looked at: an element without an end would cost more with every piece.
    const fresh = before + piece;
    before = fresh.slice(-longestTag);
    ending ??= new RegExp(`</(?:\\w+:)?${name}>`).exec(fresh)?.[0];
    if (ending === undefined || !fresh.includes(ending)) continue;
    const at = rest.lastIndexOf(ending);
    if (at === -1 || isOpen(rest, at)) continue;
    yield rest.slice(0, at + ending.length);
    rest = rest.slice(at + ending.length);
  }
  if (rest) yield rest;
}

/** Whether this place lies within a comment or a CDATA section. */
function isOpen(xml: string, at: number): boolean {
  const begin = Math.max(xml.lastIndexOf('<!--', at), xml.lastIndexOf('<![CDATA[', at));
  if (begin === -1) return false;
  const end = xml.indexOf(xml.startsWith('<!--', begin) ? '-->' : ']]>', begin);
  return end === -1 || end > at;
}
