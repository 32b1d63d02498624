import { useState } from 'react';
import type { DiaryEntry } from '../../../shared/contract/record.ts';
import { useCommand } from '../../data/useCommand.ts';
import { Button, Field } from '../../ui/index.ts';
import { today } from './dates.ts';

/** With whom, when, and what came of it. The last person and day are proposed, as a team talk covers several entries. */
const last = { with: '', on: '' };

export function DiscussForm({ entry, onDone }: { entry: DiaryEntry; onDone: () => void }) {
  const discuss = useCommand('diary.discuss', { quiet: true });
  const [person, setPerson] = useState(entry.discussedWith || last.with);
  const [on, setOn] = useState(entry.discussedOn || last.on || today());
  const [outcome, setOutcome] = useState(entry.outcome);
  const [error, setError] = useState<string>();

  async function save() {
    const result = await discuss({ id: entry.id, with: person, on, outcome });
    if (!result.ok) return setError(person.trim() === '' ? 'With whom did you discuss it?' : result.error.message);
    Object.assign(last, { with: person, on });
    onDone();
  }

  return (
    <form
      className="discuss"
      aria-label="Discussed"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onDone();
        }
      }}
    >
      <Field label="Discussed with" value={person} onChange={setPerson} autoFocus error={error} size="sm" placeholder="Supervisor, co-author, group" />
      <Field label="On" type="date" value={on} onChange={setOn} size="sm" />
      <Field label="What came of it" multiline value={outcome} onChange={setOutcome} className="wide" />
      <div className="hstack wide">
        <Button size="sm" variant="primary" type="submit">
          Mark as discussed
        </Button>
        <Button size="sm" variant="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
