import { isAscii } from 'node:buffer';
import { decode } from '../text/decode.ts';
import { findEncoding } from '../text/encoding.ts';
import type { DocumentImporter, ImportFile, ReadingWishes } from '../importer.ts';
import { looksLikeProse } from './prose.ts';
import { plainLines, refuseUnreadable, removedWords, type TextDocument } from './text-document.ts';

/** Bytes from the beginning by which prose is told from a table. */
const sample = 200_000;

/** Plain text that reads as prose. Whatever has the ending of a table is one; the person can decide otherwise. */
export const txt: DocumentImporter = {
  kind: 'document',
  format: 'txt',
  label: 'Plain text',
  endings: ['txt', 'text'],
  anyText: true,
  recognises: (bytes, fileName = '') => !/\.(csv|tsv|tab)$/i.test(fileName) && looksLikeProse(decode({ fileName, bytes: bytes.subarray(0, sample) }).text),
  async read(file, wishes) {
    const read = await readText(file, wishes);
    return { ...read, title: '', headings: [], evidence: ['Read as a document, because it is prose and not a table'] };
  },
};

/** Text in whatever encoding, with the evidence for it. Rejects with a refusal where there are no words. */
export async function readText(file: ImportFile, wishes: ReadingWishes): Promise<Omit<TextDocument, 'title' | 'headings' | 'evidence'>> {
  const found = await findEncoding(file.bytes);
  const { text: raw, encoding, warnings } = decode(file, wishes.encoding || undefined, found);
  const { text, removed } = plainLines(raw);
  refuseUnreadable(text, file.fileName);
  return { text, encoding, found, specials: isAscii(file.bytes) ? [] : specialsOf(text), warnings: [...warnings, ...removedWords(removed)] };
}

/** Up to three stretches around different special characters, cut between words. */
function specialsOf(text: string): string[] {
  const seen = new Set<string>();
  const samples: string[] = [];
  for (const { 0: character, index } of text.matchAll(/[^\x00-\x7f\s\u00ad\u200b-\u200f\u2060]/gu)) {
    if (seen.has(character)) continue;
    const left = text.slice(Math.max(0, index - 24), index).split('\n').at(-1) ?? '';
    const right = text.slice(index, index + 24).split('\n')[0] ?? '';
    const words = `${index > 24 ? left.replace(/^\S*\s+/, '') : left}${right.replace(/\s+\S*$/, '')}`.toWellFormed().trim();
    for (const each of words) seen.add(each);
    samples.push(words);
    if (samples.length === 3) break;
  }
  return samples;
}
