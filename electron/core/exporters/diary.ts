import { diaryDocument } from '../../../shared/report/diary.ts';
import type { Doc } from '../../../shared/report/model.ts';
import { type IdStyle, idStyles } from '../../../shared/report/words.ts';
import type { Db } from '../sql.ts';
import { docxFile } from './docx-file.ts';
import { choice, type Exporter, type Settings, text } from './exporter.ts';
import { loadReportData } from './report-data.ts';

const documentOf = (db: Db, settings: Settings): Doc => diaryDocument(loadReportData(db), { title: settings.title || 'Reflexive diary', all: settings.entries === 'all', ids: settings.ids as IdStyle });

/** The reflexive diary as a document. */
export const diaryExporter: Exporter = {
  format: 'diary', label: 'Diary excerpts', description: 'Your diary entries by date, with the words they are about and what came of talking about them', endings: ['docx'],
  settings: () => [text('title', 'Title of the document', 'Reflexive diary'), choice('entries', 'Entries', [['report', 'Marked for the report'], ['all', 'All entries']]), choice('ids', 'Name people by', idStyles)],
  preview: documentOf,
  make: (db, settings) => docxFile(documentOf(db, settings)),
};
