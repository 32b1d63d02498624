import type { ProjectOverview } from '../../../shared/contract/project.ts';
import type { Display } from '../../../shared/domain/types.ts';
import type { ProjectHandlers } from '../handling.ts';
import { checkIntegrity } from '../integrity.ts';
import { one, run } from '../sql.ts';

export const projectHandlers = {
  'project.overview': ({ db }) =>
    one<ProjectOverview>(db, `SELECT title, display, created_at AS createdAt,
      (SELECT count(*) FROM participant) AS participants, (SELECT count(*) FROM question) AS questions, (SELECT count(*) FROM item) AS answers,
      (SELECT count(DISTINCT item_id) FROM reading) AS answersRead, (SELECT count(DISTINCT item_id) FROM coding) AS answersCoded,
      (SELECT count(*) FROM code WHERE status = 'active') AS codes,
      (SELECT count(*) FROM code WHERE status = 'active' AND theme_id IS NOT NULL) AS codesPlaced,
      (SELECT count(*) FROM theme WHERE status = 'active' AND kind <> 'group') AS themes,
      (SELECT count(*) FROM theme WHERE status = 'active' AND kind <> 'group' AND concept <> '') AS themesDefined,
      (SELECT count(*) FROM diary_entry) AS diaryEntries, (SELECT count(*) FROM milestone) AS milestones, (SELECT count(*) FROM merge) AS merges
      FROM project`) as ProjectOverview,

  'project.update': ({ db }, { title, display }) => {
    run(db, 'UPDATE project SET title = coalesce(?, title), display = coalesce(?, display)', title ?? null, display ?? null);
    return one<{ title: string; display: Display }>(db, 'SELECT title, display FROM project') as { title: string; display: Display };
  },

  'project.check': ({ db }) => checkIntegrity(db),
} satisfies Partial<ProjectHandlers>;
