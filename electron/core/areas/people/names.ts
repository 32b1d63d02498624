import { nameUnder, type Naming, type Person } from '../../../../shared/domain/participant-name.ts';
import type { Display } from '../../../../shared/domain/types.ts';
import { all, type Db, one } from '../../sql.ts';

/** The project's way to show participants. */
export function namingOf(db: Db): Naming {
  const project = one<{ display: Display; pattern: string; schemeId: number | null }>(db, 'SELECT display, display_pattern AS pattern, display_scheme_id AS schemeId FROM project');
  if (project?.display === 'custom') return { pattern: project.pattern };
  if (project?.display === 'alias') {
    const aliases = all<{ id: number; label: string }>(db, 'SELECT participant_id AS id, label FROM alias WHERE scheme_id = ?', project.schemeId);
    return { aliases: new Map(aliases.map(({ id, label }) => [id, label])) };
  }
  return project?.display ?? 'imported';
}

/** Loads the project's naming once, and gives the function that every query and export shows participants by. */
export function namesFor(db: Db): (person: Person) => string {
  const naming = namingOf(db);
  return (person) => nameUnder(naming, person);
}
