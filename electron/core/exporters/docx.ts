import { AlignmentType, Document, Footer, Header, ImageRun, LevelFormat, LineRuleType, Packer, PageNumber, PageOrientation, Paragraph, type ParagraphChild, type Table, TabStopType, TextRun } from 'docx';
import type { Block, Doc, Run } from '../../../shared/report/model.ts';
import { tell } from '../task.ts';
import { contentWidth, page } from './docx-page.ts';
import { headingStyle, styles } from './docx-styles.ts';
import { tableOf } from './docx-table.ts';
import { forXml, runsOf } from './docx-text.ts';
import { toPng } from './png.ts';

/** Writes a document as a Word file (WordprocessingML): A4, real heading styles, lists and APA tables. */
export async function toDocx(doc: Doc): Promise<Uint8Array> {
  const children: (Paragraph | Table)[] = [];
  const count = counter(doc.blocks);
  for (const block of doc.blocks) {
    children.push(...(await written(block, doc, () => count('rows'))));
    count(isQuote(block) ? 'quotes' : 'paragraphs');
  }
  tell('Packing the document', 0, 0, '');
  const file = new Document({
    creator: 'Themework', lastModifiedBy: 'Themework', title: forXml(doc.title), styles,
    numbering: { config: [{ reference: 'extracts', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 340, hanging: 227 } } } }] }] },
    sections: [{
      properties: { page: { size: { width: page.width, height: page.height, orientation: doc.orientation === 'sideways' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin: { top: page.margin, bottom: page.margin, left: page.margin, right: page.margin, header: 680, footer: 680 } } },
      headers: { default: new Header({ children: [runningHead(doc)] }) },
      footers: { default: new Footer({ children: [] }) },
      children,
    }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

type Unit = 'quotes' | 'rows' | 'paragraphs';
const isQuote = (block: Block): boolean => block.type === 'bullet' && block.runs.some(({ voice }) => voice === 'participant');

/** Says how far the writing is, in what the document holds most of. */
function counter(blocks: readonly Block[]): (unit: Unit) => void {
  const quotes = blocks.filter(isQuote).length;
  const totals = { quotes, rows: blocks.reduce((sum, block) => sum + (block.type === 'table' ? block.rows.length : 0), 0), paragraphs: blocks.length - quotes };
  const most = (['quotes', 'rows', 'paragraphs'] as const).reduce((best, unit) => (totals[unit] > totals[best] ? unit : best));
  let done = 0;
  return (unit) => unit === most && tell('Writing the document', ++done, totals[most], most);
}

/** The document's name on the left, the page on the right. */
const runningHead = (doc: Doc): Paragraph => new Paragraph({
  style: 'RunningHead', tabStops: [{ type: TabStopType.RIGHT, position: contentWidth(doc.orientation) }],
  children: [...runsOf([{ text: doc.runningHead }]), new TextRun({ children: ['\t', PageNumber.CURRENT] })],
});

async function written(block: Block, doc: Doc, row: () => void): Promise<(Paragraph | Table)[]> {
  switch (block.type) {
    case 'heading':
      return [new Paragraph({ style: headingStyle(block.level), children: runsOf(block.runs) })];
    case 'paragraph':
      return [new Paragraph({ style: { body: 'BodyText', note: 'Note', quote: 'BlockQuote', label: 'TableNumber' }[block.style ?? 'body'], keepNext: block.keepNext ?? false, children: runsOf(block.runs) })];
    case 'bullet':
      return [new Paragraph({ style: 'Extract', numbering: { reference: 'extracts', level: 0 }, children: runsOf(block.runs) })];
    case 'table':
      return [...caption(block), tableOf(block, contentWidth(doc.orientation), row), ...noteBelow(block.note)];
    case 'figure':
      return [...caption(block), await picture(block, contentWidth(doc.orientation)), ...noteBelow(block.note)];
  }
}

/** APA 7: the number in bold on a line of its own, the title below it in italics. */
const caption = ({ number, title }: { number: string; title: string }): Paragraph[] => [
  new Paragraph({ style: 'TableNumber', keepNext: true, children: runsOf([{ text: number }]) }),
  new Paragraph({ style: 'TableTitle', keepNext: true, children: runsOf([{ text: title }]) }),
];

const noteBelow = (note: string | undefined): Paragraph[] => {
  const runs: Run[] = note === undefined ? [] : [{ text: 'Note.', italic: true }, { text: ` ${note}` }];
  return [new Paragraph({ style: 'TableNote', children: runsOf(runs) })];
};

/** Word draws the SVG; older programs fall back on the PNG beside it. */
async function picture(block: Extract<Block, { type: 'figure' }>, twips: number): Promise<Paragraph> {
  const widest = (twips / 1440) * 96;
  const scale = Math.min(1, widest / block.width);
  const transformation = { width: Math.round(block.width * scale), height: Math.round(block.height * scale) };
  const png = await toPng(block.svg, Math.round(block.width * scale * 3));
  const image = new ImageRun({ type: 'svg', data: Buffer.from(block.svg, 'utf8'), transformation, fallback: { type: 'png', data: Buffer.from(png) }, altText: { name: block.number, title: forXml(block.title), description: forXml(block.title) } });
  // Without an automatic line height LibreOffice cuts a picture off after one line.
  return new Paragraph({ spacing: { line: 240, lineRule: LineRuleType.AUTO }, children: [image as ParagraphChild] });
}
