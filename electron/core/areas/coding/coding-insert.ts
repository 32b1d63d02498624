import type { CodingRow } from '../../../../shared/domain/types.ts';
import type { CommandContext } from '../../handling.ts';
import { insert } from '../../sql.ts';

/** Writes one coding that the researcher made just now, and gives its id. The range is that of an extract (see offsets.ts). */
export const insertCoding = (
  { db, now, actor }: CommandContext,
  { codeId, itemId, start, end, participantId }: Pick<CodingRow, 'codeId' | 'itemId' | 'start' | 'end' | 'participantId'>,
): number =>
  insert(
    db,
    'INSERT INTO coding (code_id, item_id, start, "end", participant_id, at, actor) VALUES (?, ?, ?, ?, ?, ?, ?)',
    codeId,
    itemId,
    start,
    end,
    participantId,
    now(),
    actor,
  );
