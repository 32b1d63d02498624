import { usePlace } from '../../state/place.ts';
import { useHints } from '../../ui/hints.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { isStretch, nothingOpen, type Selection, setCodeUi, useCodeUi } from './code-ui.ts';
import { layMarks } from './marks.ts';
import { goToQuestion } from './QuestionsPane.tsx';
import type { CodeData } from './useCodeData.ts';
import type { Choice } from './useCoding.ts';
import { cursorAtStart, extend, moveCursor } from './useSelecting.ts';

/** Everything the Code screen does by keyboard. Keys work on the current answer; without one the first becomes it. */
export function useCodeKeys(data: CodeData, coding: { apply: (codes: readonly Choice[]) => Promise<boolean>; take: (codingId: number) => Promise<void> }): void {
  const itemId = usePlace((place) => place.itemId);
  const { selection, recent, hot } = useCodeUi();
  const index = data.answers.findIndex((answer) => answer.itemId === itemId);

  const goTo = (to: number) => {
    const answer = data.answers[Math.max(0, Math.min(data.answers.length - 1, to))];
    if (!answer) return;
    setCodeUi(nothingOpen);
    usePlace.getState().go({ itemId: answer.itemId });
  };
  const turn = (by: number) => {
    const next = data.questions[data.number - 1 + by];
    if (next) goToQuestion(next.id);
  };
  /** Works on the selection of the current answer, beginning one at its first word. */
  const select = (change: (selection: Selection, text: string) => Selection) => () => {
    const answer = data.answers[index < 0 ? 0 : index];
    if (!answer) return;
    if (answer.itemId !== itemId) usePlace.getState().go({ itemId: answer.itemId });
    const begun = selection?.itemId === answer.itemId ? selection : cursorAtStart(answer.itemId, answer.text);
    setCodeUi({ selection: change(begun, answer.text), choosing: false, opened: null });
  };
  const choose = () => {
    if (isStretch(selection)) setCodeUi({ choosing: true, opened: null });
    else if (openHot() === false) setCodeUi({ said: 'Select words first: Shift and the arrow keys' });
  };

  const marks = index < 0 ? [] : layMarks(data.codings.get(data.answers[index]?.itemId ?? 0) ?? [], data.codeOf);
  const at = marks.findIndex((mark) => mark.codingId === hot?.codingId);
  const walk = (by: 1 | -1) => () => {
    if (marks.length === 0) return false;
    const next = marks[at < 0 ? (by === 1 ? 0 : marks.length - 1) : at + by];
    // Past the last extract Tab goes on through the window as usual.
    if (!next) { setCodeUi({ hot: null }); return false; }
    setCodeUi({ hot: { codeId: next.codeId, codingId: next.codingId }, selection: null, said: `Extract coded ${next.name}: ${data.answers[index]?.text.slice(next.start, next.end).slice(0, 120)}` });
    return undefined;
  };
  const inReader = () => document.activeElement?.closest('.reader') !== null || document.activeElement === document.body;
  const openHot = (): false | undefined => {
    const mark = marks[at];
    if (!mark || itemId === null) return false;
    usePlace.getState().go({ codeId: mark.codeId });
    setCodeUi({ opened: { codingId: mark.codingId, itemId, codeId: mark.codeId } });
    return undefined;
  };
  const removeHot = () => {
    const mark = marks[at];
    if (!mark) return false;
    void coding.take(mark.codingId);
    return undefined;
  };
  const clear = () => {
    if (!selection && !hot) return false;
    setCodeUi({ selection: null, hot: null, choosing: false });
    return undefined;
  };

  useKeys({
    j: () => goTo(index + 1), k: () => goTo(index < 0 ? 0 : index - 1), Home: () => (inReader() ? goTo(0) : false), End: () => (inReader() ? goTo(data.answers.length - 1) : false),
    ']': () => turn(1), '[': () => turn(-1),
    ArrowRight: () => (inReader() ? select((each, text) => moveCursor(each, text, 1))() : false), ArrowLeft: () => (inReader() ? select((each, text) => moveCursor(each, text, -1))() : false),
    'Shift+ArrowRight': select((each, text) => extend(each, text, 'word', 1)), 'Shift+ArrowLeft': select((each, text) => extend(each, text, 'word', -1)),
    'Ctrl+Shift+ArrowRight': select((each, text) => extend(each, text, 'grapheme', 1)), 'Ctrl+Shift+ArrowLeft': select((each, text) => extend(each, text, 'grapheme', -1)),
    'Alt+Shift+ArrowRight': select((each, text) => extend(each, text, 'sentence', 1)), 'Alt+Shift+ArrowLeft': select((each, text) => extend(each, text, 'sentence', -1)),
    'Ctrl+a': select((each, text) => ({ ...each, anchor: text.length - text.trimStart().length, focus: text.trimEnd().length })),
    c: choose, Enter: () => (inReader() ? choose() : false), Escape: clear,
    Tab: () => (inReader() && index >= 0 ? walk(1)() : false), 'Shift+Tab': () => (inReader() && index >= 0 ? walk(-1)() : false),
    Backspace: removeHot, Delete: removeHot,
    ...Object.fromEntries(Array.from({ length: 9 }, (_, number) => [String(number + 1), () => {
      const code = recent[number];
      if (code === undefined || !isStretch(selection)) return false;
      void coding.apply([{ id: code }]);
      return undefined;
    }])),
  });
  useHints([
    { keys: ['J'], text: 'Next answer' }, { keys: ['K'], text: 'Previous' }, { keys: ['Shift', '→'], text: 'Select words' }, { keys: ['C'], text: 'Code the selection' }, { keys: ['1–9'], text: 'Apply a recent code' },
    { keys: ['Tab'], text: 'Walk the extracts' }, { keys: ['Ctrl', 'J'], text: 'Diary note' },
    ...[
      { keys: ['Alt', 'Shift', '→'], text: 'Select by sentence' }, { keys: ['Ctrl', 'Shift', '→'], text: 'Select by character' }, { keys: ['Ctrl', 'A'], text: 'Select the whole answer' }, { keys: ['←'], or: ['→'], text: 'Move the word cursor' },
      { keys: ['Backspace'], text: 'Remove the extract in focus' }, { keys: ['['], or: [']'], text: 'Previous, next question' }, { keys: ['/'], text: 'Find a code' }, { keys: ['F2'], text: 'Rename the selected code' },
      { keys: ['G'], text: 'All extracts of the selected code' }, { keys: ['Alt', 'drag'], text: 'Select exact characters with the mouse' },
    ].map((hint) => ({ ...hint, bar: false })),
  ], 'Code');
}
