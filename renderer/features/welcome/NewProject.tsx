import { type FormEvent, useState } from 'react';
import { Button, Field } from '../../ui/index.ts';

interface Props {
  purpose: 'import' | 'empty';
  onCreate: (title: string) => Promise<void>;
  onCancel: () => void;
}

/** Asks for the name of a project, in place. */
export function NewProject({ purpose, onCreate, onCancel }: Props) {
  const [title, setTitle] = useState('');
  const [error, setError] = useState<string>();

  function submit(event: FormEvent) {
    event.preventDefault();
    if (title.trim() === '') return setError('A project needs a name. You can change it later.');
    void onCreate(title.trim());
  }

  return (
    <form
      className="new-project"
      aria-label={purpose === 'import' ? 'Import responses' : 'New empty project'}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <Field
        label="What is the study called?"
        value={title}
        onChange={(value) => {
          setTitle(value);
          setError(undefined);
        }}
        error={error}
        autoFocus
        maxLength={200}
        hint={purpose === 'import' ? 'Next you choose the file of answers.' : 'It becomes one file on this computer.'}
      />
      <div className="hstack">
        <Button variant="primary" type="submit">
          {purpose === 'import' ? 'Choose the answers' : 'Make the project'}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
