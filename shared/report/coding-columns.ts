/** The columns of a coding table (DESIGN.md, section 4), as `coding.import` reads them and the export writes them. */
export const columnNames = ['question', 'participant', 'extract', 'start', 'end', 'code', 'theme', 'group', 'analysis', 'kind', 'note'] as const;
export type CodingColumn = (typeof columnNames)[number];
export const requiredColumns: CodingColumn[] = ['question', 'participant', 'code'];

/**
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front. One that already has apostrophes before
 * such a character gets one more, so that `unguarded` gives back exactly what was written.
 */
export const guarded = (cell: string): string => (/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
export const unguarded = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

const separator = ' > ';
/** Names of a path, top first, as one cell. A name that holds the separator itself is marked with a backslash. */
export const pathCell = (names: readonly string[]): string => names.map((name) => name.replaceAll(separator, ' \\> ')).join(separator);
export const pathOf = (cell: string): string[] => cell.split(separator).map((name) => name.replaceAll(' \\> ', separator).replace(/\s+/g, ' ').trim()).filter(Boolean);
