import type { Run } from './model.ts';

/** Small matters of wording that several tables share. */
export const count = (number: number, one: string, many = `${one}s`): string => `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;

export function listed(names: readonly string[]): string {
  if (names.length <= 1) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

export const quoted = (name: string): string => `“${name}”`;
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
export const run = (text: string, look: Omit<Run, 'text'> = {}): Run => ({ text, ...look });

/** “52 people answered” for the note below a table; an analysis of documents alone has nobody to count. */
export const answeredWords = (answered: number): string => (answered === 0 ? 'Only documents were analysed, so there are no people to count' : `${count(answered, 'person', 'people')} answered`);

/** “12 March 2026” in the time zone of the computer. */
export const longDate = (iso: string): string => new Date(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });

/** How participants are named beside their words: as shown in the program, as a bare number, as in “ppt. 12”, or not at all. */
export const idStyles = [['shown', '[P12]'], ['number', '[12]'], ['ppt', '[ppt. 12]'], ['none', 'Not at all']] as const;
export type IdStyle = (typeof idStyles)[number][0];

/** The bracket after a participant's words, with the blank before it; empty where people are not named. A document is always named: it is a source, and nobody. */
export function bracket(shown: string, style: IdStyle, isDocument = false): string {
  if (shown === '') return '';
  if (isDocument) return ` [${shown}]`;
  if (style === 'none') return '';
  const number = /^P(\d+)$/.exec(shown)?.[1] ?? shown;
  return style === 'shown' ? ` [${shown}]` : style === 'number' ? ` [${number}]` : ` [ppt. ${number}]`;
}

/** The letter of “Appendix B. …”, with which its tables are numbered (B1, B2); tables elsewhere have numbers only. */
export const appendixLetter = (title: string): string => /^appendix\s+([A-Z])\b/i.exec(title)?.[1]?.toUpperCase() ?? '';
