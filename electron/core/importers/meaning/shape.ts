/** How header rows are read: one of several known shapes. */
export type HeaderShape = 'names' | 'code-and-text' | 'names-and-wording' | 'question-and-sub' | 'codes-question-and-sub';

/** Which tool made a table, as far as it can be told, and how many rows of it are headers. */
export interface Producer {
  /** Empty for a plain table. */
  name: string;
  headerRows: number;
  shape: HeaderShape;
  /** What it is known by, a phrase for people. */
  evidence: string;
  /** The row with Qualtrics' import ids. */
  importIdRow?: number;
  /** The row with the names, where somebody put rows of their own on top. */
  nameRow?: number;
  /** Lines on top that are no header: a title, a date, notes. They count among the header rows, and nothing is read from them. */
  linesAbove?: number;
}
