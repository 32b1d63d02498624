import { useEffect } from 'react';
import { withMasks } from '../../../shared/domain/masks.ts';
import { usePlace } from '../../state/place.ts';
import { useHints } from '../../ui/hints.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { cursorIn, isStretch, type Selection, setCodeUi, showAnswer, useCodeUi } from './code-ui.ts';
import { isRightToLeft } from './dom-range.ts';
import { recentCodes } from './find-codes.ts';
import { layMarks } from './marks.ts';
import { goToQuestion } from './QuestionsPane.tsx';
import { crossTo, noteSide, toggleSides } from './SidesBar.tsx';
import { columnWith } from './sides.ts';
import { cursorAtStart, extend, moveCursor } from './selecting.ts';
import type { CodeData } from './useCodeData.ts';
import type { Choice } from './useCoding.ts';
import { codingsKnown } from './useExtractKeys.ts';

/** Everything the Code screen does by keyboard. Keys work on the current answer; without one the first becomes it. */
export function useCodeKeys(data: CodeData, coding: { apply: (codes: readonly Choice[]) => Promise<boolean>; take: (codingId: number) => Promise<void>; examine: (itemId: number, nothing: boolean) => Promise<void> }): void {
  const itemId = usePlace((place) => place.itemId);
  const { selection, recent, walked, sides } = useCodeUi();
  // Keys stay in the column of the current answer.
  const column = columnWith(data.columns, itemId);
  const answers = column?.answers ?? data.answers;
  const index = answers.findIndex((answer) => answer.itemId === itemId);

  useEffect(() => { if (column && itemId !== null && index >= 0) noteSide(column, itemId); }, [column, itemId, index]);

  const goTo = (to: number) => {
    const answer = answers[Math.max(0, Math.min(answers.length - 1, to))];
    if (!answer) return;
    // What was pressed last in another pane gives the keyboard to the answer, so that Tab walks its extracts.
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && !activeElement.closest('.reader')) activeElement.blur();
    showAnswer(answer.itemId);
  };
  const turn = (by: number) => {
    const next = data.questions[data.number - 1 + by];
    if (next) goToQuestion(next.id);
  };
  const marks = index < 0 ? [] : layMarks(data.codings.get(answers[index]?.itemId ?? 0) ?? [], data.looks);
  const at = marks.findIndex((mark) => mark.codingId === walked?.codingId);
  /** Works on the selection of the current answer, beginning one at its first word, or at the extract in focus. */
  const select = (change: (selection: Selection, text: string) => Selection) => () => {
    const answer = answers[index < 0 ? 0 : index];
    if (!answer) return;
    if (answer.itemId !== itemId) usePlace.getState().go({ itemId: answer.itemId });
    const focused = marks[at];
    const begun = selection?.itemId === answer.itemId ? selection : focused ? { itemId: answer.itemId, anchor: focused.start, focus: focused.start } : cursorAtStart(answer.itemId, answer.text);
    const selected = change(begun, answer.text);
    // A word cursor inside the extract in focus leaves it in focus: it may be split there.
    const cursor = cursorIn(selected, answer.itemId);
    const stays = focused !== undefined && cursor !== null && focused.start <= cursor && cursor < focused.end;
    setCodeUi({ selection: selected, choosing: false, opened: null, ...(stays ? {} : { walked: null }) });
  };
  type Directed = (selection: Selection, text: string, by: 1 | -1) => Selection;
  // The arrow that points where the text goes leads onwards: the left one in Arabic or Hebrew.
  const onwards = (to: 1 | -1): 1 | -1 => (isRightToLeft(answers[index < 0 ? 0 : index]?.itemId) ? (to === 1 ? -1 : 1) : to);
  const right = (change: Directed) => () => select((each, text) => change(each, text, onwards(1)))();
  const left = (change: Directed) => () => select((each, text) => change(each, text, onwards(-1)))();
  const choose = () => {
    if (isStretch(selection)) setCodeUi({ choosing: true, opened: null });
    else if (openWalked() === false) setCodeUi({ said: 'Select words first: Shift and the arrow keys' });
  };

  const walk = (by: 1 | -1) => () => {
    if (marks.length === 0) return false;
    const next = marks[at < 0 ? (by === 1 ? 0 : marks.length - 1) : at + by];
    // Past the last extract Tab goes on through the window as usual.
    if (!next || itemId === null) {
      setCodeUi({ walked: null });
      return false;
    }
    setCodeUi({ walked: { codeId: next.codeId, codingId: next.codingId }, hot: null, selection: null, reveal: { itemId, at: next.start }, said: `Extract coded ${next.name}: ${withMasks(answers[index]?.text ?? '', answers[index]?.masks, next.start, next.end).slice(0, 120)}` });
    return undefined;
  };
  const inReader = () => document.activeElement?.closest('.reader') !== null || document.activeElement === document.body;
  const openWalked = (): false | undefined => {
    const mark = marks[at];
    if (!mark || itemId === null) return false;
    usePlace.getState().go({ codeId: mark.codeId });
    setCodeUi({ opened: { codingId: mark.codingId, itemId, codeId: mark.codeId } });
    return undefined;
  };
  const removeWalked = () => {
    const mark = marks[at];
    if (!mark) return false;
    void coding.take(mark.codingId);
    return undefined;
  };
  const clear = () => {
    if (!selection && !walked) return false;
    setCodeUi({ selection: null, walked: null, choosing: false });
    return undefined;
  };

  useKeys({
    j: () => goTo(index + 1), k: () => goTo(index < 0 ? 0 : index - 1), Home: () => (inReader() ? goTo(0) : false), End: () => (inReader() ? goTo(answers.length - 1) : false),
    ']': () => turn(1), '[': () => turn(-1), b: () => toggleSides(data, data.columns.length > 1 ? sides : null), h: () => crossTo(data.columns, 'left'), l: () => crossTo(data.columns, 'right'),
    ArrowRight: () => (inReader() ? right((each, text, by) => moveCursor(each, text, by))() : false), ArrowLeft: () => (inReader() ? left((each, text, by) => moveCursor(each, text, by))() : false),
    ...Object.fromEntries((['Shift+', 'Ctrl+Shift+', 'Alt+Shift+'] as const).flatMap((keys) => {
      const grow = (each: Selection, text: string, by: 1 | -1) => extend(each, text, keys === 'Shift+' ? 'word' : keys === 'Ctrl+Shift+' ? 'grapheme' : 'sentence', by);
      return [[`${keys}ArrowRight`, right(grow)], [`${keys}ArrowLeft`, left(grow)]];
    })),
    'Ctrl+a': select((each, text) => ({ ...each, anchor: text.length - text.trimStart().length, focus: text.trimEnd().length })),
    n: () => (itemId !== null && index >= 0 ? void coding.examine(itemId, !data.examined.has(itemId)) : false),
    o: () => (itemId !== null && data.noticings.has(itemId) ? setCodeUi({ noticed: itemId, opened: null }) : setCodeUi({ said: 'You noted nothing in this margin' })),
    c: choose, Enter: () => (inReader() ? choose() : false), Escape: clear,
    Tab: () => (inReader() && index >= 0 ? walk(1)() : false), 'Shift+Tab': () => (inReader() && index >= 0 ? walk(-1)() : false),
    ...Object.fromEntries(Array.from({ length: 9 }, (_, number) => [String(number + 1), () => {
      const code = recentCodes(data, recent)[number];
      if (code === undefined || !isStretch(selection)) return false;
      void coding.apply([{ id: code.id }]);
      return undefined;
    }])),
  });
  useKeys({ Backspace: removeWalked, Delete: removeWalked }, { ready: codingsKnown });
  useHints([
    { keys: ['J'], text: 'Next answer' }, { keys: ['Shift', '→'], text: 'Select words' }, { keys: ['C'], text: 'Code the selection' }, { keys: ['1–9'], text: 'Apply a recent code' }, { keys: ['N'], text: 'Nothing to code here', also: 'examined skip empty' },
    { keys: ['Tab'], text: 'Walk the extracts' }, { keys: ['P'], text: data.question.kind === 'documents' ? 'The whole document' : 'All from this person' },
    ...[
      { keys: ['K'], text: 'Previous answer' }, { keys: ['O'], text: 'What you noticed in this answer' }, { keys: ['I'], text: 'First impressions of the question' },
      { keys: ['Alt', 'Shift', '→'], text: 'Select by sentence' }, { keys: ['Ctrl', 'Shift', '→'], text: 'Select by character' }, { keys: ['Ctrl', 'A'], text: 'Select the whole answer' }, { keys: ['←'], or: ['→'], text: 'Move the word cursor' },
      { keys: ['Backspace'], text: 'Remove the extract in focus' }, { keys: ['V'], text: 'Move the extract in focus to another code' }, { keys: ['M'], text: 'Memo on the extract in focus' }, { keys: ['Shift', 'M'], text: 'Mask the selected words for good' },
      { keys: ['Alt', '→'], or: ['Alt', '←'], text: 'Move the end of the extract in focus by a word, with Ctrl by a character', each: ['Move the end of the extract onwards', 'Move the end of the extract back'] as const }, { keys: ['Alt', 'Shift', '→'], or: ['Alt', 'Shift', '←'], text: 'Move its beginning by a word, with Ctrl by a character', each: ['Move the beginning of the extract onwards', 'Move the beginning of the extract back'] as const },
      { keys: ['S'], text: 'Split the extract at the word cursor' }, { keys: ['Shift', 'J'], text: 'Join it with the next extract of its code' }, { keys: ['['], or: [']'], text: 'Previous, next question', each: ['Previous question', 'Next question'] as const }, { keys: ['B'], text: 'Two groups side by side, or one column' }, { keys: ['H'], or: ['L'], text: 'To the group on the left, on the right', each: ['To the group on the left', 'To the group on the right'] as const }, { keys: ['/'], text: 'Find a code' }, { keys: ['Ctrl', 'F'], text: 'Find words in the answers', palette: false }, { keys: ['Alt', '↑'], or: ['Alt', '↓'], text: 'Change the order of codes', each: ['Move the code up in the list', 'Move the code down in the list'] as const }, { keys: ['F2'], text: 'Rename the selected code' },
      { keys: ['G'], text: 'All extracts of the selected code' }, { keys: ['Alt', 'drag'], text: 'Select exact characters with the mouse' },
      ...[{ keys: ['Ctrl', 'Space'], text: 'While choosing: tick several codes, new ones as well' }, { keys: ['Ctrl', 'Enter'], text: 'While choosing: new code from what you typed' }, { keys: ['Ctrl', 'I'], text: 'While choosing: their words as the code' }, { keys: ['Ctrl', 'L'], text: 'While choosing: said, or between the lines' }, { keys: ['Alt', '1–9'], text: 'While choosing: a recent code' }].map((hint) => ({ ...hint, palette: false })),
    ].map((hint) => ({ ...hint, bar: false })),
  ], 'Code');
}
