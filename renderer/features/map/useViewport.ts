import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Box, left, type Point, top } from '../../../shared/charts/geometry.ts';

/** How the map's plane lies in the window: screen = plane × k + (x, y). */
export interface View { x: number; y: number; k: number }

const smallest = 0.2;
const largest = 2.5;
const padding = { x: 34, top: 26, bottom: 58 };
/** The room that a test (which has no layout) and the very first frame get. */
const fallback = { width: 900, height: 600 };

export interface Viewport {
  view: View;
  fit: () => void;
  zoom: (factor: number, around?: Point) => void;
  pan: (dx: number, dy: number) => void;
  /** From the window's coordinates (clientX, clientY) to the map's plane. */
  toPlane: (clientX: number, clientY: number) => Point;
}

/**
 * Panning and zooming; the map fits itself to the window until somebody moves it. `key` starts afresh. With `byHand` it stays
 * where it is while nodes move: a map that slides away under the pointer cannot be arranged.
 */
export function useViewport(frame: RefObject<HTMLElement | null>, bounds: Box, key: string, byHand: boolean): Viewport {
  const [view, setView] = useState<View>({ x: 0, y: 0, k: 1 });
  const touched = useRef(false);
  const latest = useRef(bounds);
  latest.current = bounds;

  const fit = useCallback(() => {
    touched.current = false;
    const box = frame.current?.getBoundingClientRect();
    const room = box && box.width > 0 ? { width: box.width, height: box.height } : fallback;
    setView(fitted(latest.current, room));
  }, [frame]);

  const shown = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another map or arrangement is shown whole
  useLayoutEffect(() => {
    if (!shown.current || !byHand) fit();
    shown.current = true;
  }, [key, byHand, fit]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as long as nobody moved the map, it keeps fitting while it changes
  useLayoutEffect(() => { if (!touched.current && !byHand) fit(); }, [bounds.width, bounds.height]);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => { if (!touched.current) fit(); });
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame, fit]);

  const pan = useCallback((dx: number, dy: number) => {
    touched.current = true;
    setView((before) => ({ ...before, x: before.x + dx, y: before.y + dy }));
  }, []);
  const zoom = useCallback((factor: number, around?: Point) => {
    touched.current = true;
    setView((before) => {
      const box = frame.current?.getBoundingClientRect();
      const at = around ? { x: around.x - (box?.left ?? 0), y: around.y - (box?.top ?? 0) } : { x: (box?.width ?? fallback.width) / 2, y: (box?.height ?? fallback.height) / 2 };
      const k = Math.min(largest, Math.max(smallest, before.k * factor));
      return { k, x: at.x - ((at.x - before.x) * k) / before.k, y: at.y - ((at.y - before.y) * k) / before.k };
    });
  }, [frame]);
  const toPlane = useCallback((clientX: number, clientY: number): Point => {
    const box = frame.current?.getBoundingClientRect();
    return { x: (clientX - (box?.left ?? 0) - view.x) / view.k, y: (clientY - (box?.top ?? 0) - view.y) / view.k };
  }, [frame, view]);

  useWheel(frame, zoom, pan);
  return { view, fit, zoom, pan, toPlane };
}

/** The whole map in the middle, never larger than life. */
export function fitted(bounds: Box, room: { width: number; height: number }): View {
  const [width, height] = [room.width - 2 * padding.x, room.height - padding.top - padding.bottom];
  const k = Math.max(smallest, Math.min(1, width / Math.max(bounds.width, 1), height / Math.max(bounds.height, 1)));
  return { k, x: padding.x + (width - bounds.width * k) / 2 - left(bounds) * k, y: padding.top + (height - bounds.height * k) / 2 - top(bounds) * k };
}

/** Wheel and touchpad: scrolling moves, with Ctrl (or a pinch) it zooms around the pointer. Not passive, so that the page never zooms instead. */
function useWheel(frame: RefObject<HTMLElement | null>, zoom: Viewport['zoom'], pan: Viewport['pan']): void {
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) zoom(Math.exp(-event.deltaY * 0.002), { x: event.clientX, y: event.clientY });
      else pan(-event.deltaX, -event.deltaY);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [frame, zoom, pan]);
}
