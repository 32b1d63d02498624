import { type FormEvent, useState } from 'react';
import type { School } from '../../../shared/domain/types.ts';
import { schools } from '../../data/schools.ts';
import { Button, Field, Select } from '../../ui/index.ts';

interface Props {
  purpose: 'import' | 'empty';
  onCreate: (title: string, school: School) => Promise<void>;
  onCancel: () => void;
}

/** Asks for the name of a project and which thematic analysis it declares, in place. */
export function NewProject({ purpose, onCreate, onCancel }: Props) {
  const [title, setTitle] = useState('');
  const [school, setSchool] = useState<School>('');
  const [error, setError] = useState<string>();

  function submit(event: FormEvent) {
    event.preventDefault();
    if (title.trim() === '') return setError('A project needs a name. You can change it later.');
    void onCreate(title.trim(), school);
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
      <Select label="Which thematic analysis is it?" value={school || 'open'} options={schools.map(({ school: value, label }) => ({ value: value || 'open', label }))} onChange={(value) => setSchool(schools.find((each) => each.school === value)?.school ?? '')} />
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
