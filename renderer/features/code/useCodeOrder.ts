import { useLayoutEffect, useRef } from 'react';
import type { CodeWithCounts } from '../../../shared/contract/code.ts';
import { useCommand } from '../../data/useCommand.ts';
import { isTextField } from '../../ui/keys.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { codeInFocus, setCodeUi } from './code-ui.ts';

/** Puts a code before or behind another one of the same place. */
export type Put = (codeId: number, edge: 'before' | 'after', otherId: number) => void;

/** The place that a code shares its order with. */
export const homeOf = ({ themeId, tray }: Pick<CodeWithCounts, 'themeId' | 'tray'>): string => (themeId === null ? tray : `theme ${themeId}`);

/** Ordering by hand: Alt with the up and down arrows moves the code in focus (or else the selected one) among those of its place. */
export function useCodeOrder(codes: readonly CodeWithCounts[], selected: CodeWithCounts | undefined, enabled: boolean): Put | undefined {
  const place = useCommand('code.place');
  const moved = useRef<number | null>(null);
  // Lines that change places lose the focus.
  useLayoutEffect(() => {
    if (moved.current !== null && document.activeElement === document.body) document.querySelector<HTMLElement>(`[data-code="${moved.current}"]`)?.focus();
    moved.current = null;
  });

  const put: Put = (codeId, edge, otherId) => {
    const code = codes.find((each) => each.id === codeId);
    if (!code) return;
    const to = code.themeId === null ? { tray: code.tray } : { themeId: code.themeId };
    void place({ ids: [codeId], to, [edge]: { kind: 'code', id: otherId } });
  };
  const step = (by: 1 | -1) => (event: KeyboardEvent) => {
    if (isTextField(event.target) || !enabled) return false;
    const inFocus = codeInFocus();
    const code = codes.find((each) => each.id === inFocus) ?? selected;
    if (code?.status !== 'active') return false;
    const siblings = codes.filter((each) => homeOf(each) === homeOf(code));
    const at = siblings.findIndex((each) => each.id === code.id);
    const other = siblings[at + by];
    if (!other) {
      setCodeUi({ said: by === 1 ? 'It is the last one here already' : 'It is the first one here already' });
      return undefined;
    }
    if (inFocus === code.id) moved.current = code.id;
    put(code.id, by === 1 ? 'after' : 'before', other.id);
    setCodeUi({ said: `${code.name} ${by === 1 ? 'behind' : 'before'} ${other.name}` });
    return undefined;
  };
  useKeys({ 'Alt+ArrowUp': step(-1), 'Alt+ArrowDown': step(1) });
  return enabled ? put : undefined;
}
