import type { Question } from '../../../../shared/domain/types.ts';
import { invalid, refused } from '../../../../shared/errors.ts';
import { countsOf } from '../../../../shared/report/counts.ts';
import type { Exporter } from '../../exporters/exporter.ts';
import { exporters } from '../../exporters/index.ts';
import { checkSettings } from '../../exporters/settings.ts';
import { safeFileName } from '../../file-names.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { all, type Db, one } from '../../sql.ts';
import { answeredBy } from '../structure/analysis.ts';
import { askedCounter } from '../survey/asked.ts';
import { loadStructure, milestoneNamed, milestoneStructure } from '../structure/structure.ts';

function exporterOf(format: string): Exporter {
  const found = exporters.find((exporter) => exporter.format === format);
  if (found) return found;
  throw invalid(`There is no export “${format}”. There are: ${exporters.map((exporter) => exporter.format).join(', ')}.`);
}

function endingOf(exporter: Exporter, ending: string | undefined): string {
  if (ending === undefined) return exporter.endings[0];
  const found = exporter.endings.find((each) => each === ending.toLowerCase());
  if (found) return found;
  throw invalid(`“${exporter.label}” can be written as ${exporter.endings.map((each) => `.${each}`).join(' or ')}, not as .${ending}.`);
}

/** “Study title, codebook.docx”. */
function fileName(db: Db, exporter: Exporter, ending: string): string {
  const title = one<{ title: string }>(db, 'SELECT title FROM project')?.title ?? '';
  return `${safeFileName(title)}, ${exporter.format.replaceAll('-', ' ')}.${ending}`;
}

export const exchangeHandlers = {
  'counts.list': ({ db }, { milestone }) => {
    const structure = milestone === undefined ? loadStructure(db) : milestoneStructure(db, milestoneNamed(db, milestone).id);
    const questions = all<Question>(db, 'SELECT id, column_name AS "column", short_name AS shortName, wording, position FROM question ORDER BY position, id');
    return { analyses: countsOf(structure, questions, (questionIds) => answeredBy(db, questionIds), askedCounter(db)) };
  },

  'export.formats': ({ db }) => exporters.map((exporter) => ({
    format: exporter.format, label: exporter.label, description: exporter.description, endings: [...exporter.endings], preview: exporter.preview !== undefined, settings: exporter.settings(db),
  })),

  'export.preview': ({ db }, { format, settings }) => {
    const exporter = exporterOf(format);
    if (!exporter.preview) throw refused(`“${exporter.label}” has no preview as a document.`);
    return exporter.preview(db, checkSettings(exporter.settings(db), settings));
  },

  'export.make': async ({ db }, { format, ending, settings }) => {
    const exporter = exporterOf(format);
    const chosen = endingOf(exporter, ending);
    const { bytes, mime } = await exporter.make(db, checkSettings(exporter.settings(db), settings), chosen);
    return { fileName: fileName(db, exporter, chosen), bytes: Buffer.from(bytes).toString('base64'), mime, size: bytes.byteLength };
  },
} satisfies Partial<ProjectHandlers>;
