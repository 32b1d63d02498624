import { create } from 'zustand';
import { useCommand } from '../../data/useCommand.ts';
import { type Draft, emptyDraft } from './Composer.tsx';

/** What is being written, on the diary screen and in the note from anywhere; it survives going elsewhere, until it is kept. */
export const useDrafts = create<{ screen: Draft; note: Draft | null }>(() => ({ screen: emptyDraft, note: null }));

/** The entry to show first on the diary screen (from the palette or a toast). */
export const useDiaryFocus = create<{ entryId: number | null }>(() => ({ entryId: null }));

/** Keeps a draft as an entry; its id, or null where that failed (a toast has said why). */
export function useKeep(): (draft: Draft, context: string) => Promise<number | null> {
  const add = useCommand('diary.add');
  return async (draft, context) => {
    const result = await add({
      text: draft.text,
      trigger: draft.trigger ?? 'other',
      context: context.slice(0, 200),
      links: draft.links.map(({ link }) => link),
      toDiscuss: draft.toDiscuss,
    });
    return result.ok ? result.value.id : null;
  };
}
