import type { IdentifierHit } from '../../../../shared/contract/privacy.ts';
import { type IdentifierKind, identifierKinds } from '../../../../shared/domain/identifiers/types.ts';

export const placeKey = ({ itemId, start, end }: { itemId: number; start: number; end: number }): string => `${itemId} ${start} ${end}`;

export interface Filter {
  kind: IdentifierKind | null;
  questionId: number | null;
  /** sure: only what is likely; all: everything found; kept: what was kept on purpose. */
  show: 'sure' | 'all' | 'kept';
}
export const noFilter: Filter = { kind: null, questionId: null, show: 'all' };

/** The hits that a filter leaves, the surest first within an answer's order; `kept` are shown only where they are asked for. */
export function filtered(hits: readonly IdentifierHit[], { kind, questionId, show }: Filter, kept: ReadonlySet<string>): IdentifierHit[] {
  return hits.filter((hit) => (kind === null || hit.kind === kind) && (questionId === null || hit.questionId === questionId) && (show === 'kept') === kept.has(placeKey(hit)) && (show !== 'sure' || hit.confidence > 1));
}

/** How many of each kind are still to be decided, in the order of kinds; kinds without any are left out. */
export function countsByKind(hits: readonly IdentifierHit[], filter: Filter, kept: ReadonlySet<string>): { kind: IdentifierKind; plural: string; count: number }[] {
  const counts = new Map<IdentifierKind, number>();
  for (const hit of filtered(hits, { ...filter, kind: null }, kept)) counts.set(hit.kind, (counts.get(hit.kind) ?? 0) + 1);
  return identifierKinds.flatMap(({ kind, plural }) => {
    const count = counts.get(kind) ?? 0;
    return count > 0 ? [{ kind, plural, count }] : [];
  });
}
