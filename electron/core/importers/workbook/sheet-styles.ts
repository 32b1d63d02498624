import { attribute, decodeXml, tags } from './xml.ts';

/** Numbers of the formats that every spreadsheet program knows without being told, and that show dates or times. */
const builtIn = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** For each style of cells, by its number, whether it shows a number as a date or a time. */
export function dateStylesOf(xml: string): boolean[] {
  const codes = new Map(tags(xml, 'numFmt').map((tag) => [attribute(tag, 'numFmtId') ?? '', decodeXml(attribute(tag, 'formatCode') ?? '')]));
  const formats = (list: string): { format: string | undefined; base: string | undefined }[] => {
    const part = new RegExp(`<(?:\\w+:)?${list}(?=[\\s>])[^<>]*>([\\s\\S]*?)</(?:\\w+:)?${list}>`).exec(xml)?.[1] ?? '';
    return tags(part, 'xf').map((tag) => ({ format: attribute(tag, 'numFmtId'), base: attribute(tag, 'xfId') }));
  };
  const bases = formats('cellStyleXfs');
  return formats('cellXfs').map(({ format, base }) => {
    const id = format ?? bases[Number(base)]?.format ?? '0';
    const code = codes.get(id);
    return code === undefined ? builtIn(Number(id)) : isDateFormat(code);
  });
}

/** Whether a number format shows dates or times: one of its sections consists of their letters, and of no digits. */
export function isDateFormat(code: string): boolean {
  const bare = code
    .toLowerCase()
    .replace(/\\.|_.|\*./g, ' ')
    .replace(/"[^"]*"/g, ' ')
    // Hours that go on counting beyond a day; every other bracket is a colour, a condition or a language.
    .replace(/\[([hmsd]{1,2})\]/g, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/([hms])[.,]0+/g, '$1');
  return bare.split(';').some((section) => {
    const pieces = section.match(/[a-z0#?%]+/g) ?? [];
    return pieces.length > 0 && pieces.every((piece) => /^(?:am|pm|a|p|y{1,4}|m{1,5}|d{1,4}|h{1,2}|s{1,2}|a{3,5}|e{1,4}|g{1,3}|b{2,4})+$/.test(piece));
  });
}
