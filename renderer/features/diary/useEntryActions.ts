import { useState } from 'react';
import type { DiaryEntry } from '../../../shared/contract/record.ts';
import type { Trigger } from '../../../shared/domain/types.ts';
import { useCommand } from '../../data/useCommand.ts';
import { call } from '../../data/call.ts';
import { toast } from '../../ui/toast.ts';

/** What can be done with an entry, and which entry is being changed or discussed in place. */
export function useEntryActions() {
  const [mode, setMode] = useState<{ id: number; kind: 'edit' | 'discuss' } | null>(null);
  const update = useCommand('diary.update');
  const removeEntry = useCommand('diary.remove');

  return {
    mode,
    // A menu gives focus back as it closes; the form takes it after that.
    edit: (entry: DiaryEntry) => {
      setTimeout(() => setMode({ id: entry.id, kind: 'edit' }), 0);
    },
    discuss: (entry: DiaryEntry) => {
      setTimeout(() => setMode({ id: entry.id, kind: 'discuss' }), 0);
    },
    finish: () => {
      const id = mode?.id;
      setMode(null);
      setTimeout(() => document.querySelector<HTMLElement>(`[data-entry="${id}"]`)?.focus(), 0);
    },
    toggleDiscuss: (entry: DiaryEntry) => void update({ id: entry.id, toDiscuss: !entry.toDiscuss }),
    toggleReport: (entry: DiaryEntry) => void update({ id: entry.id, inReport: !entry.inReport }),
    setTrigger: (entry: DiaryEntry, trigger: Trigger) => void update({ id: entry.id, trigger }),
    remove: async (entry: DiaryEntry) => {
      const result = await removeEntry({ id: entry.id });
      if (result.ok)
        toast({ text: 'Removed the entry. Its history stays.', action: { label: 'Bring it back', run: () => void call('history.undo', {}) } });
    },
  };
}

export type EntryActions = ReturnType<typeof useEntryActions>;
