import { Check, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import { Button, Kbds } from '../../ui/index.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { TablePicture } from './TablePicture.tsx';

interface Props {
  over: boolean;
  busy: boolean;
  error: string | null;
  onChoose: (file: File) => void;
  onLeave?: () => void;
}

/** Before a file is chosen, and after one was refused. */
export function DropZone({ over, busy, error, onChoose, onLeave }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  const ask = () => chooser.current?.click();
  useKeys({ Enter: (event) => (event.target instanceof Element && event.target.closest('button, a') ? false : ask()) });
  return (
    <div className={`drop ${over ? 'is-over' : ''}`} aria-busy={busy}>
      <div className="drop-in">
        <TablePicture />
        <div>
          <h1>{busy ? 'Reading the file' : 'Drop your survey file here'}</h1>
          {error ? (
            <p className="drop-error" role="alert">
              <TriangleAlert size={16} aria-hidden />
              <span>{error}</span>
            </p>
          ) : (
            <p>
              A CSV file or an Excel workbook with one respondent per row. You will see what was found, and decide on each column, before anything is imported.
            </p>
          )}
          <div className="hstack">
            <Button variant="primary" size="lg" keys={['Enter']} onClick={ask}>
              Choose a file
            </Button>
            {onLeave && (
              <Button variant="quiet" onClick={onLeave}>
                Back to the project
              </Button>
            )}
            <span className="small muted hstack">
              or paste cells <Kbds keys={['Ctrl', 'V']} />
            </span>
          </div>
          <input
            ref={chooser}
            className="vh"
            type="file"
            accept=".csv,.tsv,.txt,.xlsx,.xlsm,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            aria-label="Survey file"
            tabIndex={-1}
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file) onChoose(file);
            }}
          />
          <ul className="learn">
            {[
              'Exports of Qualtrics, SurveyMonkey, Microsoft Forms and others are recognised.',
              'Damaged characters are found, and the repair is shown first.',
              'Names, emails and IP addresses are set to Ignore.',
            ].map((line) => (
              <li key={line}>
                <Check size={16} aria-hidden />
                <span>{line}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
