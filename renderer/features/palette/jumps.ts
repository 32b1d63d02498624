import { call } from '../../data/call.ts';
import { fetchQuery } from '../../data/cache.ts';
import { usePlace } from '../../state/place.ts';
import { readPerson } from '../familiarise/familiarise-ui.ts';
import { toast } from '../../ui/toast.ts';

/** Makes a code in the analysis on screen, or in the first one, and goes to it. */
export async function makeCode(name: string): Promise<void> {
  const { analysisId, go } = usePlace.getState();
  const analysis = analysisId ?? (await fetchQuery('analysis.list', {}))?.find((each) => each.status === 'active')?.id;
  if (analysis === undefined) return toast({ text: 'Codes belong to an analysis. Import responses first.' });
  const result = await call('code.create', { analysisId: analysis, name });
  if (!result.ok) return toast({ text: result.error.message });
  toast({ text: `Made the code “${result.value.name}”. It has no extracts yet.` });
  go({ analysisId: analysis, codeId: result.value.id });
}

/** Goes to what a person wrote: while familiarising all of it, otherwise their answer to the question on screen or the first they gave. */
export async function goToParticipant(participantId: number): Promise<void> {
  const { screen, questionId, go } = usePlace.getState();
  if (screen === 'familiarise') return readPerson(participantId);
  const questions = (await fetchQuery('survey.questions', {})) ?? [];
  for (const id of [...(questionId === null ? [] : [questionId]), ...questions.map((question) => question.id)]) {
    const answer = (await fetchQuery('survey.answers', { questionId: id }))?.find((each) => each.participantId === participantId);
    if (answer) return go({ screen: 'code', questionId: id, itemId: answer.itemId });
  }
  toast({ text: 'This person has not written an answer.' });
}

/** Goes to a code: in its analysis, on the question on screen if that belongs to it, otherwise at the code's first extract. */
export async function goToCode(codeId: number): Promise<void> {
  const analysis = await analysisWith('code.list', codeId);
  if (!analysis) return toast({ text: 'This code is not in the project any more.' });
  const { questionId, go } = usePlace.getState();
  const belongs = (id: number | null | undefined) => id !== null && id !== undefined && analysis.questionIds.includes(id);
  if (belongs(questionId)) return go({ screen: 'code', analysisId: analysis.id, codeId });
  const first = (await fetchQuery('coding.extracts', { codeIds: [codeId], perCode: 1 }))?.find((extract) => belongs(extract.questionId));
  go({ screen: 'code', analysisId: analysis.id, codeId, questionId: first?.questionId ?? analysis.questionIds[0] ?? null, itemId: first?.itemId ?? null });
}

/** Goes to the board on which a theme stands. */
export async function goToTheme(themeId: number): Promise<void> {
  const analysis = await analysisWith('theme.list', themeId);
  if (!analysis) return toast({ text: 'This theme is not in the project any more.' });
  usePlace.getState().go({ screen: 'themes', analysisId: analysis.id });
}

/** The analysis that holds a code or theme. */
async function analysisWith(list: 'code.list' | 'theme.list', id: number) {
  for (const analysis of (await fetchQuery('analysis.list', {})) ?? []) {
    const rows: readonly { id: number }[] = (await fetchQuery(list, { analysisId: analysis.id })) ?? [];
    if (rows.some((row) => row.id === id)) return analysis;
  }
  return undefined;
}
