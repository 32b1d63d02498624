import { Download, TriangleAlert } from 'lucide-react';
import { Button } from '../../ui/index.ts';
import type { Tally } from './decisions.ts';
import { many } from './words.ts';

interface Props { tally: Tally; rows: number; error: string | null; busy: boolean; onBringIn: () => void; onSave: () => void; onCancel: () => void }

/** How many codings come in, how many rows stay out, and the one button that does it. */
export function CodingFooter({ tally: { ready, out, open, codings }, rows, error, busy, onBringIn, onSave, onCancel }: Props) {
  return (
    <footer className="i-foot">
      {error ? (
        <span className="i-error" role="alert"><TriangleAlert size={15} aria-hidden /><span>{error}</span></span>
      ) : (
        <span className="soft" role="status" aria-label="What will be brought in">
          <b>{ready.length.toLocaleString('en-GB')} of {many(rows, 'row')}</b> {ready.length === 1 ? 'has its place' : 'have their place'}
          {out.length > 0 && <>, {out.length.toLocaleString('en-GB')} {out.length === 1 ? 'stays' : 'stay'} out{open > 0 && `, ${open.toLocaleString('en-GB')} to be looked at`}</>}
        </span>
      )}
      <span className="push" />
      {out.length > 0 && <Button variant="quiet" icon={<Download size={15} aria-hidden />} onClick={onSave}>Save {out.length === 1 ? 'the row' : `the ${out.length.toLocaleString('en-GB')} rows`} left out</Button>}
      <Button variant="quiet" onClick={onCancel}>Cancel</Button>
      <Button variant="primary" size="lg" keys={['Ctrl', 'Enter']} disabled={busy} why={codings === 0 ? 'No row has its place yet' : undefined} onClick={onBringIn}>Bring in {many(codings, 'coding')}</Button>
    </footer>
  );
}
