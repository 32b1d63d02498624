import { useState } from 'react';
import { call } from '../../data/call.ts';
import { useQuery } from '../../data/useQuery.ts';
import { toast } from '../../ui/toast.ts';
import { Button, Field } from '../../ui/index.ts';
import { plural } from './board-model.ts';
import { moment } from './dates.ts';
import { undo } from './useThemeActions.ts';

/** A named picture of the whole structure as it is now; exports and the development figure compare them. */
export function Milestones({ onKept }: { onKept: () => void }) {
  const milestones = useQuery('milestone.list', {}).data ?? [];
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [error, setError] = useState<string>();
  const keep = async () => {
    if (name.trim() === '') return;
    const result = await call('milestone.create', { name, note });
    if (!result.ok) return setError(result.error.message);
    onKept();
    toast({ text: `Kept “${name.trim()}”. Exports can show how the analysis stood now.`, action: undo });
  };
  return (
    <form className="vstack" onSubmit={(event) => { event.preventDefault(); void keep(); }}>
      <b>Keep this moment</b>
      <p className="soft small">Codes, themes and places of all analyses are kept as they are now, under a name. Nothing changes here.</p>
      <Field label="Name" value={name} onChange={(text) => { setName(text); setError(undefined); }} error={error} placeholder={`Step ${milestones.length + 1}: candidate themes`} autoFocus maxLength={200} />
      <Field label={<>What has happened since? <span className="req">If you like</span></>} multiline value={note} onChange={setNote} />
      <div className="hstack"><span className="push" /><Button variant="primary" type="submit" why={name.trim() === '' ? 'Give the moment a name first.' : undefined}>Keep this moment</Button></div>
      {milestones.length > 0 && (
        <section className="kept">
          <h3 className="label">Kept so far</h3>
          <ul>
            {milestones.map((each) => (
              <li key={each.id}><b>{each.name}</b><span className="muted small">{moment(each.at)}. {plural(each.codes, 'code')}, {plural(each.themes, 'theme')}</span>{each.note && <p className="soft small">{each.note}</p>}</li>
            ))}
          </ul>
        </section>
      )}
    </form>
  );
}
