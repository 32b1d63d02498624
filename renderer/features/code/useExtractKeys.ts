import { useRef } from 'react';
import { withMasks } from '../../../shared/domain/masks.ts';
import { isSettled } from '../../data/settled.ts';
import { usePlace } from '../../state/place.ts';
import { isTextField } from '../../ui/keys.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { type End, moveEnd } from './boundaries.ts';
import { cursorIn, setCodeUi, useCodeUi } from './code-ui.ts';
import { isRightToLeft } from './dom-range.ts';
import { shortest } from './marks.ts';
import { neighbourOf, type Changes } from './useChanges.ts';
import type { CodeData } from './useCodeData.ts';

/** What these keys are about is on the screen as it is in the file. */
export const codingsKnown = (): boolean => isSettled(['coding.snapshot', 'coding.changes']);

/** Keys about the extract in focus: the one that Tab walked to or whose details are open. Without one they go on to whoever else wants them. */
export function useExtractKeys(data: CodeData, changes: Changes): void {
  const itemId = usePlace((place) => place.itemId);
  const { walked, opened, selection } = useCodeUi();
  const answer = data.answerOf.get(itemId ?? 0);
  const codings = data.codings.get(itemId ?? 0) ?? [];
  const coding = codings.find((each) => each.id === (opened?.codingId ?? walked?.codingId));

  // A key that comes before the last one is in the file goes on from where that one leads.
  const onTheWay = useRef<{ id: number; start: number; end: number } | null>(null);

  const reach = (end: End, unit: 'word' | 'grapheme', arrow: 1 | -1) => (event: KeyboardEvent) => {
    if (!coding || !answer || isTextField(event.target)) return false;
    const onwards = isRightToLeft(coding.itemId) ? (arrow === 1 ? -1 : 1) : arrow;
    const range = moveEnd(answer.text, onTheWay.current?.id === coding.id ? onTheWay.current : coding, end, unit, onwards);
    if (range) {
      const mine = { id: coding.id, start: range.start, end: range.end };
      onTheWay.current = mine;
      void changes.reach(coding, range, withMasks(answer.text, answer.masks, range.start, range.end)).then(() => { if (onTheWay.current === mine) onTheWay.current = null; });
    } else setCodeUi({ said: 'The extract goes no further' });
    return undefined;
  };
  const move = () => {
    if (!coding) return false;
    setCodeUi({ opened: null, moving: coding.id, choosing: true, selection: { itemId: coding.itemId, anchor: coding.start, focus: coding.end } });
    return undefined;
  };
  const note = () => {
    if (!coding) return false;
    setCodeUi({ opened: { codingId: coding.id, itemId: coding.itemId, codeId: coding.codeId }, noting: true });
    return undefined;
  };
  const split = () => {
    const at = cursorIn(selection, itemId);
    const inside = at === null ? [] : codings.filter((each) => each.start < at && at < each.end);
    const target = inside.find((each) => each.id === coding?.id) ?? shortest(inside);
    if (at === null || !target) {
      setCodeUi({ said: 'Put the word cursor inside an extract first: the left and right arrows' });
      return;
    }
    void changes.split(target, at);
  };
  const join = () => {
    const other = coding && neighbourOf(coding, codings);
    if (!coding || !other) {
      setCodeUi({ said: 'There is no other extract of this code in this answer' });
      return;
    }
    void changes.join([coding, other]);
  };

  useKeys({
    ...Object.fromEntries((['word', 'grapheme'] as const).flatMap((unit) => {
      const by = unit === 'word' ? 'Alt+' : 'Ctrl+';
      return [[`${by}ArrowRight`, reach('end', unit, 1)], [`${by}ArrowLeft`, reach('end', unit, -1)], [`${by}Shift+ArrowRight`, reach('start', unit, 1)], [`${by}Shift+ArrowLeft`, reach('start', unit, -1)]];
    })),
  });
  useKeys({ v: move, m: note, s: split, 'Shift+j': join }, { ready: codingsKnown });
}
