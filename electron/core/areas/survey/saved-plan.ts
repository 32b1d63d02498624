import type { KnownPlan } from '../../../../shared/contract/understanding.ts';
import { type GivenPlan, importPlan } from '../../../../shared/domain/plan.ts';
import { planToKeep } from '../../../../shared/domain/plan-fit.ts';
import { invalid, missing } from '../../../../shared/errors.ts';
import type { ProjectHandlers } from '../../handling.ts';
import { all, type Db, insert, one, run } from '../../sql.ts';

interface Row { id: number; name: string; plan: string; at: string; actor: string }

/** A plan as it was stored; undefined where it is none (an import of documents), or one of a version that kept something else. */
function planFrom(json: string): GivenPlan | undefined {
  try {
    const read = importPlan.partial().safeParse(JSON.parse(json));
    return read.success && read.data.columns?.length ? planToKeep(read.data) : undefined;
  } catch {
    return undefined;
  }
}

function knownPlans(db: Db): KnownPlan[] {
  const read = (rows: Row[], saved: boolean) =>
    rows.flatMap(({ id, plan, ...row }): KnownPlan[] => {
      const found = planFrom(plan);
      return found ? [{ ...row, id: saved ? id : null, plan: found }] : [];
    });
  return [
    ...read(all<Row>(db, 'SELECT id, name, plan, at, actor FROM saved_plan ORDER BY at DESC, id DESC'), true),
    ...read(all<Row>(db, 'SELECT id, file_name AS name, plan, at, actor FROM import ORDER BY id DESC LIMIT 50'), false),
  ];
}

export const savedPlanHandlers = {
  'plan.save': ({ db, now, actor }, { name, plan }) => {
    if (!plan.columns?.length) throw invalid('This plan says nothing about columns, so there is nothing to keep.');
    const kept = JSON.stringify(planToKeep(plan));
    const known = one<{ id: number; name: string }>(db, 'SELECT id, name FROM saved_plan WHERE lower(name) = lower(?)', name);
    if (!known) return { id: insert(db, 'INSERT INTO saved_plan (name, plan, at, actor) VALUES (?, ?, ?, ?)', name, kept, now(), actor), name, replaced: false };
    run(db, 'UPDATE saved_plan SET name = ?, plan = ?, at = ?, actor = ? WHERE id = ?', name, kept, now(), actor, known.id);
    return { id: known.id, name, replaced: true };
  },

  'plan.remove': ({ db }, { id }) => {
    const known = one<{ name: string }>(db, 'SELECT name FROM saved_plan WHERE id = ?', id);
    if (!known) throw missing('This plan is not there any more.');
    run(db, 'DELETE FROM saved_plan WHERE id = ?', id);
    return { name: known.name };
  },

  'plan.list': ({ db }) => knownPlans(db),
} satisfies Partial<ProjectHandlers>;
