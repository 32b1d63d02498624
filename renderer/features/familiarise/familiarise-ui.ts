import { create } from 'zustand';
import type { Answer } from '../../../shared/contract/survey.ts';
import { fetchQuery } from '../../data/cache.ts';
import { usePlace, type Where } from '../../state/place.ts';
import { nothingOpen, setCodeUi } from '../code/code-ui.ts';

/** A note being written in the margin: a new one on `[start, end)` of an answer, or one that is there. */
export interface Writing {
  itemId: number;
  start: number;
  end: number;
  noticingId: number | null;
}
export type Filter = 'all' | 'unread' | 'noted';

interface FamiliariseUi {
  writing: Writing | null;
  filter: Filter;
  /** Notes in the margin are shown. */
  notes: boolean;
  /** The right pane lists the notes on every answer, not only on those being read. */
  allNotes: boolean;
  /** Where one was before opening a person or a document. */
  back: Where | null;
}

export const useFamiliariseUi = create<FamiliariseUi>(() => ({ writing: null, filter: 'all', notes: true, allNotes: false, back: null }));
export const setFamiliariseUi = (patch: Partial<FamiliariseUi>): void => useFamiliariseUi.setState(patch);

const clear = () => {
  setFamiliariseUi({ writing: null });
  setCodeUi(nothingOpen);
  // What was pressed to come here gives the keyboard to the answer: Space reads on, it does not press again.
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.closest('.fam button')) activeElement.blur();
};

/** Goes to an answer on this screen; `at` brings the words at that offset into view. */
export function showAnswer(itemId: number, at: number | null = null): void {
  clear();
  setCodeUi({ reveal: { itemId, at } });
  usePlace.getState().go({ itemId });
}

/** Reads the answers to a question, where one left them or from `itemId`. */
export function readQuestion(questionId: number, itemId: number | null = null): void {
  clear();
  setFamiliariseUi({ back: null });
  usePlace.getState().go({ screen: 'familiarise', questionId, itemId, participantId: null, documentId: null });
  if (itemId !== null) setCodeUi({ reveal: { itemId, at: null } });
}

/** Reads everything that a person said; `closePerson` comes back to where one was. */
export function readPerson(participantId: number, itemId: number | null = null): void {
  openWhole({ participantId, documentId: null, itemId });
}

/** Reads everything in a document; `closePerson` comes back to where one was. */
export function readDocument(documentId: number, itemId: number | null = null): void {
  openWhole({ participantId: null, documentId, itemId });
}

/** Whose words an answer, an extract or a hit are. */
type Source = Pick<Answer, 'participantId' | 'itemId'> & { document: { id: number } | null };

/** Reads everything of the person or document that an answer comes from. */
export function readSource({ participantId, document: place, itemId }: Source): void {
  if (participantId !== null) readPerson(participantId, itemId);
  else if (place) readDocument(place.id, itemId);
}

function openWhole(whole: Pick<Where, 'participantId' | 'documentId' | 'itemId'>): void {
  const { go, ...where } = usePlace.getState();
  clear();
  if (where.screen !== 'familiarise' || (where.participantId === null && where.documentId === null)) setFamiliariseUi({ back: where });
  go({ screen: 'familiarise', ...whole });
}

/** Back from a person or a document to where one was before; false where none is open. */
export function closePerson(): boolean {
  const { go, participantId, documentId } = usePlace.getState();
  if (participantId === null && documentId === null) return false;
  const { back } = useFamiliariseUi.getState();
  clear();
  setFamiliariseUi({ back: null });
  go(back ?? { participantId: null, documentId: null });
  return true;
}

/** On whatever holds an extract: P opens the person behind it while the keyboard is there. */
export const sourceMark = ({ participantId, document: place, itemId }: Source): { 'data-source': string } => ({ 'data-source': JSON.stringify({ participantId, document: place && { id: place.id }, itemId }) });

/** Opens the person, or the document, behind the extract in focus, or else behind the answer where one is in Code; false where there is none. */
export function readPersonHere(): false | undefined {
  const marked = document.activeElement?.closest<HTMLElement>('[data-source]')?.dataset.source;
  const { screen, questionId, itemId } = usePlace.getState();
  if (marked) readSource(JSON.parse(marked) as Source);
  else if (screen === 'code' && questionId !== null && itemId !== null) void readPersonBehind(questionId, itemId);
  else return false;
  return undefined;
}

async function readPersonBehind(questionId: number, itemId: number): Promise<void> {
  const answer = (await fetchQuery('survey.answers', { questionId }))?.find((each) => each.itemId === itemId);
  if (answer) readSource(answer);
}
