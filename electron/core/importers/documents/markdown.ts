import type { DocumentImporter } from '../importer.ts';
import { type Heading, headingWords, type TextDocument } from './text-document.ts';
import { readText } from './txt.ts';

/** Markdown by its ending: text is kept as written, headings are found where Markdown has them (not inside of code). */
export const markdown: DocumentImporter = {
  kind: 'document',
  format: 'markdown',
  label: 'Markdown',
  endings: ['md', 'markdown'],
  anyText: true,
  recognises: (_bytes, fileName = '') => /\.(md|markdown|mdown)$/i.test(fileName),
  async read(file, wishes): Promise<TextDocument> {
    const read = await readText(file, wishes);
    const headings = await headingsOf(read.text);
    const first = headings[0];
    const title = first && read.text.slice(0, first.start).trim() === '' ? headingWords(first.text) : '';
    return { ...read, title, headings, evidence: ['The text is kept as it is written, with its marks'] };
  },
};

async function headingsOf(text: string): Promise<Heading[]> {
  const { fromMarkdown } = await import('mdast-util-from-markdown');
  const front = frontMatter(text);
  // Blanks instead of the front matter keep every offset where it is.
  const tree = fromMarkdown(text.slice(0, front).replace(/[^\n]/g, ' ') + text.slice(front));
  return tree.children.flatMap((node): Heading[] => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    return node.type === 'heading' && start !== undefined && end !== undefined ? [{ start, end, text: plain(node) }] : [];
  });
}

/** The words of a heading without its marks. */
function plain(node: object): string {
  if ('children' in node && Array.isArray(node.children)) return node.children.map(plain).join('');
  if ('type' in node && node.type === 'html') return '';
  const words = 'value' in node ? node.value : 'alt' in node ? node.alt : '';
  return typeof words === 'string' ? words : '';
}

/** Where the properties that some editors keep between two lines of dashes end; 0 where there are none. */
const frontMatter = (text: string): number => /^---\n(?:[^\n]*\n)*?---(?:\n|$)/.exec(text)?.[0].length ?? 0;
