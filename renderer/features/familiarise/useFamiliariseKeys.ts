import { fetchQuery } from '../../data/cache.ts';
import { usePlace } from '../../state/place.ts';
import { useHints } from '../../ui/hints.ts';
import { toast } from '../../ui/toast.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { focusAnswer, isStretch, rangeOfSelection, type Selection, setCodeUi, useCodeUi } from '../code/code-ui.ts';
import { textElement } from '../code/dom-range.ts';
import { cursorAtStart, extend, moveCursor } from '../code/selecting.ts';
import { unfold } from '../shell/drawers.ts';
import { closePerson, readDocument, readPerson, readQuestion, readSource, setFamiliariseUi, showAnswer } from './familiarise-ui.ts';
import { useMarking } from './useMarking.ts';
import type { Reading } from './useReading.ts';

/** Everything that Familiarise does by keyboard. Keys work on the current answer. */
export function useFamiliariseKeys(reading: Reading): void {
  const itemId = usePlace((place) => place.itemId);
  const selection = useCodeUi((ui) => ui.selection);
  const mark = useMarking();
  const { shown, read, person, document: open, documents, questions, number, participants } = reading;
  const index = shown.findIndex((answer) => answer.itemId === itemId);
  const current = shown[index];

  const goTo = (to: number) => {
    const answer = shown[Math.max(0, Math.min(shown.length - 1, to))];
    if (answer) showAnswer(answer.itemId);
  };
  /** The next question, person or document; the end is the end. */
  const turn = (by: number) => {
    if (open) {
      const other = documents[documents.indexOf(open) + by];
      if (other) readDocument(other.id);
      return;
    }
    const next = person ? participants[participants.findIndex(({ id }) => id === person.id) + by] : questions[number - 1 + by];
    if (next) 'wording' in next ? readQuestion(next.id) : readPerson(next.id);
  };
  const readOn = (event: KeyboardEvent) => {
    if (!inReader() || (event.target instanceof Element && event.target.closest('button, a, [role="radio"]')) || !current) return false;
    void mark(current.itemId, true);
    if (index < shown.length - 1) goTo(index + 1);
    else setCodeUi({ said: 'Read. This was the last answer' });
    return undefined;
  };
  const nextUnread = () => {
    const waiting = [...shown.slice(index + 1), ...shown.slice(0, Math.max(0, index))].find((answer) => !read.has(answer.itemId));
    if (waiting) showAnswer(waiting.itemId);
    else void elsewhereUnread(reading);
  };
  const note = () => {
    if (!current) return;
    const range = isStretch(selection) && selection.itemId === current.itemId ? rangeOfSelection(selection) : { start: 0, end: current.text.length };
    setFamiliariseUi({ notes: true, writing: { itemId: current.itemId, ...range, noticingId: null } });
  };
  /** Works on the selection of the current answer, beginning one at its first word. The arrow that points where the text goes leads onwards. */
  const select = (to: 1 | -1, change: (selection: Selection, text: string, by: 1 | -1) => Selection) => () => {
    if (!current) return false;
    const by = isRightToLeft(current.itemId) ? (to === 1 ? -1 : 1) : to;
    setCodeUi({ selection: change(selection?.itemId === current.itemId ? selection : cursorAtStart(current.itemId, current.text), current.text, by) });
    return undefined;
  };
  const leave = () => {
    if (selection) setCodeUi({ selection: null });
    else return closePerson() ? undefined : false;
    return undefined;
  };
  const focusField = (name: string) => () => {
    const field = document.querySelector<HTMLTextAreaElement>(`[data-field="${name}"] textarea`);
    if (!field) return false;
    if (document.activeElement === field) focusAnswer(itemId ?? undefined);
    else {
      unfold('right');
      field.focus();
    }
    return undefined;
  };
  const grow = { 'Shift+': 'word', 'Ctrl+Shift+': 'grapheme', 'Alt+Shift+': 'sentence' } as const;

  useKeys({
    Space: readOn, u: nextUnread, m: note, n: note, r: () => (current ? void mark(current.itemId, !read.has(current.itemId)) : false),
    p: () => (person || open ? closePerson() : current ? readSource(current) : false),
    j: () => goTo(index + 1), k: () => goTo(index - 1), Home: () => (inReader() ? goTo(0) : false), End: () => (inReader() ? goTo(shown.length - 1) : false),
    ']': () => turn(1), '[': () => turn(-1), i: focusField('memo'), d: focusField('diary'), 'Ctrl+j': focusField('diary'), Escape: leave,
    ArrowRight: () => (inReader() ? select(1, moveCursor)() : false), ArrowLeft: () => (inReader() ? select(-1, moveCursor)() : false),
    ...Object.fromEntries(Object.entries(grow).flatMap(([keys, unit]) => ([1, -1] as const).map((to) => [`${keys}Arrow${to === 1 ? 'Right' : 'Left'}`, select(to, (each, text, by) => extend(each, text, unit, by))]))),
    'Ctrl+a': select(1, (each, text) => ({ ...each, anchor: text.length - text.trimStart().length, focus: text.trimEnd().length })),
  });
  useHints([
    { keys: ['Space'], text: 'Mark read and go on' }, { keys: ['J'], text: 'Next answer' }, { keys: ['K'], text: 'Previous' }, { keys: ['M'], text: 'Note in the margin' },
    { keys: ['U'], text: 'Next unread' }, { keys: ['P'], text: person || open ? 'Back to the question' : current?.document ? 'The whole document' : 'All from this person' },
    ...[
      { keys: ['I'], text: 'First impressions' }, { keys: ['Ctrl', 'F'], text: 'Find words in the answers', palette: false }, { keys: ['D'], text: 'Diary note beside the answers' }, { keys: ['Ctrl', 'Enter'], text: 'Save the diary note', palette: false }, { keys: ['R'], text: 'Mark as read or unread' }, { keys: ['['], or: [']'], text: 'Previous, next question or person', each: ['Previous question or person', 'Next question or person'] as const }, { keys: ['Shift', '→'], text: 'Select words' },
      { keys: ['Alt', 'Shift', '→'], text: 'Select by sentence' }, { keys: ['Ctrl', 'A'], text: 'Select the whole answer' }, { keys: ['Shift', 'M'], text: 'Mask the selected words for good' }, { keys: ['Home'], or: ['End'], text: 'First, last answer', each: ['First answer', 'Last answer'] as const }, { keys: ['Esc'], text: 'Close the person, clear the selection', palette: false },
    ].map((hint) => ({ ...hint, bar: false })),
  ], 'Familiarise');
}

const inReader = () => document.activeElement === null || document.activeElement === document.body || document.activeElement.closest('.reader') !== null;

function isRightToLeft(itemId: number): boolean {
  const element = textElement(itemId);
  return element !== null && getComputedStyle(element).direction === 'rtl';
}

/** Goes to the next question or person with something unread, from here round to here. */
async function elsewhereUnread({ person, question, questions, participants, state }: Reading): Promise<void> {
  if (person) {
    const people = (await fetchQuery('reading.people', {})) ?? [];
    const at = participants.findIndex(({ id }) => id === person.id);
    const next = [...people.slice(at + 1), ...people.slice(0, at)].find((each) => each.read < each.answered);
    const answers = next && (await fetchQuery('reading.person', { participantId: next.participantId }));
    const marks = next && (await fetchQuery('reading.marks', { participantId: next.participantId }));
    const unread = answers?.find((answer) => !marks?.itemIds.includes(answer.itemId));
    if (next && unread) return readPerson(next.participantId, unread.itemId);
  } else {
    const at = questions.indexOf(question);
    const next = [...questions.slice(at + 1), ...questions.slice(0, at)].find((each) => state.questions.some((row) => row.questionId === each.id && row.read < row.answered));
    const answers = next && (await fetchQuery('survey.answers', { questionId: next.id }));
    const read = new Set(next && (await fetchQuery('reading.marks', { questionId: next.id }))?.itemIds);
    const unread = answers?.find((answer) => !read.has(answer.itemId));
    if (next && unread) return readQuestion(next.id, unread.itemId);
  }
  toast({ text: 'Nothing is unread any more.' });
}
