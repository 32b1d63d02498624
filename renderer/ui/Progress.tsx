import { Button } from './Button.tsx';

interface Props {
  /** What is being done now. */
  words: string;
  done?: number;
  /** 0 where nobody knows how much there is. */
  total?: number;
  unit?: string;
  onCancel?: (() => void) | undefined;
}

const number = (value: number) => value.toLocaleString('en-GB');

/** A calm strip for what takes a moment: words, a count, a bar and a way to stop it. Screen readers hear the words, and find the count in the bar. */
export function Progress({ words, done = 0, total = 0, unit = '', onCancel }: Props) {
  const count = total > 0 ? `${number(done)} of ${number(total)} ${unit}`.trim() : '';
  return (
    <div className="progress">
      <span className="progress-words" role="status">
        {words}
      </span>
      <span className="progress-count num" aria-hidden>
        {count}
      </span>
      <span
        className={`bar accent ${total > 0 ? '' : 'is-waiting'}`}
        role="progressbar"
        aria-label={words}
        {...(total > 0 ? { 'aria-valuemin': 0, 'aria-valuemax': total, 'aria-valuenow': Math.min(done, total), 'aria-valuetext': count } : {})}
      >
        <i style={{ width: total > 0 ? `${(100 * Math.min(done, total)) / total}%` : '30%' }} />
      </span>
      {onCancel && (
        <Button size="sm" keys={['Esc']} onClick={onCancel}>
          Cancel
        </Button>
      )}
    </div>
  );
}
