import type { Tray } from '../../../shared/domain/types.ts';
import { type Ref, refKey } from './board-model.ts';
import type { Extent } from './walk.ts';

/** Rows are what the screen shows, in the order of the document: `data-ref` names one, `data-column` holds a column of them. */
export function parseRef(key: string): Ref | null {
  const [kind, id = ''] = key.split(':');
  if (kind === 'tray') return { kind, id: id as Tray };
  return kind === 'code' || kind === 'theme' ? { kind, id: Number(id) } : null;
}

const refsIn = (element: Element): Ref[] =>
  [...(element.matches('[data-ref]') ? [element as HTMLElement] : []), ...element.querySelectorAll<HTMLElement>('[data-ref]')].flatMap((row) => parseRef(row.dataset.ref ?? '') ?? []);

/** Columns of rows as they are shown now: filtered and folded rows are not there. */
export const shownColumns = (tree: Element): Ref[][] => [...tree.querySelectorAll('[data-column]')].map(refsIn);

export const rowElement = (tree: Element, ref: Ref): HTMLElement | null => tree.querySelector<HTMLElement>(`[data-ref="${refKey(ref)}"]`);

/** Where the line of a row stands (of a theme: its head, not all that it holds). */
export const extentIn = (tree: Element) => (ref: Ref): Extent => {
  const row = rowElement(tree, ref);
  const box = (row?.querySelector(':scope > [data-handle]') ?? row)?.getBoundingClientRect();
  return { top: box?.top ?? 0, bottom: box?.bottom ?? 0 };
};
