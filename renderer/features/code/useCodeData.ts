import { useMemo, useRef } from 'react';
import type { CodeWithCounts } from '../../../shared/contract/code.ts';
import type { Noticing } from '../../../shared/contract/reading.ts';
import type { Answer, QuestionRow } from '../../../shared/contract/survey.ts';
import type { PlainAnalysis } from '../../../shared/contract/theme.ts';
import type { AttributeInfo, CodingRow, Participant } from '../../../shared/domain/types.ts';
import { useQuery } from '../../data/useQuery.ts';
import { usePlace } from '../../state/place.ts';
import { useNoticingsByItem } from '../familiarise/group-noticings.ts';
import { useCodeUi } from './code-ui.ts';
import { type Filter, fits, isFilter } from './filters.ts';
import { type CodeLook, sameLooks } from './marks.ts';
import { type Column, columnsOf, comparable } from './sides.ts';
import { ofCodes, useCodings } from './useCodings.ts';

/** What the Code screen shows of one question in one analysis. */
export interface CodeData {
  questions: readonly QuestionRow[]; question: QuestionRow; number: number;
  /** Analyses that this question belongs to; codes of the chosen one are shown and made. */
  analyses: readonly PlainAnalysis[]; analysis: PlainAnalysis;
  /** The filter as far as it can hold here: a code of another analysis asks for nothing. */
  filter: Filter;
  /** The answers shown; how many of them fit the filter still (those that stop fitting as one works stay in place), and how many were gone to although they do not. */
  answers: readonly Answer[]; fitting: number; visited: number;
  /** The same in one column, or in two where groups stand side by side. */
  columns: readonly Column[];
  /** Every answer to the question. */
  all: readonly Answer[]; answerOf: ReadonlyMap<number, Answer>;
  codings: ReadonlyMap<number, readonly CodingRow[]>;
  /** Answers without a code in which there is nothing to code. */
  examined: ReadonlySet<number>;
  /** Answers read while familiarising; known only while the filter asks for it. */
  read: ReadonlySet<number>;
  /** What was noticed while familiarising, by answer. */
  noticings: ReadonlyMap<number, readonly Noticing[]>;
  coded: number; attributes: readonly AttributeInfo[];
  codes: readonly CodeWithCounts[]; codeOf: ReadonlyMap<number, CodeWithCounts>;
  /** What answers need of the codes; the same map as long as names, inks and readings stay, so that new counts redraw no answer. */
  looks: ReadonlyMap<number, CodeLook>;
  /** Codes used last on this question, newest first. */
  lately: readonly number[];
  people: ReadonlyMap<number, Participant>;
  /** A few attribute values per person, short enough to stand beside a name. */
  about: (participantId: number | null) => string[];
}

/** undefined while something is still on its way; null where there is nothing to code. */
export function useCodeData(): CodeData | undefined | null {
  const questionId = usePlace((place) => place.questionId);
  const analysisId = usePlace((place) => place.analysisId);
  const questions = useQuery('survey.questions', {}).data;
  const allAnalyses = useQuery('analysis.plain', {}).data;
  const question = questions?.find((each) => each.id === questionId) ?? questions?.[0];
  const analyses = useMemo(() => allAnalyses?.filter((each) => each.status === 'active' && question && each.questionIds.includes(question.id)) ?? [], [allAnalyses, question]);
  const analysis = analyses.find((each) => each.id === analysisId) ?? analyses[0];
  const answers = useQuery('survey.answers', question ? { questionId: question.id } : null).data;
  const { groups, lately } = useCodings(question?.id);
  const allCodes = useQuery('code.list', analysis ? { analysisId: analysis.id } : null).data;
  const participants = useQuery('survey.participants', {}).data;
  const attributes = useQuery('survey.attributes', {}).data;

  const codeOf = useMemo(() => new Map(allCodes?.map((code) => [code.id, code])), [allCodes]);
  const looked = useRef<ReadonlyMap<number, CodeLook>>(new Map());
  const looks = useMemo(() => (looked.current = sameLooks(looked.current, codeOf)), [codeOf]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was filtered by other codes is no use
  const filtered = useMemo(() => new WeakMap<readonly CodingRow[], readonly CodingRow[]>(), [looks]);
  const codings = useMemo(() => (groups ? ofCodes(groups, looks, filtered) : new Map<number, readonly CodingRow[]>()), [groups, looks, filtered]);
  const marked = useQuery('coding.examined', question && analysis ? { analysisId: analysis.id, questionId: question.id } : null).data;
  const examined = useMemo(() => new Set(marked?.filter((itemId) => !codings.has(itemId))), [marked, codings]);
  const noticings = useNoticingsByItem(useQuery('noticing.list', {}).data);
  const chosenFilter = useCodeUi((ui) => ui.filter);
  const strange = chosenFilter.codeId !== null && allCodes !== undefined && !codeOf.has(chosenFilter.codeId);
  const filter = useMemo(() => (strange ? { ...chosenFilter, codeId: null } : chosenFilter), [strange, chosenFilter]);
  const asksRead = filter.unread;
  const marks = useQuery('reading.marks', asksRead && question ? { questionId: question.id } : null).data;
  const read = useMemo(() => (asksRead && !marks ? new Set(answers?.map((answer) => answer.itemId)) : new Set(marks?.itemIds)), [asksRead, marks, answers]);
  const answerOf = useMemo(() => new Map(answers?.map((answer) => [answer.itemId, answer])), [answers]);
  const people = useMemo(() => new Map(participants?.map((person) => [person.id, person])), [participants]);
  // The closed answer that this question belongs to (the rating that an answer gives reasons for) comes first.
  const closedId = question?.closedId ?? 0;
  const about = useMemo(() => (participantId: number | null) => participantId === null ? [] :
    (attributes ?? []).toSorted((a, b) => Number(b.id === closedId) - Number(a.id === closedId))
      .flatMap(({ id }) => people.get(participantId)?.attributes[id] ?? []).filter((value, at) => value.length <= (at === 0 ? 40 : 24)).slice(0, 3), [attributes, people, closedId]);

  // People, however many versions of their answer are coded; parts of documents one by one.
  const coded = useMemo(() => new Set(answers?.filter((answer) => codings.has(answer.itemId)).map((answer) => answer.participantId ?? -answer.itemId)).size, [answers, codings]);
  const { shown, fitting, visited } = useShown(`${question?.id} ${analysis?.id}`, answers, filter, { codings, examined, people, read });
  const chosenSides = useCodeUi((ui) => ui.sides);
  const sides = attributes && comparable(attributes).some(({ id }) => id === chosenSides?.attributeId) ? chosenSides : null;
  const columns = useMemo(() => columnsOf(shown ?? [], people, sides), [shown, people, sides]);
  const inColumns = useMemo(() => (columns.length === 1 ? shown : columns.flatMap((column) => column.answers)), [columns, shown]);

  const last = useRef<CodeData>(undefined);
  if (questions?.length === 0) return null;
  if (!questions || !question || !analysis || !answers || !shown || !inColumns || !groups || !allCodes || !participants || !attributes) {
    // While another question is on its way the former stays, whole, rather than an empty window.
    return allAnalyses && questions && !analysis ? null : last.current;
  }
  const data: CodeData = { questions, question, number: questions.indexOf(question) + 1, analyses, analysis, answers: inColumns, columns, filter, fitting, visited, all: answers, answerOf, codings, examined, read, noticings, coded, attributes, codes: allCodes, codeOf, looks, lately, people, about };
  return (last.current = sameParts(last.current, data));
}

/** The former object where every part of it is the same, so that nothing is drawn anew. */
function sameParts(former: CodeData | undefined, data: CodeData): CodeData {
  return former && (Object.keys(data) as (keyof CodeData)[]).every((part) => former[part] === data[part]) ? former : data;
}

/**
 * The answers that fit the filter, those that did when it was chosen (an answer does not vanish under the hand that codes
 * it), and those that one went to: from a search, an extract, the diary or another screen. The filter stays meanwhile.
 */
function useShown(where: string, answers: readonly Answer[] | undefined, filter: Filter, { codings, examined, people, read }: Pick<CodeData, 'codings' | 'examined' | 'people' | 'read'>) {
  const itemId = usePlace((place) => place.itemId);
  const kept = useRef<{ where: string; filter: Filter; ids: ReadonlySet<number>; visited: ReadonlySet<number> }>(undefined);
  const before = kept.current?.where === where && kept.current.filter === filter ? kept.current : { ids: new Set<number>(), visited: new Set<number>() };
  // Going about among the answers shown filters nothing anew.
  const to = itemId !== null && !before.ids.has(itemId) ? itemId : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept follows from the rest
  return useMemo(() => {
    if (!answers || !isFilter(filter)) return { shown: answers, fitting: answers?.length ?? 0, visited: 0 };
    const fitting = new Set(answers.filter((answer) => fits(answer, filter, { codings, examined, people, read })).map((answer) => answer.itemId));
    const visited = new Set([...before.visited, ...(to !== null && !fitting.has(to) && answers.some((answer) => answer.itemId === to) ? [to] : [])].filter((id) => !fitting.has(id)));
    const ids = new Set([...before.ids, ...fitting, ...visited]);
    kept.current = { where, filter, ids, visited };
    return { shown: answers.filter((answer) => ids.has(answer.itemId)), fitting: fitting.size, visited: visited.size };
  }, [where, answers, filter, codings, examined, people, read, to]);
}
