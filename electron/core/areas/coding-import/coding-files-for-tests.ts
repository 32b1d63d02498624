import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx';
import writeXlsx from 'write-excel-file/node';

/** A cell of a table in a Word document; `merged`: goes on from the one above. */
export type WordCell = string | { merged: true };
export type WordPart = { heading: 1 | 2 | 3 | 4 | 5 | 6; text: string } | { text: string; bullet?: boolean } | { table: readonly (readonly WordCell[])[] };

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4, HeadingLevel.HEADING_5, HeadingLevel.HEADING_6];

function tableOf(rows: readonly (readonly WordCell[])[]): Table {
  const cell = (content: WordCell, below: WordCell | undefined) => {
    const lines = typeof content === 'string' ? content.split('\n') : [''];
    const merge = typeof content !== 'string' ? VerticalMergeType.CONTINUE : typeof below === 'object' ? VerticalMergeType.RESTART : undefined;
    return new TableCell({ children: lines.map((text) => new Paragraph(text)), ...(merge ? { verticalMerge: merge } : {}) });
  };
  return new Table({ rows: rows.map((row, index) => new TableRow({ children: row.map((content, column) => cell(content, rows[index + 1]?.[column])) })) });
}

/** A Word document as the contract takes a file. */
export async function wordFile(fileName: string, parts: readonly WordPart[]): Promise<{ fileName: string; bytes: string }> {
  const children = parts.map((part) => {
    if ('table' in part) return tableOf(part.table);
    const heading = 'heading' in part ? levels[part.heading - 1] : undefined;
    return new Paragraph({ text: part.text, ...(heading ? { heading } : {}), ...('bullet' in part && part.bullet ? { bullet: { level: 0 } } : {}) });
  });
  return { fileName, bytes: (await Packer.toBuffer(new Document({ sections: [{ children }] }))).toString('base64') };
}

/** A workbook with one sheet per entry. */
export async function excelFile(fileName: string, sheets: Readonly<Record<string, readonly (readonly string[])[]>>): Promise<{ fileName: string; bytes: string }> {
  const buffer = await writeXlsx(Object.entries(sheets).map(([sheet, rows]) => ({ sheet, data: rows.map((row) => row.map((value) => ({ value, type: String as StringConstructor }))) }))).toBuffer();
  return { fileName, bytes: Buffer.from(buffer).toString('base64') };
}
