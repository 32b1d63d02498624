import { AlignmentType, BorderStyle, type IBorderOptions, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { Cell, TableBlock } from '../../../shared/report/model.ts';
import { runsOf } from './docx-text.ts';

const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
/** Rules in eighths of a point. */
const thick: IBorderOptions = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
const thin: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

const alignments = { left: AlignmentType.LEFT, centre: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/** A table as APA 7 wants it: rules at the top, below the header and at the bottom only; the header repeats, no row breaks across pages. `made` is told of each row. */
export function tableOf(block: TableBlock, width: number, made: () => void): Table {
  const whole = block.widths.reduce((sum, each) => sum + each, 0);
  const columns = block.widths.map((each) => Math.round((each / whole) * width));
  const last = block.rows.length - 1;
  const header = new TableRow({ tableHeader: true, cantSplit: true, children: cellsOf(block.header, columns, { header: true, top: thick, bottom: block.rows.length ? thin : thick, group: false }) });
  const rows = block.rows.map((row, index) => {
    made();
    return new TableRow({
      cantSplit: true,
      children: cellsOf(row.cells, columns, { header: false, top: row.kind === 'total' ? thin : none, bottom: index === last ? thick : none, group: row.kind === 'group' }),
    });
  });
  return new Table({
    width: { size: width, type: WidthType.DXA }, columnWidths: columns, layout: TableLayoutType.FIXED,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    margins: { top: 50, bottom: 50, left: 0, right: 110, marginUnitType: WidthType.DXA },
    rows: [header, ...rows],
  });
}

interface Look { header: boolean; top: IBorderOptions; bottom: IBorderOptions; group: boolean }

function cellsOf(cells: readonly Cell[], columns: readonly number[], { header, top, bottom, group }: Look): TableCell[] {
  let at = 0;
  return cells.map((cell) => {
    const span = cell.span ?? 1;
    const size = columns.slice(at, at + span).reduce((sum, each) => sum + each, 0);
    at += span;
    return new TableCell({
      columnSpan: span, width: { size, type: WidthType.DXA }, verticalAlign: header ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
      borders: { top, bottom, left: none, right: none },
      children: [new Paragraph({
        style: header ? 'TableHeader' : 'TableText', alignment: alignments[cell.align ?? 'left'], keepNext: group, ...(group ? { spacing: { before: 60 } } : {}),
        ...(cell.indent ? { indent: { left: cell.indent * 200 } } : {}), children: runsOf(cell.runs, cell.bold ? { bold: true } : {}),
      })],
    });
  });
}
