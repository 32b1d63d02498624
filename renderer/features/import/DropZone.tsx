import { Check, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import { Button, Kbds } from '../../ui/index.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { TablePicture } from './TablePicture.tsx';

interface Props {
  over: boolean;
  busy: boolean;
  error: string | null;
  onChoose: (...files: File[]) => void;
  /** Keys and dictionaries that were chosen before their file. */
  waiting: readonly string[];
  onLeave?: () => void;
}

/** Before a file is chosen, and after one was refused. */
export function DropZone({ over, busy, error, waiting, onChoose, onLeave }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  const ask = () => chooser.current?.click();
  useKeys({ Enter: (event) => (event.target instanceof Element && event.target.closest('button, a') ? false : ask()) });
  return (
    <div className={`drop ${over ? 'is-over' : ''}`} aria-busy={busy}>
      <div className="drop-in">
        <TablePicture />
        <div>
          <h1>{busy ? 'Reading the file' : 'Drop a survey or documents here'}</h1>
          {error && waiting.length > 0 && !busy ? (
            <p role="status">
              <b>{waiting.join(', ')}</b> is kept: it says what the answers mean. Now choose the file with the responses.
            </p>
          ) : error ? (
            <p className="drop-error" role="alert">
              <TriangleAlert size={16} aria-hidden />
              <span>{error}</span>
            </p>
          ) : (
            <p>
              A CSV file or an Excel workbook with one respondent per row, or policies, letters and minutes (Word, PDF, text). You will see what was found before
              anything is imported.
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
              or paste cells or text <Kbds keys={['Ctrl', 'V']} />
            </span>
          </div>
          <input
            ref={chooser}
            className="vh"
            type="file"
            multiple
            accept=".csv,.tsv,.txt,.xlsx,.xlsm,.zip,.docx,.pdf,.md,.markdown,text/csv,text/plain,application/pdf,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            aria-label="Survey file"
            tabIndex={-1}
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              event.target.value = '';
              if (files.length) onChoose(...files);
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
