import type { Answer } from '../../../../shared/contract/survey.ts';
import { documentName } from '../../../../shared/domain/document-place.ts';
import { all, type Db } from '../../sql.ts';
import { versionColumns, withVersions } from './answer-versions.ts';
import { withMasksOf } from '../people/masks.ts';
import { namesFor } from '../people/names.ts';

/** Columns of an item that tell whose words they are, for `FROM item i` joined with `sourceJoins`. */
export const sourceColumns = 'i.participant_id AS participantId, i.document_id AS documentId, p.label, p.number, d.title, i.heading';
export const sourceJoins = 'LEFT JOIN participant p ON p.id = i.participant_id LEFT JOIN document d ON d.id = i.document_id';
/** The order of answers to a question: participants as they arrived, documents as they stand, part by part. */
export const sourceOrder = 'p.number, d.position, i.part, i.version';

export interface SourceRow { participantId: number | null; documentId: number | null; label: string | null; number: number | null; title: string | null; heading: string }

/** How the source of a row's words is shown: the participant's name in the project's naming, or the document's title with the heading. */
export function sourceNames(db: Db): (row: SourceRow) => string {
  const name = namesFor(db);
  return ({ participantId, label, number, title, heading }) =>
    participantId === null ? documentName({ title: title ?? '', heading }) : name({ id: participantId, label: label ?? '', number: number ?? 0 });
}

/** Answers and parts of documents that a condition on `item i` chooses, in their order. */
export const answersWhere = (db: Db, condition: string, ...values: readonly number[]): Answer[] =>
  withMasksOf(db, withVersions(db, all<{ itemId: number; questionId: number; participantId: number | null; text: string; documentId: number | null; title: string | null; heading: string; version: number; importId: number }>(db,
    `SELECT i.id AS itemId, i.question_id AS questionId, i.text, ${versionColumns}, ${sourceColumns} FROM item i ${sourceJoins} WHERE ${condition} ORDER BY ${sourceOrder}`, ...values))
    .map(({ itemId, questionId, participantId, text, documentId, title, heading, version, latest, since }) => ({ itemId, questionId, participantId, document: documentId === null ? null : { id: documentId, title: title ?? '', heading }, text, version, latest, since })));
