import { projectKey, useProject } from './project.ts';

const KEY = 'themework.reading';

/** Of each project: the answer where one was last, by question (`q3`) or person (`p7`). Ids only. */
type Places = Record<string, Record<string, number>>;

function read(): Places {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Places;
  } catch {
    return {};
  }
}

const project = (): string => {
  const open = useProject.getState().status?.project;
  return open ? projectKey(open) : '';
};

/** The answer at which reading was left, on this computer; undefined where it never began. */
export const readingPlace = (list: string): number | undefined => read()[project()]?.[list];

export function rememberReading(list: string, itemId: number): void {
  const places = read();
  localStorage.setItem(KEY, JSON.stringify({ ...places, [project()]: { ...places[project()], [list]: itemId } }));
}
