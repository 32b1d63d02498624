import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import { refused } from '../../../../shared/errors.ts';
import { tell } from '../../task.ts';
import type { DocumentImporter, ImportFile } from '../importer.ts';
import { textOfBlocks } from './block-text.ts';
import { refusePdfBomb } from './pdf-guard.ts';
import { dropPageNumber, type Glyphs, type Line, linesOf } from './pdf-lines.ts';
import { paragraphsOf } from './pdf-paragraphs.ts';
import { headingWords, refuseUnreadable } from './text-document.ts';

const mostBytes = 200_000_000;
const mostPages = 3_000;
/** Milliseconds after which reading is given up. */
const mostTime = 120_000;
/** Characters below which a page counts as one without text. */
const fewCharacters = 3;

/** PDF documents with a text layer. Nothing is fetched and nothing in them is run. */
export const pdf: DocumentImporter = {
  kind: 'document',
  format: 'pdf',
  label: 'PDF with text',
  endings: ['pdf'],
  recognises: (bytes) => bytes.subarray(0, 1_024).includes('%PDF-', 0, 'latin1'),
  async read(file) {
    if (file.bytes.length > mostBytes) throw refused(`“${file.fileName}” is larger than 200 MB, which is more than Themework reads of a PDF. Split it into smaller files.`);
    refusePdfBomb(file);
    const document = await open(file);
    try {
      return await readPages(document, file);
    } finally {
      await document.loadingTask.destroy();
    }
  },
};

async function open({ fileName, bytes }: ImportFile): Promise<PDFDocumentProxy> {
  const { getDocumentProxy } = await import('unpdf');
  try {
    // The library keeps the bytes it is given, so it gets a copy. No address of fonts or tables is set: there is nothing to fetch.
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, disableFontFace: true, useSystemFonts: false, stopAtErrors: false });
  } catch (error) {
    if ((error as { name?: unknown }).name === 'PasswordException')
      throw refused(`“${fileName}” is protected with a password. Open it in your PDF program, save a copy without the password, and import that.`);
    throw damaged(fileName);
  }
}

const damaged = (fileName: string) => refused(`“${fileName}” is a PDF that cannot be read: it is damaged or was not copied completely. Download or export it again.`);

async function readPages(document: PDFDocumentProxy, { fileName }: ImportFile): ReturnType<DocumentImporter['read']> {
  const total = document.numPages;
  if (total > mostPages) throw refused(`“${fileName}” has ${total.toLocaleString('en-GB')} pages, which is more than Themework reads at once. Split it into smaller files.`);
  const until = Date.now() + mostTime;
  const pages: Line[][] = [];
  let numbers = 0;
  let silent = 0;
  for (let number = 1; number <= total; number++) {
    if (Date.now() > until) throw refused(`Reading “${fileName}” takes too long, so it was given up. Split it into smaller files, or copy its text and paste it.`);
    const lines = await linesOfPage(document, number, fileName);
    if (lines.reduce((sum, { text }) => sum + text.length, 0) < fewCharacters) silent++;
    if (dropPageNumber(lines, number)) numbers++;
    pages.push(lines);
    tell('Reading the PDF', number, total, 'pages');
  }
  if (silent === total)
    throw refused(`“${fileName}” is a PDF that holds pictures of pages and no text. Use text recognition (OCR) in your PDF program or scanner first, and import the result.`);
  const { blocks, words, lines } = paragraphsOf(pages);
  const { text, headings } = textOfBlocks(blocks);
  refuseUnreadable(text, fileName);
  return {
    title: await titleOf(document, headings[0]?.start === 0 ? headings[0].text : ''),
    text,
    headings,
    encoding: '',
    specials: [],
    evidence: [
      ...(lines ? ['Line breaks inside paragraphs were joined'] : []),
      ...(words ? [`${words === 1 ? '1 word that was' : `${words} words that were`} divided at the end of a line ${words === 1 ? 'is' : 'are'} whole again`] : []),
      ...(headings.length ? ['Headings were told by their larger letters'] : []),
      ...(numbers ? ['Page numbers were left out'] : []),
      'Lines that stand at the top or bottom of every page are kept',
    ],
    warnings: silent ? [`${silent === 1 ? '1 page holds' : `${silent} of ${total} pages hold`} no text, perhaps a picture. ${silent === 1 ? 'It is' : 'They are'} left out.`] : [],
  };
}

async function linesOfPage(document: PDFDocumentProxy, number: number, fileName: string): Promise<Line[]> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return linesOf(items.filter((item): item is typeof item & Glyphs => 'str' in item));
  } catch {
    throw damaged(fileName);
  }
}

/** The title on the first page; otherwise the one in the properties, unless it is the name of a file that a program left there. */
async function titleOf(document: PDFDocumentProxy, heading: string): Promise<string> {
  if (heading) return heading;
  try {
    const { info } = await document.getMetadata();
    const title = headingWords(String((info as { Title?: unknown }).Title ?? ''));
    return /\.\w{2,4}$|^(untitled|microsoft word)/i.test(title) ? '' : title;
  } catch {
    return '';
  }
}
