import { readFileSync } from 'node:fs';
import { encodeXml } from '../workbook/xml.ts';
import { zipOf } from '../workbook/workbooks-for-tests.ts';

/** A file of fixtures/documents, all of them made from one invented handbook by LibreOffice. */
export const documentFile = (name: string): { fileName: string; bytes: Buffer } => ({ fileName: name, bytes: readFileSync(new URL(`../../../../fixtures/documents/${name}`, import.meta.url)) });

const namespaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const style = (level: number) => `<w:style w:type="paragraph" w:styleId="H${level}"><w:name w:val="heading ${level}"/></w:style>`;

/** A Word document with this XML as its body; `more` are further parts of the package. */
export function docxOf(body: string, more: Record<string, string> = {}): Buffer {
  const type = (part: string, kind: string) => `<Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml"/>`;
  const relation = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
  return zipOf({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type('document', 'document.main')}${type('styles', 'styles')}${type('footnotes', 'footnotes')}</Types>`,
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('a', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/_rels/document.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('s', 'styles', 'styles.xml')}${relation('f', 'footnotes', 'footnotes.xml')}</Relationships>`,
    'word/styles.xml': `<?xml version="1.0"?><w:styles ${namespaces}>${[1, 2, 3, 8].map(style).join('')}</w:styles>`,
    'word/document.xml': `<?xml version="1.0"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    ...more,
  });
}

export const footnotesPart = (notes: readonly string[]): string =>
  `<?xml version="1.0"?><w:footnotes ${namespaces}>${notes.map((text, at) => `<w:footnote w:id="${at + 1}">${paragraph(text)}</w:footnote>`).join('')}</w:footnotes>`;

export const runOf = (text: string): string => `<w:r><w:t xml:space="preserve">${encodeXml(text)}</w:t></w:r>`;
export const paragraph = (text: string, heading = 0): string => `<w:p>${heading ? `<w:pPr><w:pStyle w:val="H${heading}"/></w:pPr>` : ''}${runOf(text)}</w:p>`;

/** A line of a page: place in points from the lower left corner of an A4 page, size in points. */
export interface LineOfTest {
  text: string;
  x?: number;
  y: number;
  size?: number;
}

/** A PDF of these pages in Helvetica; a page without lines holds nothing but a filled rectangle. `more`: further objects, as Latin-1. */
export function pdfOf(pages: readonly (readonly LineOfTest[])[], title = '', more: readonly string[] = []): Buffer {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${pages.map((_, at) => `${5 + at * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>', `<< /Title (${title}) >>`];
  for (const [at, lines] of pages.entries()) {
    const content = lines.length ? lines.map(({ text, x = 70, y, size = 11 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`).join('\n') : '0.5 g 70 70 400 600 re f';
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + at * 2} 0 R >>`, `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`);
  }
  objects.push(...more);
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
