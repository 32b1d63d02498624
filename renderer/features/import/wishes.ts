import type { InputOf } from '../../../shared/contract/index.ts';
import type { ColumnRole, GivenPlan, PlanColumn, RowKind, TieKind } from '../../../shared/domain/plan.ts';

/** What a person decided about one column. What is left out stays as it is guessed; null: not that, whatever is guessed. */
export interface ColumnWish {
  role: ColumnRole;
  shortName: string;
  /** The wording by which a question (or an attribute) of the project is meant; empty: as in the file. */
  wording?: string;
  tiedTo?: number | null;
  tie?: TieKind;
  asked?: { column: number; values: string[]; separator?: string | undefined } | null;
  mergedWith?: number | null;
  html?: boolean;
  typed?: boolean;
  /** It is split off another column. */
  typedIn?: number;
}

/** What a person decided, over what the importer guessed. */
export interface Wishes {
  /** A text is read as a table (csv) or as a document (txt, markdown). */
  format?: string;
  headerRows?: number;
  delimiter?: string;
  encoding?: string;
  sheet?: string;
  /** null: a table with a row for each answer is read as it stands. */
  long?: null | undefined;
  repair?: boolean;
  analyses?: 'each' | 'together';
  leaveOut?: RowKind[];
  event?: string;
  /** How ids mean people who are in the project. */
  ids?: NonNullable<GivenPlan['ids']>;
  /** A kept plan that the file is read by, already fitted to its columns, and its name. */
  base?: { name: string; plan: GivenPlan };
  columns: Readonly<Record<number, ColumnWish>>;
}

export const noWishes: Wishes = { columns: {} };

type Plan = NonNullable<InputOf<'survey.import'>['plan']>;
type Column = NonNullable<Plan['columns']>[number];

/** Wishes as a plan that the importer takes. */
export function planOf({ format, headerRows, delimiter, encoding, sheet, long, repair, analyses, leaveOut, event, ids, base, columns }: Wishes): Plan {
  const kept = new Map((base?.plan.columns ?? []).map((column): [number, Column] => [column.index, column]));
  for (const [index, wish] of Object.entries(columns)) {
    const { role, shortName, ...rest } = wish;
    const before = kept.get(Number(index));
    kept.set(Number(index), { ...before, index: Number(index), role, shortName: shortName || (before?.role === role ? (before.shortName ?? '') : ''), ...rest });
  }
  const { columns: _, ...rest } = base?.plan ?? {};
  return {
    ...definedOnly(rest),
    ...definedOnly({ format, headerRows, delimiter, encoding, sheet, long, analyses, event, ids }),
    ...(repair === undefined ? {} : { repairs: { apply: repair } }),
    ...(leaveOut === undefined ? {} : { rows: { leaveOut } }),
    ...(kept.size ? { columns: [...kept.values()] } : {}),
  };
}

/** Drops what is undefined: a plan that says nothing about something leaves it to the importer. */
const definedOnly = (plan: GivenPlan): Plan => Object.fromEntries(Object.entries(plan).filter(([, value]) => value !== undefined)) as Plan;

/** A decision about a column, over those before. There is one participant column; the one before becomes ignored. */
export function decide(before: Wishes, column: PlanColumn, change: Partial<ColumnWish>): Wishes {
  const columns = { ...before.columns };
  if (change.role === 'participant')
    for (const [index, each] of Object.entries(columns)) if (each.role === 'participant') columns[Number(index)] = { ...each, role: 'ignore' };
  const base = before.base?.plan.columns?.find(({ index, role }) => role === 'participant' && index !== column.index);
  if (change.role === 'participant' && base && !columns[base.index]) columns[base.index] = { role: 'ignore', shortName: '' };
  columns[column.index] = { role: column.role, shortName: column.shortName, ...(column.typedIn === undefined ? {} : { typedIn: column.typedIn }), ...columns[column.index], ...change };
  return { ...before, columns };
}

/** A column with the wishes of this moment, before the importer has looked again. */
export function asWished(column: PlanColumn, wishes: Wishes): PlanColumn {
  const wish = wishes.columns[column.index];
  const otherId = column.role === 'participant' && wish === undefined && Object.values(wishes.columns).some(({ role }) => role === 'participant');
  return wish ? { ...column, role: wish.role, shortName: wish.shortName || column.shortName } : otherId ? { ...column, role: 'ignore' } : column;
}
