import { useCallback } from 'react';
import { useCommand } from '../../data/useCommand.ts';
import { setCodeUi } from '../code/code-ui.ts';

/**
 * Marks answers as read or unread. Each answer is an operation of its own: what the screen shows as read is in the file at
 * that moment, and undo takes back one answer, not a whole evening.
 */
export function useMarking(): (itemId: number, read: boolean) => Promise<void> {
  const mark = useCommand('reading.markRead');
  return useCallback(async (itemId, read) => {
    const result = await mark({ itemIds: [itemId], read });
    if (result.ok) setCodeUi({ said: read ? 'Read' : 'Unread again' });
  }, [mark]);
}
