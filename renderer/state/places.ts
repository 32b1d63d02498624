import { call } from '../data/call.ts';
import { nowhere, usePlace, type Where } from './place.ts';

/** Where somebody was in a project, and in words for the welcome screen. No participant's words are in it. */
export interface Visit extends Where { words: string }

const KEY = 'themework.places';

function read(): Record<string, Visit> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, Visit>;
  } catch {
    return {};
  }
}

export const visitOf = (project: string): Visit | undefined => read()[project];

/** Remembers on this computer where the researcher is, so that the project opens there again. */
export function remember(project: string, visit: Visit): void {
  localStorage.setItem(KEY, JSON.stringify({ ...read(), [project]: visit }));
}

/** Goes into a project that was just opened: where one was last, or to importing while there is nobody in it, or to coding. */
export async function enter(project: string): Promise<void> {
  const overview = await call('project.overview', {});
  if (!overview.ok) return;
  const visit = visitOf(project);
  if (overview.value.participants === 0) usePlace.setState({ ...nowhere, screen: 'import' });
  else if (visit && visit.screen !== 'welcome' && visit.screen !== 'import') {
    const { words: _, ...where } = visit;
    usePlace.setState(where);
  } else usePlace.setState({ ...nowhere, screen: 'code' });
}
