import type { Doc } from '../../../shared/report/model.ts';
import { themeTable } from '../../../shared/report/theme-table.ts';
import { type IdStyle, idStyles } from '../../../shared/report/words.ts';
import type { Db } from '../sql.ts';
import { docxFile } from './docx-file.ts';
import { choice, type Exporter, type Settings, text } from './exporter.ts';
import { loadReportData } from './report-data.ts';

const documentOf = (db: Db, settings: Settings): Doc =>
  themeTable(loadReportData(db), { title: settings.title || 'Themes', rows: settings.rows === 'codes' ? 'codes' : 'themes', quotes: Number(settings.quotes), ids: settings.ids as IdStyle, denominator: settings.denominator === 'asked' ? 'asked' : 'answered' });

/** The table of a results section. */
export const themeTableExporter: Exporter = {
  format: 'theme-table', label: 'Themes with quotes', description: 'Themes, sub-themes, example quotes and how many people contribute, as a table in APA style', endings: ['docx'],
  settings: () => [
    text('title', 'Title of the document', 'Themes'),
    choice('rows', 'Rows', [['themes', 'Themes and sub-themes'], ['codes', 'Down to the codes']]),
    choice('quotes', 'Example quotes in each row', [['1', '1'], ['2', '2'], ['3', '3']]),
    choice('ids', 'Name people by', idStyles),
    choice('denominator', 'Numbers of people', [['answered', 'Of those who answered'], ['asked', 'Of those who were asked']]),
  ],
  preview: documentOf,
  make: (db, settings) => docxFile(documentOf(db, settings)),
};
