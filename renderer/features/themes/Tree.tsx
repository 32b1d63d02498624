import type { FocusEventHandler, KeyboardEventHandler, ReactNode, RefObject } from 'react';

export interface TreeProps {
  tree: RefObject<HTMLDivElement | null>;
  onKeyDown: KeyboardEventHandler<HTMLElement>;
  onFocus: FocusEventHandler<HTMLElement>;
  onBlur: FocusEventHandler<HTMLElement>;
}

/** The tree of codes and themes, however it is drawn. It never has focus itself: one of its rows has (roving tabindex). */
export const Tree = ({ tree, className, children, ...handlers }: TreeProps & { className: string; children: ReactNode }) => (
  <div ref={tree} role="tree" aria-label="Codes and themes" aria-multiselectable className={className} {...handlers}>{children}</div>
);
