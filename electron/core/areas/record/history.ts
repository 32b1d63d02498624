import type { Operation } from '../../../../shared/contract/history.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { nextSteps } from '../../history.ts';
import { all } from '../../sql.ts';

export const historyHandlers = {
  'history.state': ({ db }) => nextSteps(db),
  'history.list': ({ db }, { limit, before }) =>
    all<Operation>(db, 'SELECT id, command, label, at, actor, state, reverts FROM operation WHERE id < ? ORDER BY id DESC LIMIT ?', before ?? Number.MAX_SAFE_INTEGER, limit),
  'history.undo': ({ history }) => history.undo(),
  'history.redo': ({ history }) => history.redo(),
} satisfies Partial<ProjectHandlers>;
