import type { DocumentSplit } from '../../../../shared/domain/plan.ts';
import { headingWords, type TextDocument } from './text-document.ts';

/** A part of a document: one data item. */
export interface Part {
  heading: string;
  text: string;
}

/** UTF-16 code units above which a document with headings is read part by part, unless somebody decides otherwise. */
const longText = 5_000;

/** Whole where it is short or has nothing to be split by. */
export const usualSplit = ({ text, headings }: Pick<TextDocument, 'text' | 'headings'>): DocumentSplit => (headings.length > 1 && text.length > longText ? 'heading' : 'whole');

/** Cuts a document into its parts. No word gets lost: a heading without text below it goes into the heading after it, or is a part itself at the end. */
export function partsOf(document: Pick<TextDocument, 'text' | 'headings'>, split: DocumentSplit): Part[] {
  if (split === 'whole') return [{ heading: '', text: trimmed(document.text) }].filter(filled);
  const parts = sections(document);
  return split === 'heading' ? parts : parts.flatMap(({ heading, text }) => paragraphs(text).map((each) => ({ heading, text: each })));
}

const filled = ({ text }: Part): boolean => text !== '';
/** Blank lines around are no part of the text, blanks at the beginning of a line are. */
const trimmed = (text: string): string => text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
const paragraphs = (text: string): string[] => text.split(/\n(?:[^\S\n]*\n)+/).map(trimmed).filter(Boolean);

function sections({ text, headings }: Pick<TextDocument, 'text' | 'headings'>): Part[] {
  const parts: Part[] = [{ heading: '', text: trimmed(text.slice(0, headings[0]?.start ?? text.length)) }].filter(filled);
  let waiting: string[] = [];
  for (const [index, heading] of headings.entries()) {
    const words = headingWords(heading.text);
    if (words) waiting.push(words);
    const body = trimmed(text.slice(heading.end, headings[index + 1]?.start ?? text.length));
    if (body === '') continue;
    parts.push({ heading: headingWords(waiting.join(' › ')), text: body });
    waiting = [];
  }
  if (waiting.length) parts.push({ heading: '', text: waiting.join('\n') });
  return parts;
}
