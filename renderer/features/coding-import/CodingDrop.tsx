import { Check, TriangleAlert } from 'lucide-react';
import { useRef } from 'react';
import { Button, Kbds } from '../../ui/index.ts';
import { useHints } from '../../ui/hints.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { TablePicture } from '../import/TablePicture.tsx';

interface Props { over: boolean; busy: boolean; error: string | null; onChoose: (file: File) => void; onLeave: () => void }

const promises = [
  'Quotes are found again word for word, or with other spaces and quotation marks.',
  'What is only nearly the same is shown beside the answer, and you decide.',
  'What cannot be found is listed. Nothing is dropped in silence.',
];

/** Before a file of codings is chosen, and after one was refused. */
export function CodingDrop({ over, busy, error, onChoose, onLeave }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  const ask = () => chooser.current?.click();
  useKeys({ Enter: (event) => (event.target instanceof Element && event.target.closest('button, a') ? false : ask()), Escape: onLeave });
  useHints([{ keys: ['Enter'], text: 'Choose a file' }, { keys: ['Ctrl', 'V'], text: 'Paste cells' }, { keys: ['Esc'], text: 'Back to coding' }], 'Coding done elsewhere');
  return (
    <div className={`drop ${over ? 'is-over' : ''}`} aria-busy={busy}>
      <div className="drop-in">
        <TablePicture />
        <div>
          <h1>{busy ? 'Looking for the quotes in the answers' : 'Bring in coding done elsewhere'}</h1>
          {error ? (
            <p className="drop-error" role="alert"><TriangleAlert size={16} aria-hidden /><span>{error}</span></p>
          ) : (
            <p>A table of quotes with their codes, from Word, Excel or as CSV; or a Word document with the codes as headings and the quotes below. Its columns may stand in any order.</p>
          )}
          <div className="hstack ci-start">
            <Button variant="primary" size="lg" keys={['Enter']} onClick={ask}>Choose a file</Button>
            <Button variant="quiet" onClick={onLeave}>Back to coding</Button>
            <span className="small muted hstack nowrap">or paste cells <Kbds keys={['Ctrl', 'V']} /></span>
          </div>
          <input
            ref={chooser} className="vh" type="file" tabIndex={-1} aria-label="File of codings"
            accept=".csv,.tsv,.txt,.xlsx,.xlsm,.docx,.zip,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              event.target.value = '';
              if (chosen) onChoose(chosen);
            }}
          />
          <ul className="learn">
            {promises.map((line) => <li key={line}><Check size={16} aria-hidden /><span>{line}</span></li>)}
          </ul>
        </div>
      </div>
    </div>
  );
}
