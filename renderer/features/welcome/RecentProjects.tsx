import type { ProjectFile } from '../../../shared/contract/workbench.ts';
import { visitOf } from '../../state/places.ts';
import { projectKey } from '../../state/project.ts';
import { Kbd } from '../../ui/index.ts';
import { recently } from '../diary/dates.ts';

interface Props {
  projects: readonly ProjectFile[] | null;
  onOpen: (project: ProjectFile) => void;
}

/** Projects opened lately. A file that is not where it was says so and cannot be pressed. */
export function RecentProjects({ projects, onOpen }: Props) {
  if (projects === null) return null;
  if (projects.length === 0)
    return <p className="no-projects">Projects you open will be listed here. Begin with the sample study to see how one looks when it is done.</p>;
  return (
    <ul className="projects" aria-label="Recent projects">
      {projects.map((project, index) => (
        <li key={project.id}>
          <button
            type="button"
            className={`proj ${index === 0 && !project.missing ? 'is-first' : ''}`}
            aria-disabled={project.missing || undefined}
            onClick={project.missing ? undefined : () => onOpen(project)}
          >
            <span className="t clip">{project.title}</span>
            <span className="when">
              <span className="enter">
                <Kbd>Enter</Kbd>
              </span>
              {recently(project.openedAt)}
            </span>
            <span className="p clip">{placeOf(project)}</span>
            <span className="at">
              {project.missing ? 'Not found there any more' : project.sample ? 'Sample study' : (visitOf(projectKey(project))?.words ?? '')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** “Documents / Thesis / first-year-teachers.themework”: the last two folders and the file. */
function placeOf({ folder, fileName }: ProjectFile): string {
  return [...folder.split(/[\\/]/).filter(Boolean).slice(-2), fileName].join(' / ');
}
