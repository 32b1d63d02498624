import { call } from '../data/call.ts';
import { projectKey, useProject } from './project.ts';
import { nowhere, usePlace, type Where } from './place.ts';

/** Where somebody was in a project, and in words for the welcome screen. No participant's words are in it. */
export interface Visit extends Where {
  words: string;
}

const KEY = 'themework.places';

function read(): Record<string, Visit> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, Visit>;
  } catch {
    return {};
  }
}

export const visitOf = (project: string): Visit | undefined => read()[project];

/** Remembers on this computer where the researcher is, so that the project opens there again. Says nothing about a project not entered yet. */
export function remember(project: string, visit: Visit): void {
  if (useProject.getState().entered !== project) return;
  localStorage.setItem(KEY, JSON.stringify({ ...read(), [project]: visit }));
}

/** Goes into a project that was just opened: where one was last, or to importing while there is nobody in it, or to coding. */
export async function enter(project: string): Promise<void> {
  const overview = await call('project.overview', {});
  const { status } = useProject.getState();
  if (!overview.ok || !status?.project || projectKey(status.project) !== project) return;
  const visit = visitOf(project);
  if (overview.value.questions === 0) usePlace.setState({ ...nowhere, screen: 'import' });
  else if (visit && visit.screen !== 'welcome' && visit.screen !== 'import') {
    const { words: _, ...where } = visit;
    usePlace.setState(where);
  } else usePlace.setState({ ...nowhere, screen: 'code' });
  useProject.setState({ entered: project });
}

/** Leaves the project that was open. */
export function leave(): void {
  useProject.setState({ entered: null });
  usePlace.setState(nowhere);
}
