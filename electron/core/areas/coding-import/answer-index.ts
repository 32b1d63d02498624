import type { Mask } from '../../../../shared/domain/masks.ts';
import { fold } from '../../../../shared/domain/search/fold.ts';
import { all, type Db } from '../../sql.ts';
import { masksOf } from '../people/masks.ts';
import { namesFor } from '../people/names.ts';
import { wordsOf } from './near-match.ts';

/** An answer, or a part of a document, among which words are looked for. */
export interface Answer { id: number; questionId: number; participantId: number | null; documentId: number | null; version: number; shown: string; text: string; /** Words that were masked; a quotation may have their labels instead. */ masks?: readonly Mask[] }

/** Places of a word that are counted at most for one search, and answers that are looked at closely. */
const limits = { postings: 6_000, candidates: 8, words: 14 };

/** All answers of the project, to be found by person and question, by words, and by resemblance. The lists are made when first needed. */
export class AnswerIndex {
  readonly answers: readonly Answer[];
  #byPlace = new Map<string, Answer[]>();
  #byPerson = new Map<number, Answer[]>();
  #byQuestion = new Map<number, Answer[]>();
  #byDocument = new Map<number, Answer[]>();
  #scopes = new WeakMap<readonly Answer[], Set<number>>();
  #folded = new Map<number, string>();
  #postings: Map<string, number[]> | undefined;
  #votes: Float64Array | undefined;

  constructor(db: Db) {
    const name = namesFor(db);
    const people = new Map(all<{ id: number; label: string; number: number }>(db, 'SELECT id, label, number FROM participant').map((person) => [person.id, name(person)]));
    const documents = new Map(all<{ id: number; title: string }>(db, 'SELECT id, title FROM document').map((document) => [document.id, document.title]));
    const rows = all<Omit<Answer, 'shown' | 'masks'>>(db, 'SELECT id, question_id AS questionId, participant_id AS participantId, document_id AS documentId, version, text FROM item ORDER BY question_id, participant_id, document_id, version, part, id');
    const masks = masksOf(db);
    this.answers = rows.map((row) => {
      const own = masks.get(row.id);
      return { ...row, ...(own ? { masks: own } : {}), shown: (row.participantId === null ? documents.get(row.documentId ?? 0) : people.get(row.participantId)) ?? '' };
    });
    for (const answer of this.answers) {
      push(this.#byQuestion, answer.questionId, answer);
      if (answer.participantId !== null) {
        push(this.#byPerson, answer.participantId, answer);
        push(this.#byPlace, `${answer.questionId}/${answer.participantId}`, answer);
      }
      if (answer.documentId !== null) push(this.#byDocument, answer.documentId, answer);
    }
  }

  /** The answers that a question, a person or a document (or any of them) leave to choose from. Versions of one answer stand oldest first. */
  within(questionId: number | null, participantId: number | null, documentId: number | null = null): readonly Answer[] {
    if (documentId !== null) return (this.#byDocument.get(documentId) ?? []).filter((answer) => questionId === null || answer.questionId === questionId);
    if (participantId !== null) return (questionId === null ? this.#byPerson.get(participantId) : this.#byPlace.get(`${questionId}/${participantId}`)) ?? [];
    return questionId === null ? this.answers : (this.#byQuestion.get(questionId) ?? []);
  }

  folded(answer: Answer): string {
    let text = this.#folded.get(answer.id);
    if (text === undefined) this.#folded.set(answer.id, (text = fold(answer.text, 'capitals')));
    return text;
  }

  /** Tells the answers of a list that `within` gave; for lists of many. */
  isIn(scope: readonly Answer[]): (answer: Answer) => boolean {
    if (scope === this.answers) return () => true;
    let ids = this.#scopes.get(scope);
    if (!ids) this.#scopes.set(scope, (ids = new Set(scope.map((answer) => answer.id))));
    return ({ id }) => ids.has(id);
  }

  /** Answers among `scope` that may hold the folded words: those with the rarest whole word of them, or all where there is none. */
  holding(folded: string, scope: readonly Answer[]): readonly Answer[] {
    if (scope.length < 200) return scope;
    // The first and the last word may be cut in the middle, unless there is nothing else to go by.
    const all = wordsOf(folded).map((word) => word.as);
    const inner = all.length > 2 ? all.slice(1, -1) : all;
    const postings = this.#words();
    let rarest: readonly number[] | undefined;
    for (const word of inner) {
      const places = postings.get(word);
      if (!places) return all.length > 2 ? [] : scope;
      if (rarest === undefined || places.length < rarest.length) rarest = places;
    }
    if (rarest === undefined) return scope;
    const inside = this.isIn(scope);
    return rarest.flatMap((index) => {
      const answer = this.answers[index];
      return answer && inside(answer) ? [answer] : [];
    });
  }

  /** The answers that share most of their rare words with these, best first. */
  resembling(words: readonly string[]): Answer[] {
    const postings = this.#words();
    const votes = (this.#votes ??= new Float64Array(this.answers.length));
    const touched: number[] = [];
    const lists = [...new Set(words)].flatMap((word) => {
      const places = postings.get(word);
      return places ? [{ places, weight: (1 + word.length / 4) * Math.log(1 + this.answers.length / places.length) }] : [];
    });
    lists.sort((a, b) => a.places.length - b.places.length);
    let counted = 0;
    for (const { places, weight } of lists.slice(0, limits.words)) {
      if (counted > 0 && counted + places.length > limits.postings) break;
      counted += places.length;
      for (const index of places) {
        if (votes[index] === 0) touched.push(index);
        votes[index] = (votes[index] ?? 0) + weight;
      }
    }
    touched.sort((a, b) => (votes[b] ?? 0) - (votes[a] ?? 0) || a - b);
    const best = touched.slice(0, limits.candidates).flatMap((index) => this.answers[index] ?? []);
    for (const index of touched) votes[index] = 0;
    return best;
  }

  #words(): Map<string, number[]> {
    if (this.#postings) return this.#postings;
    const postings = new Map<string, number[]>();
    this.answers.forEach((answer, index) => {
      for (const { as } of wordsOf(answer.text)) {
        const places = postings.get(as);
        if (!places) postings.set(as, [index]);
        else if (places.at(-1) !== index) places.push(index);
      }
    });
    this.#postings = postings;
    return postings;
  }
}

function push<K>(map: Map<K, Answer[]>, key: K, answer: Answer): void {
  const list = map.get(key);
  if (list) list.push(answer);
  else map.set(key, [answer]);
}
