import type { GivenPlan, PlanColumn } from './plan.ts';

/** A plan without what belongs to one file only: counts, examples, reasons, warnings. No participant's word is in it. */
export function planToKeep(plan: GivenPlan): GivenPlan {
  const { respondents: _, warnings: __, ...rest } = plan;
  return {
    ...rest,
    ...(plan.repairs ? { repairs: { count: 0, apply: plan.repairs.apply, samples: [] } } : {}),
    ...(plan.columns
      ? { columns: plan.columns.map(({ could: _could, tieReason: _tie, askedReason: _asked, ...column }) => ({ ...column, filled: 0, reason: '' })) }
      : {}),
  };
}

/** How well a plan goes with a file. */
export interface PlanFit {
  /** The plan for this file: columns found again by their names, wherever they stand now. */
  plan: GivenPlan;
  /** Names of the plan's columns (those that come in) that the file does not have. */
  missing: string[];
  /** Names of the file's columns that the plan does not know; they are guessed. */
  fresh: string[];
}

/** Names of equal columns are told apart by their order. What is split off another column comes with it. */
function keyed<C extends Pick<PlanColumn, 'name' | 'index' | 'typedIn'>>(columns: readonly C[]): Map<string, C> {
  const times = new Map<string, number>();
  return new Map(
    columns.filter(({ typedIn }) => typedIn === undefined).map((column) => {
      const time = (times.get(column.name) ?? 0) + 1;
      times.set(column.name, time);
      return [`${time} ${column.name}`, column];
    }),
  );
}

/** Fits a kept plan to the columns of a file. A question whose wording changed under the same name keeps the file's wording. */
export function fitPlan(plan: GivenPlan, columns: readonly Pick<PlanColumn, 'name' | 'index' | 'wording' | 'typedIn'>[]): PlanFit {
  const known = keyed(plan.columns ?? []);
  const here = keyed(columns);
  const places = new Map<number, number>();
  for (const [key, { index }] of known) {
    const found = here.get(key);
    if (found) places.set(index, found.index);
  }
  const place = (index: number | null | undefined) => (index == null ? index : places.get(index));
  const fitted = [...known].flatMap(([key, column]): PlanColumn[] => {
    const found = here.get(key);
    if (!found) return [];
    const { tiedTo, tie, asked, mergedWith, ...rest } = column;
    const to = place(tiedTo);
    const gate = asked ? place(asked.column) : undefined;
    const into = place(mergedWith);
    return [
      {
        ...rest,
        index: found.index,
        ...(to === undefined ? {} : { tiedTo: to, ...(tie ? { tie } : {}) }),
        ...(asked === null ? { asked } : asked && gate != null ? { asked: { ...asked, column: gate } } : {}),
        ...(into === undefined ? {} : { mergedWith: into }),
      },
    ];
  });
  // How the bytes are read (encoding, separator, sheet, a row for each answer) is found out anew for each file.
  const { encoding: _, delimiter: __, sheet: ___, format: ____, long, ...rest } = plan;
  return {
    plan: { ...rest, ...(long === null ? { long } : {}), columns: fitted },
    missing: [...known].flatMap(([key, { name, role }]) => (here.has(key) || role === 'ignore' ? [] : [name])),
    fresh: [...here].flatMap(([key, { name }]) => (known.has(key) ? [] : [name])),
  };
}

/** The share of the plan's columns (those that come in) that a file has, from 0 to 1. */
export function fitShare(plan: GivenPlan, columns: readonly Pick<PlanColumn, 'name' | 'index' | 'wording' | 'typedIn'>[]): number {
  const wanted = (plan.columns ?? []).filter(({ role }) => role !== 'ignore').length;
  return wanted === 0 ? 0 : 1 - fitPlan(plan, columns).missing.length / wanted;
}
