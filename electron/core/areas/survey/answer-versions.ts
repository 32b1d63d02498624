import type { AnswerVersion } from '../../../../shared/contract/survey.ts';
import { all, type Db } from '../../sql.ts';

/** `FROM item i`: what `withVersions` needs of a row. */
export const versionColumns = 'i.version, i.import_id AS importId';
interface Row { questionId: number; participantId: number | null; version: number; importId: number }

const keyOf = ({ questionId, participantId }: Row) => `${questionId}/${participantId}`;

/** Tells which answers are the latest, and which import changed those that are not the first. All versions of an answer are among `rows`, in any order. */
export function withVersions<R extends Row>(db: Db, rows: readonly R[]): (Omit<R, 'importId'> & AnswerVersion)[] {
  const changed = rows.filter(({ version }) => version > 1);
  const last = new Map(changed.toSorted((a, b) => a.version - b.version).map((row) => [keyOf(row), row.version]));
  const imports = changed.length > 0 ? new Map(all<{ id: number; fileName: string; at: string }>(db, 'SELECT id, file_name AS fileName, at FROM import').map(({ id, ...rest }) => [id, rest])) : null;
  return rows.map((row) => {
    const { importId, ...rest } = row;
    return { ...rest, latest: last.size === 0 || (last.get(keyOf(row)) ?? 1) === row.version, since: row.version > 1 ? (imports?.get(importId) ?? null) : null };
  });
}
