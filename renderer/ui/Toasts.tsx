import { X } from 'lucide-react';
import { Button } from './Button.tsx';
import { dismissToast, useToasts } from './toast.ts';

/** Where a toast appears; read out politely. `raised`: above the row of decisions in which a screen ends. */
export function Toasts({ raised = false }: { raised?: boolean }) {
  const { id, text, action } = useToasts((state) => state.shown) ?? {};
  return (
    <div className={`toasts ${raised ? 'is-raised' : ''}`} role="status" aria-live="polite">
      {id !== undefined && (
        <div className="toast" key={id}>
          <span>{text}</span>
          {action && (
            <Button
              onClick={() => {
                dismissToast(id);
                action.run();
              }}
            >
              {action.label}
            </Button>
          )}
          <button type="button" className="iconbtn sm" aria-label="Dismiss" onClick={() => dismissToast(id)}>
            <X size={14} />
          </button>
        </div>
      )}
    </div>
  );
}
