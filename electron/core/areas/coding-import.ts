import type { BadRow } from '../../../shared/contract/coding.ts';
import { refused } from '../../../shared/errors.ts';
import type { CommandContext, ProjectHandlers } from '../handling.ts';
import { insert, one } from '../sql.ts';
import { readCodingFile } from './coding-file.ts';
import { CodingPlaces } from './coding-places.ts';
import { type PlacedRow, placeRows } from './coding-rows.ts';

export const codingImportHandlers = {
  'coding.import': (context, { fileName, bytes, skipBadRows }) => {
    const { rows, problems } = placeRows(context.db, readCodingFile(Buffer.from(bytes, 'base64'), fileName));
    if (problems.length && !skipBadRows) throw refused(sentenceOf(problems), { problems });
    if (rows.length === 0) throw refused(`No row of “${fileName}” could be placed, so nothing was imported. ${firstOf(problems)}.`, { problems });
    return { ...write(context, rows), problems };
  },
} satisfies Partial<ProjectHandlers>;

/** Writes the codings in the order of the file; the same coding twice, here or in the project, stands once. */
function write({ db, now, actor }: CommandContext, rows: readonly PlacedRow[]) {
  const places = new CodingPlaces(db, rows);
  let codings = 0;
  for (const row of rows) {
    const codeId = places.codeFor(row);
    if (one(db, 'SELECT 1 FROM coding WHERE code_id = ? AND participant_id = ? AND item_id = ? AND start = ? AND "end" = ?', codeId, row.participantId, row.itemId, row.start, row.end)) continue;
    insert(db, 'INSERT INTO coding (code_id, item_id, start, "end", participant_id, note, at, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?)', codeId, row.itemId, row.start, row.end, row.participantId, row.note, now(), actor);
    codings++;
  }
  return { codings, ...places.made, repeated: rows.length - codings };
}

const firstOf = (problems: readonly BadRow[]) => problems.slice(0, 3).map(({ line, reason }) => `Line ${line}: ${reason.replace(/\.$/, '')}`).join('. ');

function sentenceOf(problems: readonly BadRow[]): string {
  const rest = problems.length > 3 ? ` And ${problems.length - 3} more.` : '';
  return `${problems.length === 1 ? 'One row cannot be placed' : `${problems.length} rows cannot be placed`}, so nothing was imported. ${firstOf(problems)}.${rest} Correct the file, or leave such rows out.`;
}
