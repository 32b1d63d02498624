import { useQuery } from '../../data/useQuery.ts';
import { usePlace } from '../../state/place.ts';

/** Words that stay on one line where the rail is narrow. */
const together = (words: string) => words.replaceAll(' ', '\u00a0');

/** The line of place: in the rail under the active phase, and what the welcome screen remembers of this visit. */
export function useWhere(): { line: string | null; visit: string } {
  const { screen, questionId, analysisId, participantId } = usePlace();
  const familiarising = screen === 'familiarise';
  const questions = useQuery('survey.questions', screen === 'code' || familiarising ? {} : null).data;
  const reading = useQuery('reading.state', familiarising && participantId === null ? {} : null).data;
  const people = useQuery('reading.people', familiarising && participantId !== null ? {} : null).data;
  const participants = useQuery('survey.participants', familiarising && participantId !== null ? {} : null).data;
  const analyses = useQuery('analysis.list', screen === 'themes' || screen === 'map' ? {} : null).data;

  if (familiarising && participantId !== null) {
    const shown = participants?.find(({ id }) => id === participantId)?.shown;
    const person = people?.find((each) => each.participantId === participantId);
    return { line: shown && person ? `${shown}, ${together(`${person.read} of ${person.answered} read`)}` : null, visit: shown ? `You were reading what ${shown} wrote` : 'You were reading' };
  }
  if (familiarising) {
    const number = (questions?.findIndex((question) => question.id === questionId) ?? -1) + 1;
    const question = reading?.questions.find((each) => each.questionId === questionId);
    return { line: number && question ? `Question ${number}, ${together(`${question.read} of ${question.answered} read`)}` : null, visit: number ? `You were reading question ${number}` : 'You were reading' };
  }
  if (screen === 'code') {
    const index = questions?.findIndex((question) => question.id === questionId) ?? -1;
    const question = questions?.[index];
    return question
      ? { line: `Question ${index + 1}, ${question.coded} of ${question.answered}`, visit: `You were coding question ${index + 1}` }
      : { line: null, visit: 'You were coding' };
  }
  if (screen === 'themes' || screen === 'map') {
    const active = analyses?.filter((each) => each.status === 'active') ?? [];
    const line = active.length > 1 ? (active.find((each) => each.id === analysisId)?.name ?? null) : null;
    return { line, visit: screen === 'themes' ? 'You were building themes' : 'You were at the thematic map' };
  }
  const visits: Partial<Record<typeof screen, string>> = { diary: 'You were writing in the diary', report: 'You were looking at the report' };
  return { line: null, visit: visits[screen] ?? '' };
}
