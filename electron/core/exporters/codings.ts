import { codingHeader, codingRows, type Made as CodingMade } from '../../../shared/report/codings.ts';
import type { Doc } from '../../../shared/report/model.ts';
import { count } from '../../../shared/report/words.ts';
import { all, type Db } from '../sql.ts';
import { type Exporter, flag, on } from './exporter.ts';
import { loadReportData } from './report-data.ts';
import { csvFile, xlsxFile } from './table-file.ts';

const widths = [12, 18, 30, 14, 12, 60, 8, 8, 30, 36, 24, 24, 12, 24, 10, 24, 22, 18];
const shownRows = 60;

function rowsOf(db: Db): (string | number)[][] {
  const labels = new Map(all<{ id: number; label: string }>(db, 'SELECT id, label FROM participant').map((person) => [person.id, person.label]));
  const made = new Map(all<CodingMade & { id: number }>(db, 'SELECT id, at, actor FROM coding').map(({ id, at, actor }) => [id, { at, actor }]));
  return codingRows(loadReportData(db), labels, made);
}

/** A few columns of the first rows, so that one sees what the file holds. */
function sampleOf(db: Db): Doc {
  const rows = rowsOf(db);
  const columns = (['shown as', 'extract', 'code', 'theme', 'analysis'] as const).map((name) => ({ name, index: codingHeader.indexOf(name) }));
  const note = rows.length > shownRows ? `The first ${shownRows} of ${count(rows.length, 'row')}` : count(rows.length, 'row');
  return {
    title: 'Codings', runningHead: 'Codings', orientation: 'sideways',
    blocks: [{
      type: 'table', number: 'Codings', title: 'One Row per Extract and Code', widths: [10, 38, 20, 24, 16], header: columns.map(({ name }) => ({ runs: [{ text: name }] })),
      rows: rows.slice(0, shownRows).map((row) => ({ cells: columns.map(({ name, index }) => ({ runs: [{ text: String(row[index] ?? ''), ...(name === 'extract' ? { voice: 'participant' as const } : {}) }] })) })),
      note: `${note}, with ${codingHeader.length} columns: ${codingHeader.join(', ')}.`,
    }],
  };
}

/** Every coding as a row, for other programs and to be read back. */
export const codingsExporter: Exporter = {
  format: 'codings', label: 'Codings', description: 'One row for each extract under a code, for Excel, R or another Themework project', endings: ['csv', 'xlsx'],
  settings: () => [flag('guard', 'Keep spreadsheets from reading text as formulas (csv)', true)],
  preview: sampleOf,
  make: (db, settings, ending) => (ending === 'xlsx' ? xlsxFile(codingHeader, rowsOf(db), widths, 'Codings') : csvFile(codingHeader, rowsOf(db), on(settings, 'guard'))),
};
