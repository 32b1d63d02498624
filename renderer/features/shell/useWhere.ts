import { useShallow } from 'zustand/react/shallow';
import type { QuestionRow } from '../../../shared/contract/survey.ts';
import { questionName } from '../../data/source-name.ts';
import { useQuery } from '../../data/useQuery.ts';
import { usePlace } from '../../state/place.ts';

/** Words that stay on one line where the rail is narrow. */
const together = (words: string) => words.replaceAll(' ', '\u00a0');

/** The question in the rail: by its number, a collection of documents by its name. */
const inLine = (question: QuestionRow | undefined, number: number) => (question?.kind === 'documents' ? question.shortName : `Question ${number}`);

/** The line of place: in the rail under the active phase, and what the welcome screen remembers of this visit. */
export function useWhere(): { line: string | null; visit: string } {
  const { screen, questionId, analysisId, participantId, documentId } = usePlace(useShallow(({ screen, questionId, analysisId, participantId, documentId }) => ({ screen, questionId, analysisId, participantId, documentId })));
  const familiarising = screen === 'familiarise';
  const questions = useQuery('survey.questions', screen === 'code' || familiarising ? {} : null).data;
  const reading = useQuery('reading.state', familiarising && participantId === null ? {} : null).data;
  const people = useQuery('reading.people', familiarising && participantId !== null ? {} : null).data;
  const participants = useQuery('survey.participants', familiarising && participantId !== null ? {} : null).data;
  const documents = useQuery('document.list', familiarising && documentId !== null ? {} : null).data;
  const analyses = useQuery('analysis.list', screen === 'themes' || screen === 'map' ? {} : null).data;

  if (familiarising && participantId !== null) {
    const shown = participants?.find(({ id }) => id === participantId)?.shown;
    const person = people?.find((each) => each.participantId === participantId);
    return { line: shown && person ? `${shown}, ${together(`${person.read} of ${person.answered} read`)}` : null, visit: shown ? `You were reading what ${shown} wrote` : 'You were reading' };
  }
  if (familiarising && documentId !== null) {
    const title = documents?.find(({ id }) => id === documentId)?.title;
    return { line: title ?? null, visit: title ? `You were reading ${title}` : 'You were reading' };
  }
  if (familiarising) {
    const number = (questions?.findIndex((question) => question.id === questionId) ?? -1) + 1;
    const question = reading?.questions.find((each) => each.questionId === questionId);
    return { line: number && question ? `${inLine(questions?.[number - 1], number)}, ${together(`${question.read} of ${question.answered} read`)}` : null, visit: number ? `You were reading ${questionName(questions?.[number - 1], number)}` : 'You were reading' };
  }
  if (screen === 'code') {
    const index = questions?.findIndex((question) => question.id === questionId) ?? -1;
    const question = questions?.[index];
    return question
      ? { line: `${inLine(question, index + 1)}, ${question.coded} of ${question.answered}`, visit: `You were coding ${questionName(question, index + 1)}` }
      : { line: null, visit: 'You were coding' };
  }
  if (screen === 'themes' || screen === 'map') {
    const active = analyses?.filter((each) => each.status === 'active') ?? [];
    const line = active.length > 1 ? (active.find((each) => each.id === analysisId)?.name ?? null) : null;
    return { line, visit: screen === 'themes' ? 'You were building themes' : 'You were at the thematic map' };
  }
  const visits: Partial<Record<typeof screen, string>> = { search: 'You were searching the answers', data: 'You were looking at the data', diary: 'You were writing in the diary', report: 'You were looking at the report' };
  return { line: null, visit: visits[screen] ?? '' };
}
