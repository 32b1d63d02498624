import { TextRun } from 'docx';
import type { Run } from '../../../shared/report/model.ts';

/** Characters that XML cannot hold; a vertical tab or form feed, which Word and Excel use for line breaks, is one. */
export const forXml = (text: string): string =>
  text.toWellFormed().replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, '\n').replace(/[\u0000-\u0008\u000e-\u001f\ufffe\uffff]/g, '');

/** Runs as Word has them; a line break inside a text becomes one in the document. */
export const runsOf = (runs: readonly Run[], look: { bold?: boolean; italics?: boolean } = {}): TextRun[] =>
  runs.flatMap((run) =>
    forXml(run.text).split('\n').map((text, line) => new TextRun({
      text, ...look,
      ...(line > 0 ? { break: 1 } : {}), ...(run.bold ? { bold: true } : {}), ...(run.italic ? { italics: true } : {}),
      ...(run.muted ? { color: '595959', bold: false } : {}), ...(run.underline ? { underline: {} } : {}),
    })));
