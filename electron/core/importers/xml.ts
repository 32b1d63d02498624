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
  text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/gi,
    (whole, name: string | undefined, decimal: string | undefined, hex: string | undefined) => {
      if (name) return named[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return code > 0x10ffff ? whole : String.fromCodePoint(code);
    },
  );

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const encodeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
