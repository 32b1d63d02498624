import { useCallback } from 'react';
import { useCommand } from '../../data/useCommand.ts';
import { useQuery } from '../../data/useQuery.ts';
import { dismissAll, toast } from '../../ui/toast.ts';

/** The next step back and the next step forward, and how to take them. */
export function useUndo() {
  const { data } = useQuery('history.state', {});
  const undoCommand = useCommand('history.undo');
  const redoCommand = useCommand('history.redo');

  const redo = useCallback(async () => {
    const result = await redoCommand({});
    if (!result.ok) return;
    dismissAll();
    toast({ text: `Done again: ${result.value.label}` });
  }, [redoCommand]);
  const undo = useCallback(async () => {
    const result = await undoCommand({});
    if (!result.ok) return;
    // What earlier toasts said is no longer so.
    dismissAll();
    toast({ text: `Undone: ${result.value.label}`, action: { label: 'Do it again', run: () => void redo() } });
  }, [undoCommand, redo]);

  return { undo, redo, nextUndo: data?.undo ?? null, nextRedo: data?.redo ?? null };
}
