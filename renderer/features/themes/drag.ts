import { draggable, dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import { type RefObject, useEffect, useRef } from 'react';
import type { Board, Ref, Spot } from './board-model.ts';
import { type Cargo, type Gap, gapAt, mayLie } from './moves.ts';
import { parseRef } from './rows.ts';
import { setUi, useThemesUi } from './ui-state.ts';

/** The board as it is now, for handlers that live longer than a render. */
export type BoardRef = RefObject<Board>;

/** Makes a card or the head of a theme draggable. Dragging one of several chosen codes takes all of them. */
export function useDragSource<E extends HTMLElement>(ref: Ref): RefObject<E | null> {
  const element = useRef<E>(null);
  const { kind, id } = ref;
  useEffect(() => {
    const at = element.current;
    if (!at || kind === 'tray') return undefined;
    return draggable({
      element: at,
      ...(kind === 'theme' ? dragHandleOf(at) : {}),
      canDrag: () => useThemesUi.getState().naming === null,
      getInitialData: () => ({ cargo: cargoOf({ kind, id }) }),
      onGenerateDragPreview: ({ nativeSetDragImage, source }) =>
        setCustomNativeDragPreview({
          nativeSetDragImage,
          getOffset: () => ({ x: 56, y: 30 }),
          render: ({ container }) => container.append(ghost(at, source.data.cargo as Cargo)),
        }),
    });
  }, [kind, id]);
  return element;
}

const dragHandleOf = (element: HTMLElement) => {
  const handle = element.querySelector(':scope > [data-handle]');
  return handle ? { dragHandle: handle } : {};
};

function cargoOf(ref: { kind: 'code' | 'theme'; id: number }): Cargo {
  if (ref.kind === 'theme') return { kind: 'theme', id: ref.id };
  const { chosen } = useThemesUi.getState();
  return { kind: 'codes', ids: chosen.kind === 'code' && chosen.ids.includes(ref.id) ? [...chosen.ids] : [ref.id] };
}

/** The lifted card, tilted, on a little pile, with the number of codes. Pixels only: nobody reads it aloud. */
function ghost(card: HTMLElement, cargo: Cargo): HTMLElement {
  const wrap = document.createElement('div');
  wrap.className = 'bd-ghost';
  const pile = document.createElement('div');
  const many = cargo.kind === 'codes' && cargo.ids.length > 1;
  pile.className = many ? 'bd-pile is-many' : 'bd-pile';
  const shown = cargo.kind === 'theme' ? (card.querySelector('[data-handle]') ?? card) : card;
  const copy = shown.cloneNode(true) as HTMLElement;
  copy.classList.remove('is-sel', 'is-lifted');
  if (cargo.kind === 'theme') copy.classList.add('bd-lift');
  for (const control of copy.querySelectorAll('button')) control.remove();
  pile.append(copy);
  if (many) {
    const badge = document.createElement('span');
    badge.className = 'badge';
    badge.textContent = String(cargo.ids.length);
    pile.append(badge);
  }
  wrap.append(pile);
  return wrap;
}

/** Makes an element a place to drop into. The children that count for the gap are the rows inside its `data-rows` element. */
export function useDropPlace<E extends HTMLElement>(spot: Spot, board: BoardRef, options: { axis?: 'x' | 'y'; header?: boolean } = {}): RefObject<E | null> {
  const element = useRef<E>(null);
  const key = JSON.stringify([spot, options.axis, options.header]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the place
  useEffect(() => {
    const at = element.current;
    if (!at) return undefined;
    return dropTargetForElements({
      element: at,
      getData: () => ({ spot, axis: options.axis ?? 'y', header: options.header ?? false }),
      canDrop: ({ source }) => {
        const cargo = source.data.cargo as Cargo | undefined;
        if (!cargo) return false;
        if (options.header) return cargo.kind === 'theme';
        return mayLie(board.current, cargo, spot) || (spot === 'top' && cargo.kind === 'codes');
      },
    });
  }, [key]);
  return element;
}

/** Follows drags over the whole screen: shows the gap under the pointer, and hands the drop to `drop`. */
export function useDragMonitor(board: BoardRef, drop: (cargo: Cargo, gap: Gap) => void): void {
  const dropped = useRef(drop);
  useEffect(() => { dropped.current = drop; });
  useEffect(() => monitorForElements({
    canMonitor: ({ source }) => 'cargo' in source.data,
    onDragStart: ({ source }) => setUi({ drag: source.data.cargo as Cargo, over: null }),
    onDrag: ({ source, location }) => {
      const over = gapUnder(board.current, source.data.cargo as Cargo, location.current);
      if (JSON.stringify(over) !== JSON.stringify(useThemesUi.getState().over)) setUi({ over });
    },
    onDrop: ({ source, location }) => {
      const cargo = source.data.cargo as Cargo;
      const gap = gapUnder(board.current, cargo, location.current);
      setUi({ drag: null, over: null });
      if (gap) dropped.current(cargo, gap);
    },
  }), [board]);
}

interface Location { input: { clientX: number; clientY: number }; dropTargets: readonly { element: Element; data: Record<string | symbol, unknown> }[] }

function gapUnder(board: Board, cargo: Cargo, { input, dropTargets }: Location): Gap | null {
  const target = outOfTheRim(dropTargets, input.clientY);
  if (!target) return null;
  const spot = target.data.spot as Spot;
  if (spot === 'top' && cargo.kind === 'codes') return { spot };
  const home = target.data.header ? target.element.closest('[data-rows]') : target.element.matches('[data-rows]') ? target.element : target.element.querySelector('[data-rows]');
  const across = target.data.axis === 'x';
  const rows = [...(home?.children ?? [])].filter((child): child is HTMLElement => child instanceof HTMLElement && child.dataset.node !== undefined);
  const next = rows.find((row) => {
    const box = row.getBoundingClientRect();
    return across ? input.clientX < box.left + box.width / 2 : input.clientY < box.top + box.height / 2;
  });
  const ref = next?.dataset.node ? parseRef(next.dataset.node) : null;
  if (!ref || ref.kind === 'tray') return { spot };
  const index = indexOf(board, spot, ref);
  return index < 0 ? { spot } : gapAt(board, cargo, spot, index);
}

/** Pixels at the upper and lower edge of a sub-theme or group that still mean “beside it”, in the theme that holds it. */
const rim = 7;

function outOfTheRim(targets: Location['dropTargets'], y: number): Location['dropTargets'][number] | undefined {
  const [inner, outer] = targets;
  if (!inner || !outer || inner.data.header || outer.data.spot === 'top') return inner;
  const box = inner.element.getBoundingClientRect();
  return y < box.top + rim || y > box.bottom - rim ? outer : inner;
}

function indexOf(board: Board, spot: Spot, ref: { kind: 'code' | 'theme'; id: number }): number {
  const children = spot === 'top' ? board.roots : 'tray' in spot ? board.trays[spot.tray] : (board.nodes.get(spot.themeId)?.children ?? []);
  return children.findIndex((child) => child.kind === ref.kind && child.id === ref.id);
}
