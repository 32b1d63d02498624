import { useQuery } from '../data/useQuery.ts';
import { projectKey, useProject } from './project.ts';
import { useSettings } from './settings.ts';

/**
 * Whether counts stand beside codes. In a reflexive project they are hidden until somebody asks for them, because how often a code
 * occurs says little about what it means; elsewhere they are shown. A choice made by hand is remembered on this computer, by project.
 */
export function useCounts(): { shown: boolean; toggle: () => void } {
  const project = useProject((state) => state.status?.project);
  const school = useQuery('project.overview', {}).data?.school;
  const chosen = useSettings((settings) => settings.counts);
  const key = project ? projectKey(project) : '';
  const shown = chosen[key] ?? school !== 'reflexive';
  return { shown, toggle: () => useSettings.getState().set({ counts: { ...useSettings.getState().counts, [key]: !shown } }) };
}
