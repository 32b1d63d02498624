/** A document without a file format: what the report screen shows and every document exporter writes. */
export type Voice = 'program' | 'participant';
export interface Run { text: string; bold?: boolean; italic?: boolean; muted?: boolean; voice?: Voice; /** Drawn as a ruled underline (T5, S-figures). */ underline?: boolean }
export interface Cell { runs: Run[]; align?: 'left' | 'centre' | 'right'; bold?: boolean; span?: number; indent?: number }
export interface TableBlock {
  type: 'table';
  /** “Table A1”: bold, on a line of its own; the title follows in italics (APA 7). */
  number: string; title: string;
  /** Relative column widths. */
  widths: number[];
  header: Cell[];
  rows: { cells: Cell[]; /** Spanning row of a theme, or a rule above. */ kind?: 'group' | 'total' }[];
  note?: string;
}
export type Block =
  | { type: 'heading'; level: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9; runs: Run[] }
  | { type: 'paragraph'; runs: Run[]; style?: 'body' | 'note' | 'quote' | 'label'; keepNext?: boolean }
  | { type: 'bullet'; runs: Run[] }
  | TableBlock
  /** width and height in pixels at 96 per inch. */
  | { type: 'figure'; number: string; title: string; svg: string; width: number; height: number; note?: string };
export interface Doc { title: string; /** Running head, right. */ runningHead: string; orientation: 'upright' | 'sideways'; blocks: Block[] }
