import type { Where } from '../state/place.ts';
import { fetchQuery } from './cache.ts';

/** Asks for what the screen of a place will ask one after the other, all at once while the window is still being drawn; whatever does not fit any more is asked again there. */
export function askAhead({ screen, questionId }: Pick<Where, 'screen' | 'questionId'>): void {
  if (screen !== 'code') return;
  for (const name of ['survey.questions', 'analysis.plain', 'survey.participants', 'survey.attributes', 'noticing.list'] as const) void fetchQuery(name, {});
  if (questionId === null) return;
  void fetchQuery('survey.answers', { questionId });
  void fetchQuery('coding.snapshot', { questionId, from: 0 });
}
