import { useMemo } from 'react';
import type { TextRange } from '../../../shared/domain/text-range.ts';
import type { CodingRow } from '../../../shared/domain/types.ts';
import { useCommand } from '../../data/useCommand.ts';
import { usePlace } from '../../state/place.ts';
import { focusAnswer, noteRecent, setCodeUi } from './code-ui.ts';
import type { Choice } from './useCoding.ts';

/** What one does with a coding that is there: another code, other boundaries, a memo, one of two, two of one. */
export function useChanges() {
  const update = useCommand('coding.update');
  const cut = useCommand('coding.split');
  const unite = useCommand('coding.join');

  return useMemo(() => ({
    /** Places it under another code. */
    move: async (coding: CodingRow, [code]: readonly Choice[]): Promise<boolean> => {
      if (!code) return false;
      const result = await update({ id: coding.id, code });
      if (!result.ok) return false;
      const { codeId, codeName } = result.value;
      noteRecent([codeId]);
      setCodeUi({ selection: null, choosing: false, moving: null, walked: { codeId, codingId: coding.id }, said: `Moved to ${codeName}`, fresh: [{ ...coding, codeId, fromCodeId: null }] });
      usePlace.getState().go({ codeId });
      focusAnswer(coding.itemId);
      return true;
    },
    reach: async (coding: CodingRow, { start, end }: TextRange, words: string): Promise<void> => {
      const result = await update({ id: coding.id, range: { start, end } });
      if (result.ok) setCodeUi({ fresh: [{ ...coding, start, end }], said: `The extract is now: ${words.length > 120 ? `${words.slice(0, 60)} … ${words.slice(-40)}`.toWellFormed() : words}` });
    },
    note: async (coding: CodingRow, note: string): Promise<void> => void (await update({ id: coding.id, note })),
    split: async (coding: CodingRow, at: number): Promise<void> => {
      const result = await cut({ id: coding.id, at });
      if (!result.ok) return;
      setCodeUi({ opened: null, selection: null, walked: { codeId: coding.codeId, codingId: result.value.ids[0] }, said: 'Split in two' });
      focusAnswer(coding.itemId);
    },
    join: async (codings: readonly CodingRow[]): Promise<void> => {
      const result = await unite({ ids: codings.map((coding) => coding.id) });
      if (!result.ok || !codings[0]) return;
      setCodeUi({ opened: null, walked: { codeId: codings[0].codeId, codingId: result.value.id }, said: 'Joined into one' });
      focusAnswer(codings[0].itemId);
    },
  }), [update, cut, unite]);
}

export type Changes = ReturnType<typeof useChanges>;

/** The extract of the same code in the same answer that one would join with: the next one, or else the one before. */
export function neighbourOf(coding: CodingRow, codings: readonly CodingRow[]): CodingRow | undefined {
  const own = codings.filter((each) => each.codeId === coding.codeId).sort((a, b) => a.start - b.start || a.end - b.end);
  const at = own.findIndex((each) => each.id === coding.id);
  return own[at + 1] ?? own[at - 1];
}
