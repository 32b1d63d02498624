import { useCallback } from 'react';
import type { CodeKind } from '../../../shared/domain/types.ts';
import { saving } from '../../data/saving.ts';
import { useCommand } from '../../data/useCommand.ts';
import { usePlace } from '../../state/place.ts';
import { focusAnswer, isStretch, noteRecent, rangeOfSelection, setCodeUi, useCodeUi } from './code-ui.ts';

export type Choice = { id: number } | { name: string; kind?: CodeKind };

/** Whoever walked to a mark, or opened it, before the file had it stays there: under the id that it got, or nowhere where it got none. */
function renamed(ids: readonly number[]): Partial<Pick<ReturnType<typeof useCodeUi.getState>, 'opened' | 'walked'>> {
  const { opened, walked } = useCodeUi.getState();
  const real = <T extends { codingId: number }>(at: T | null): T | null => {
    const codingId = at && at.codingId < 0 ? ids[-1 - at.codingId] : at?.codingId;
    return at && codingId !== undefined ? { ...at, codingId } : null;
  };
  return { ...(opened && opened.codingId < 0 ? { opened: real(opened) } : {}), ...(walked && walked.codingId < 0 ? { walked: real(walked) } : {}) };
}

/** What one does with the selection: place it under codes, take a coding away, find nothing to code. */
export function useCoding(analysisId: number) {
  const add = useCommand('coding.add');
  const remove = useCommand('coding.remove');
  const mark = useCommand('coding.examine');

  const apply = useCallback(async (codes: readonly Choice[]): Promise<boolean> => {
    const { selection } = useCodeUi.getState();
    if (!isStretch(selection) || codes.length === 0) return false;
    const { start, end } = rangeOfSelection(selection);
    const row = { itemId: selection.itemId, start, end, participantId: 0, fromCodeId: null, note: '' };
    // Codes that exist are drawn with the key itself, under ids of their own, and the title bar says “Saving…” until the file has them.
    const early = codes.flatMap((code, index) => ('id' in code ? [{ ...row, id: -1 - index, codeId: code.id }] : []));
    const { choosing } = useCodeUi.getState();
    const saved = early.length === codes.length ? saving.shown() : null;
    if (saved) setCodeUi({ selection: null, choosing: false, fresh: early });
    const result = await add({ analysisId, itemId: selection.itemId, start, end, codes: [...codes] });
    saved?.();
    if (!result.ok) {
      if (saved) setCodeUi({ fresh: [], ...renamed([]), ...(useCodeUi.getState().selection === null ? { selection, choosing } : {}) });
      return false;
    }
    const { codes: applied, already, codingIds } = result.value;
    noteRecent(applied.map((code) => code.id));
    const said = already === applied.length ? `Already coded with ${applied.map((code) => code.name).join(', ')}` : `Coded with ${applied.map((code) => code.name).join(', ')}`;
    // Which of several codes were there already is not told; those few wait for the list.
    const fresh = already > 0 ? [] : codingIds.map((id, index) => ({ ...row, id, codeId: applied[index]?.id ?? 0 }));
    // Whoever selects the next words already keeps them.
    setCodeUi({ ...(useCodeUi.getState().selection === selection ? { selection: null, choosing: false } : {}), said, fresh, ...renamed(already > 0 ? [] : codingIds) });
    usePlace.getState().go({ codeId: applied.at(-1)?.id ?? null });
    // Details that were opened meanwhile keep the focus.
    if (usePlace.getState().itemId === selection.itemId && useCodeUi.getState().opened === null) focusAnswer(selection.itemId);
    return true;
  }, [add, analysisId]);

  const take = useCallback(async (codingId: number) => {
    const result = await remove({ ids: [codingId] });
    if (!result.ok) return;
    const { opened } = useCodeUi.getState();
    setCodeUi({ opened: null, hot: null, walked: null, said: `Removed from ${result.value.codeNames.join(', ')}` });
    if (opened) focusAnswer(opened.itemId);
  }, [remove]);

  const examine = useCallback(async (itemId: number, nothing: boolean) => {
    const result = await mark({ analysisId, itemIds: [itemId], nothing });
    if (result.ok) setCodeUi({ said: nothing ? 'Nothing to code here' : 'To be coded' });
  }, [mark, analysisId]);

  return { apply, take, examine };
}
