import { Check, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useSaving } from '../../data/saving.ts';

/** Milliseconds before waiting is worth a word. */
const PATIENCE = 300;

/** Whether everything is on the disk, as a sentence. */
export function SaveState() {
  const { pending, early, failed } = useSaving();
  const [slow, setSlow] = useState(false);
  const busy = pending > 0;

  useEffect(() => {
    if (!busy) return undefined;
    const timer = setTimeout(() => setSlow(true), PATIENCE);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [busy]);

  return (
    <span className="save-state" role="status">
      {early > 0 || (busy && slow) ? (
        'Saving…'
      ) : failed ? (
        <>
          <TriangleAlert className="failed" size={13} aria-hidden />
          <span className="failed" title={failed.message}>
            Could not save. Your work is kept here:
          </span>
          <button type="button" className="link" onClick={failed.again}>
            try again
          </button>
        </>
      ) : (
        <>
          <Check size={13} strokeWidth={2.6} aria-hidden />
          <span className="clip">All changes saved on this computer</span>
        </>
      )}
    </span>
  );
}
