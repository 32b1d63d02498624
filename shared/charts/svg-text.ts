/** XML text: escaped, and without the characters that XML 1.0 cannot hold. */
export const escapeXml = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

type Value = string | number | undefined;
const number = (value: number): string => String(Math.round(value * 100) / 100);

/** One element as text: attributes in the order given, numbers with two decimals, undefined ones left out. Children are markup already. */
export function element(name: string, attributes: Record<string, Value>, ...children: string[]): string {
  const list = Object.entries(attributes).map(([key, value]) => (value === undefined ? '' : ` ${key}="${typeof value === 'number' ? number(value) : escapeXml(value)}"`)).join('');
  return children.length ? `<${name}${list}>${children.join('')}</${name}>` : `<${name}${list}/>`;
}

export const fontFamily = 'Inter, Arial, sans-serif';

/** A line of text; `size` in pixels. */
export const textElement = (text: string, attributes: { x: number; y: number; size: number; weight?: number; fill: string; anchor?: 'start' | 'middle' | 'end' }): string =>
  element('text', { x: attributes.x, y: attributes.y, 'font-size': attributes.size, 'font-weight': attributes.weight, fill: attributes.fill, 'text-anchor': attributes.anchor === 'start' ? undefined : attributes.anchor }, escapeXml(text));

/** A complete picture: its own background, a title and a description for screen readers. */
export function picture(size: { x: number; y: number; width: number; height: number }, title: string, description: string, paper: string, ...content: string[]): string {
  const { x, y, width, height } = size;
  return element('svg', { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: [x, y, width, height].map(number).join(' '), role: 'img', 'font-family': fontFamily, 'text-rendering': 'geometricPrecision' },
    element('title', {}, escapeXml(title)), element('desc', {}, escapeXml(description)), element('rect', { x, y, width, height, fill: paper }), ...content);
}
