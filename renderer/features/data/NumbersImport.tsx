import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import type { AliasProblem } from '../../../shared/contract/alias.ts';
import { useCommand } from '../../data/useCommand.ts';
import { Button, Dialog, Field } from '../../ui/index.ts';
import { toast } from '../../ui/toast.ts';
import { type ChosenFile, readFile } from '../import/read-file.ts';
import { many } from './words.ts';

/** A table of two columns, from a file or pasted. Lines that do not fit are shown, and nothing comes in until they are mended or left out. */
export function NumbersImport({ onClose }: { onClose: () => void }) {
  const bring = useCommand('alias.import', { quiet: true });
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [problems, setProblems] = useState<readonly AliasProblem[]>([]);
  const [error, setError] = useState<string>();
  const chooser = useRef<HTMLInputElement>(null);
  const ready = name.trim() !== '' && (file !== null || text.trim() !== '');

  const change = (next: { text?: string; file?: ChosenFile | null }) => {
    setProblems([]);
    setError(undefined);
    if (next.text !== undefined) setText(next.text);
    if (next.file !== undefined) setFile(next.file);
  };

  async function go(skipBadLines: boolean) {
    const result = await bring({ name, table: file ?? { text }, skipBadLines });
    if (!result.ok) {
      setError(result.error.message);
      return setProblems((result.error.details as { problems?: AliasProblem[] } | undefined)?.problems ?? []);
    }
    const { added, same, without, notes } = result.value;
    toast({ text: `${many(added, 'number')} came in${same ? `, ${same} were there already` : ''}. ${without ? `${many(without, 'person has', 'people have')} none in this numbering.` : 'Everybody has one.'}${notes.length ? ` ${notes.slice(0, 5).join(' ')}${notes.length > 5 ? ` And ${notes.length - 5} more ids were written otherwise.` : ''}` : ''}` });
    onClose();
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="Bring in a table of numbers"
      description="Two columns: the id, and the other number."
      className="data-numbers"
      footer={
        <>
          <span className="push" />
          <Button variant="quiet" onClick={onClose}>Cancel</Button>
          {problems.length > 0 && <Button onClick={() => void go(true)}>{problems.length === 1 ? 'Leave that line out' : `Leave ${problems.length} lines out`}</Button>}
          <Button variant="primary" why={ready ? undefined : 'Give the numbering a name, and paste a table or choose a file'} onClick={() => void go(false)}>Bring in</Button>
        </>
      }
    >
      <div className="data-numbers-b">
        <Field label="Name of the numbering" value={name} onChange={setName} autoFocus placeholder="Paper forms" maxLength={80} hint="A numbering of that name gets more numbers; otherwise there is a new one." />
        {file ? (
          <p className="hstack"><span className="med">{file.fileName}</span><Button size="sm" variant="quiet" onClick={() => change({ file: null })}>Paste instead</Button></p>
        ) : (
          <Field label="Pasted from a spreadsheet, one person a line" multiline rows={7} value={text} onChange={(value) => change({ text: value })} placeholder={'P2\t4\nP25\t31'} inputClassName="data-paste" />
        )}
        <Button size="sm" icon={<Upload size={14} aria-hidden />} onClick={() => chooser.current?.click()}>Choose a file</Button>
        <input
          ref={chooser}
          className="vh"
          type="file"
          tabIndex={-1}
          aria-label="Table of numbers"
          accept=".csv,.tsv,.txt,.xlsx"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            event.target.value = '';
            if (chosen) void readFile(chosen).then((read) => change({ file: read }), (problem: Error) => setError(problem.message));
          }}
        />
        {error && <p className="note caution" role="alert"><span>{problems.length ? (problems.length === 1 ? 'One line does not fit, so nothing came in.' : `${problems.length} lines do not fit, so nothing came in.`) : error}</span></p>}
        {problems.length > 0 && <ul className="data-problems" aria-label="Lines that do not fit">{problems.slice(0, 200).map(({ line, reason }) => <li key={line}><span className="num muted">{`Line ${line}`}</span><span>{reason}</span></li>)}</ul>}
      </div>
    </Dialog>
  );
}
