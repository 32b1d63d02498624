import type { DocumentRow } from '../../../../shared/contract/document.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { all } from '../../sql.ts';

export const documentHandlers = {
  'document.list': ({ db }) =>
    all<DocumentRow>(db, `SELECT d.id, min(i.question_id) AS questionId, d.title, d.position, count(i.id) AS parts, m.file_name AS fileName, m.at
      FROM document d JOIN item i ON i.document_id = d.id JOIN question q ON q.id = i.question_id JOIN import m ON m.id = d.import_id
      GROUP BY d.id ORDER BY q.position, d.position, d.id`),
} satisfies Partial<ProjectHandlers>;
