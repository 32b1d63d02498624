import { useMemo, useRef } from 'react';
import type { DocumentRow } from '../../../shared/contract/document.ts';
import type { Noticing, ReadingState } from '../../../shared/contract/reading.ts';
import type { Answer, QuestionRow } from '../../../shared/contract/survey.ts';
import type { AttributeInfo, Participant } from '../../../shared/domain/types.ts';
import { useQuery } from '../../data/useQuery.ts';
import { usePlace } from '../../state/place.ts';
import { type Filter, useFamiliariseUi } from './familiarise-ui.ts';
import { useNoticingsByItem } from './group-noticings.ts';

/** What Familiarise shows: the answers to one question, or everything that one person said or that stands in one document. */
export interface Reading {
  /** Tells lists of answers apart: `q3`, `p7`, `d2`. */
  key: string;
  questions: readonly QuestionRow[];
  /** The question being read; with a person or document open, the one of the current answer. */
  question: QuestionRow;
  number: number;
  person: Participant | null;
  document: DocumentRow | null;
  /** The documents of the same collection, while one of them is open. */
  documents: readonly DocumentRow[];
  participants: readonly Participant[];
  people: ReadonlyMap<number, Participant>;
  attributes: readonly AttributeInfo[];
  /** A few attribute values per person, short enough to stand beside a name. */
  about: (participantId: number | null) => readonly string[];
  /** All answers of the list, and those that the filter lets through. */
  answers: readonly Answer[];
  shown: readonly Answer[];
  answerOf: ReadonlyMap<number, Answer>;
  read: ReadonlySet<number>;
  last: { itemId: number; at: string } | null;
  noticings: readonly Noticing[];
  noticingsOf: ReadonlyMap<number, readonly Noticing[]>;
  state: ReadingState;
}

/** undefined while something is still on its way; null where there is nothing to read. */
export function useReading(): Reading | undefined | null {
  const { questionId, participantId, documentId, itemId } = usePlace();
  const whole = participantId !== null || documentId !== null;
  const questions = useQuery('survey.questions', {}).data;
  const participants = useQuery('survey.participants', {}).data;
  const attributes = useQuery('survey.attributes', {}).data;
  const state = useQuery('reading.state', {}).data;
  const noticings = useQuery('noticing.list', {}).data;
  const person = participants?.find((each) => each.id === participantId) ?? null;
  const chosen = questions?.find((each) => each.id === questionId) ?? questions?.[0];
  const ofQuestion = useQuery('survey.answers', chosen && !whole ? { questionId: chosen.id } : null).data;
  const ofPerson = useQuery('reading.person', participantId === null ? null : { participantId }).data;
  const ofDocument = useQuery('reading.document', documentId === null ? null : { documentId }).data;
  const allDocuments = useQuery('document.list', documentId === null ? null : {}).data;
  const marks = useQuery('reading.marks', participantId !== null ? { participantId } : documentId !== null ? { documentId } : chosen ? { questionId: chosen.id } : null).data;

  const answers = participantId !== null ? ofPerson : documentId !== null ? ofDocument : ofQuestion;
  const document = allDocuments?.find((each) => each.id === documentId) ?? null;
  const documents = useMemo(() => allDocuments?.filter((each) => each.questionId === document?.questionId) ?? [], [allDocuments, document]);
  const answerOf = useMemo(() => new Map(answers?.map((answer) => [answer.itemId, answer])), [answers]);
  const people = useMemo(() => new Map(participants?.map((each) => [each.id, each])), [participants]);
  const about = useMemo(() => aboutPeople(people, attributes ?? []), [people, attributes]);
  const read = useMemo(() => new Set(marks?.itemIds), [marks]);
  const noticingsOf = useNoticingsByItem(noticings);
  const key = participantId !== null ? `p${participantId}` : documentId !== null ? `d${documentId}` : `q${chosen?.id}`;
  const shown = useFiltered(key, answers, marks && read, noticingsOf);
  const asked = answerOf.get(itemId ?? 0)?.questionId;
  const question = !whole ? chosen : (questions?.find((each) => each.id === asked) ?? chosen);

  // The same object until something in it changes: going from answer to answer redraws no pane.
  const reading = useMemo((): Reading | undefined => {
    if (!questions || !participants || !attributes || !state || !noticings || !question || !answers || !marks || !shown || (documentId !== null && !allDocuments)) return undefined;
    return {
      key, questions, question, number: questions.indexOf(question) + 1, person, document, documents, participants, people, attributes, about,
      answers, shown, answerOf, read, last: marks.last, noticings, noticingsOf, state,
    };
  }, [key, documentId, allDocuments, document, documents, questions, question, person, participants, people, attributes, about, answers, shown, answerOf, read, marks, noticings, noticingsOf, state]);
  const last = useRef<Reading>(undefined);
  if (questions?.length === 0) return null;
  // While another list is on its way the former stays, whole, rather than an empty window.
  return reading ? (last.current = reading) : last.current;
}

function aboutPeople(people: ReadonlyMap<number, Participant>, attributes: readonly AttributeInfo[]): Reading['about'] {
  const known = new Map<number, readonly string[]>();
  return (participantId) => {
    if (participantId === null) return [];
    const found = known.get(participantId) ?? attributes.flatMap((attribute) => people.get(participantId)?.attributes[attribute.id] ?? []).filter((value) => value.length <= 24).slice(0, 3);
    known.set(participantId, found);
    return found;
  };
}

/** The filter is asked when it is chosen and when another list opens: an answer just read stays where it is. */
function useFiltered(key: string, answers: readonly Answer[] | undefined, read: ReadonlySet<number> | undefined, noticings: ReadonlyMap<number, unknown>): readonly Answer[] | undefined {
  const filter = useFamiliariseUi((ui) => ui.filter);
  const kept = useRef<{ key: string; filter: Filter; answers: readonly Answer[]; shown: readonly Answer[] }>(undefined);
  if (!answers || !read) return undefined;
  if (filter === 'all') return answers;
  const { current } = kept;
  if (current?.key === key && current.filter === filter && current.answers === answers) return current.shown;
  const shown = answers.filter((answer) => (filter === 'unread' ? !read.has(answer.itemId) : noticings.has(answer.itemId)));
  kept.current = { key, filter, answers, shown };
  return shown;
}
