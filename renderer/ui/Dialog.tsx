import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { PortalContext } from './portal.ts';

interface Props {
  open: boolean;
  /** Asked to close: Escape, the close button, or a press outside. */
  onClose: () => void;
  title: string;
  /** Said beside the title. */
  description?: ReactNode;
  /** Between the title and the close button. */
  tools?: ReactNode;
  footer?: ReactNode;
  /** No header; the title is for screen readers only. */
  bare?: boolean;
  className?: string;
  children: ReactNode;
}

/** A modal dialog: a native `dialog`, so the rest of the window is inert and focus returns to where it was. */
export function Dialog(props: Props) {
  return props.open ? <OpenDialog {...props} /> : null;
}

function OpenDialog({ onClose, title, description, tools, footer, bare, className, children }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const [element, setElement] = useState<HTMLDialogElement | null>(null);
  const id = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return undefined;
    const before = document.activeElement;
    dialog.showModal();
    setElement(dialog);
    dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      dialog.close();
      if ((before instanceof HTMLElement || before instanceof SVGElement) && before.isConnected) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={ref}
      className={`dialog ${className ?? ''}`}
      {...(bare ? { 'aria-label': title } : { 'aria-labelledby': id })}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === ref.current && outside(event, ref.current)) onClose();
      }}
    >
      <PortalContext value={element}>
        {!bare && (
          <header className="dialog-h">
            <h2 id={id}>{title}</h2>
            {description && <p>{description}</p>}
            <span className="push" />
            {tools}
            {/* No tooltip of ours: where nothing else takes it, the focus is here as the dialog opens. */}
            <button type="button" className="iconbtn" aria-label="Close" title="Close" onClick={onClose}>
              <X size={16} aria-hidden />
            </button>
          </header>
        )}
        {children}
        {footer && <footer className="dialog-f">{footer}</footer>}
      </PortalContext>
    </dialog>
  );
}

/** The backdrop is part of the dialog element, so a press on it is told apart by where it fell. */
function outside(event: { clientX: number; clientY: number }, dialog: HTMLElement): boolean {
  const box = dialog.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}
