import type { Tray } from '../../../shared/domain/types.ts';
import { type Ref, refKey } from './board-model.ts';
import type { Extent } from './walk.ts';

/**
 * Rows are what the screen shows, in the order of the document. `data-ref` is the line of a row, the one that takes the
 * keyboard; `data-node` is the row with all that it holds; `data-column` holds a column of rows.
 */
export function parseRef(key: string): Ref | null {
  const [kind, id = ''] = key.split(':');
  if (kind === 'tray') return { kind, id: id as Tray };
  return kind === 'code' || kind === 'theme' ? { kind, id: Number(id) } : null;
}

const refsIn = (element: Element): Ref[] =>
  [...element.querySelectorAll<HTMLElement>('[data-ref]')].flatMap((row) => parseRef(row.dataset.ref ?? '') ?? []);

/** Columns of rows as they are shown now: filtered and folded rows are not there. A head across stands above its first column. */
export function shownColumns(tree: Element): Ref[][] {
  const seen = new Set<Element>();
  return [...tree.querySelectorAll('[data-column]')].map((column) => {
    const head = column.closest<HTMLElement>('[data-span]');
    if (!head || seen.has(head)) return refsIn(column);
    seen.add(head);
    return [...[parseRef(head.dataset.node ?? '')].filter((ref) => ref !== null), ...refsIn(column)];
  });
}

/** The row that holds this one. */
export function parentRow(tree: Element, ref: Ref): Ref | null {
  const parent = rowElement(tree, ref)?.closest('[data-node]')?.parentElement?.closest<HTMLElement>('[data-node]');
  return parent?.dataset.node ? parseRef(parent.dataset.node) : null;
}

export const rowElement = (tree: Element, ref: Ref): HTMLElement | null => tree.querySelector<HTMLElement>(`[data-ref="${refKey(ref)}"]`);

export const extentIn = (tree: Element) => (ref: Ref): Extent => {
  const box = rowElement(tree, ref)?.getBoundingClientRect();
  return { top: box?.top ?? 0, bottom: box?.bottom ?? 0 };
};
