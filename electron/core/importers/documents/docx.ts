import { refused } from '../../../../shared/errors.ts';
import type { DocumentImporter, ImportFile } from '../importer.ts';
import type { DocBlock } from './block.ts';
import { textOfBlocks } from './block-text.ts';
import { blocksOfHtml } from './docx-html.ts';
import { brokenDocument, openDocx } from './docx-package.ts';
import { refuseUnreadable } from './text-document.ts';

/** Word documents (.docx). */
export const docx: DocumentImporter = {
  kind: 'document',
  format: 'docx',
  label: 'Word document',
  endings: ['docx'],
  recognises: (bytes) => bytes.subarray(0, 2).toString('latin1') === 'PK' && bytes.includes('word/document', 0, 'latin1'),
  async read(file) {
    const { blocks, body } = await readDocx(file);
    const { text, headings } = textOfBlocks(blocks);
    const pictures = /<w:drawing|<w:pict\b/.test(body);
    if (text.trim() === '' && pictures) throw refused(`“${file.fileName}” holds pictures only, no text. If they are pictures of pages, use text recognition (OCR) first.`);
    refuseUnreadable(text, file.fileName);
    const first = headings[0];
    return { title: first?.start === 0 ? first.text : '', text, headings, encoding: '', specials: [], evidence: evidenceOf(blocks), warnings: warningsOf(body, pictures) };
  },
};

/** Titles count as headings; the deepest levels of Word have no tag of their own in HTML. */
const styleMap = ["p[style-name='Title'] => h1:fresh", ...[7, 8, 9].flatMap((level) => [`p[style-name='heading ${level}'] => p.h${level}:fresh`, `p[style-name='Heading ${level}'] => p.h${level}:fresh`])];

/**
 * A Word document (.docx) as headings, paragraphs and tables in the order of the document. Tracked changes are read as if
 * all of them were accepted; comments, headers, footers and pictures are left out. With `bullets`, entries of lists are told
 * from other paragraphs; with `mergedGoOn`, a cell that is merged with those below it stands in each of their rows. Rejects with a refusal, a sentence.
 */
export async function readDocxBlocks(file: ImportFile, wishes: DocWishes = {}): Promise<DocBlock[]> {
  return (await readDocx(file, wishes)).blocks;
}

type DocWishes = Parameters<typeof blocksOfHtml>[1];

async function readDocx(file: ImportFile, wishes: DocWishes = {}): Promise<{ blocks: DocBlock[]; body: string }> {
  const { bytes, body } = openDocx(file);
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: bytes },
      { styleMap, includeEmbeddedStyleMap: false, externalFileAccess: false, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    );
    return { blocks: blocksOfHtml(value, wishes), body };
  } catch {
    throw brokenDocument(file.fileName);
  }
}

function evidenceOf(blocks: readonly DocBlock[]): string[] {
  const tables = blocks.filter(({ kind }) => kind === 'table').length;
  return [
    'Numbers and bullets that Word writes before paragraphs are no part of the text',
    ...(tables ? [`${tables === 1 ? '1 table is' : `${tables} tables are`} read row by row, with a tab between the cells`] : []),
  ];
}

/** What is in the file and will not be read, or not as it looks in Word. */
function warningsOf(body: string, pictures: boolean): string[] {
  return [
    ...(/<w:(ins|del|moveFrom|moveTo)\s/.test(body) ? ['The document has tracked changes. It is read as if all of them were accepted.'] : []),
    ...(/<w:commentReference\s/.test(body) ? ['The document has comments. They are left out.'] : []),
    ...(pictures ? ['Pictures and drawings are left out.'] : []),
  ];
}
