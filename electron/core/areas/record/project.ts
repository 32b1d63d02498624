import type { ProjectOverview } from '../../../../shared/contract/project.ts';
import type { Display, School } from '../../../../shared/domain/types.ts';
import { invalid, missing } from '../../../../shared/errors.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { checkIntegrity } from '../../integrity.ts';
import { one, run } from '../../sql.ts';

export const projectHandlers = {
  'project.overview': ({ db }) =>
    one<ProjectOverview>(db, `SELECT title, display, school, display_pattern AS displayPattern, display_scheme_id AS displaySchemeId, created_at AS createdAt,
      (SELECT count(*) FROM participant) AS participants, (SELECT count(*) FROM question) AS questions, (SELECT count(*) FROM item WHERE version = 1) AS answers,
      (SELECT count(DISTINCT item_id) FROM reading JOIN item ON item.id = item_id WHERE NOT EXISTS
        (SELECT 1 FROM item later WHERE later.question_id = item.question_id AND later.participant_id = item.participant_id AND later.version > item.version)) AS answersRead,
      (SELECT count(*) FROM (SELECT DISTINCT item.question_id, item.participant_id, iif(item.participant_id IS NULL, item.id, 0) FROM (SELECT DISTINCT item_id FROM coding) JOIN item ON item.id = item_id)) AS answersCoded,
      (SELECT count(*) FROM code WHERE status = 'active') AS codes,
      (SELECT count(*) FROM code WHERE status = 'active' AND theme_id IS NOT NULL) AS codesPlaced,
      (SELECT count(*) FROM theme WHERE status = 'active' AND kind <> 'group') AS themes,
      (SELECT count(*) FROM theme WHERE status = 'active' AND kind <> 'group' AND concept <> '') AS themesDefined,
      (SELECT count(*) FROM diary_entry) AS diaryEntries, (SELECT count(*) FROM milestone) AS milestones, (SELECT count(*) FROM merge) AS merges
      FROM project`) as ProjectOverview,

  'project.update': ({ db }, { title, display, pattern, schemeId, school }) => {
    if (display === 'custom' && pattern === undefined) throw invalid('Write a pattern with {} where the number goes, such as ppt. {}');
    if (display === 'alias' && !one(db, 'SELECT 1 FROM alias_scheme WHERE id = ?', schemeId ?? 0)) throw missing('This numbering is not there any more.');
    run(db, 'UPDATE project SET title = coalesce(?, title), school = coalesce(?, school)', title ?? null, school ?? null);
    if (display !== undefined) run(db, 'UPDATE project SET display = ?, display_pattern = ?, display_scheme_id = ?', display, display === 'custom' ? (pattern ?? '') : '', display === 'alias' ? (schemeId ?? null) : null);
    const now = one<{ title: string; display: Display; school: School; pattern: string; scheme: string | null }>(db, 'SELECT title, display, school, display_pattern AS pattern, alias_scheme.name AS scheme FROM project LEFT JOIN alias_scheme ON alias_scheme.id = display_scheme_id');
    if (!now) throw missing('This file has no project in it.');
    const words: Record<Display, string> = { imported: 'as imported', numbered: 'as P1, P2 …', custom: `as ${now.pattern.replace('{}', '1')}, ${now.pattern.replace('{}', '2')} …`, alias: `by the numbering “${now.scheme ?? ''}”` };
    return { title: now.title, display: now.display, school: now.school, shown: words[now.display] };
  },

  'project.check': ({ db }) => checkIntegrity(db),
} satisfies Partial<ProjectHandlers>;
