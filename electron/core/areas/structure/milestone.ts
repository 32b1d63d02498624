import type { Milestone } from '../../../../shared/contract/record.ts';
import { conflict } from '../../../../shared/errors.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { all, insert, one } from '../../sql.ts';
import { keepPicture, loadStructure, packStructure } from './structure.ts';

export const milestoneHandlers = {
  'milestone.list': ({ db }): Milestone[] =>
    all(db, `SELECT milestone.id, name, note, at, actor, json_array_length(picture.json, '$.codings') AS codings,
      (SELECT count(*) FROM json_each(picture.json, '$.analyses') WHERE json_extract(value, '$.status') = 'active') AS analyses,
      (SELECT count(*) FROM json_each(picture.json, '$.codes') WHERE json_extract(value, '$.status') = 'active') AS codes,
      (SELECT count(*) FROM json_each(picture.json, '$.themes') WHERE json_extract(value, '$.status') = 'active' AND json_extract(value, '$.kind') <> 'group') AS themes
      FROM milestone JOIN picture ON picture.hash = milestone.picture ORDER BY milestone.id`),

  'milestone.create': ({ db, now, actor }, { name, note }) => {
    if (one(db, 'SELECT 1 FROM milestone WHERE name = ?', name)) throw conflict(`There is a milestone “${name}” already. Milestones never change; choose another name.`);
    return { id: insert(db, 'INSERT INTO milestone (name, note, at, actor, picture) VALUES (?, ?, ?, ?, ?)', name, note, now(), actor, keepPicture(db, packStructure(loadStructure(db)))) };
  },
} satisfies Partial<ProjectHandlers>;
