import { codebook, codebookHeader, codebookRows } from '../../../shared/report/codebook.ts';
import type { Doc } from '../../../shared/report/model.ts';
import type { Db } from '../sql.ts';
import { docxFile } from './docx-file.ts';
import { type Exporter, flag, on, type Settings, text } from './exporter.ts';
import { loadReportData } from './report-data.ts';
import { csvFile } from './table-file.ts';

const documentOf = (db: Db, settings: Settings): Doc => codebook(loadReportData(db), { title: settings.title || 'Codebook', removed: on(settings, 'removed'), themes: on(settings, 'themes') });

/** Codes and themes with their descriptions. */
export const codebookExporter: Exporter = {
  format: 'codebook', label: 'Codebook', description: 'Every code with its description, extracts and people, by theme; and the definitions of themes', endings: ['docx', 'csv'],
  settings: () => [text('title', 'Title of the document', 'Codebook'), flag('removed', 'Merged and set-aside codes', true), flag('themes', 'Definitions of themes', true)],
  preview: documentOf,
  make: (db, settings, ending) => (ending === 'csv' ? csvFile(codebookHeader, codebookRows(loadReportData(db), on(settings, 'removed'))) : docxFile(documentOf(db, settings))),
};
