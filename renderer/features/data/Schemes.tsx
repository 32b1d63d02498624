import { MoreHorizontal, Plus } from 'lucide-react';
import { useState } from 'react';
import type { AliasScheme } from '../../../shared/contract/alias.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useQuery } from '../../data/useQuery.ts';
import { Button, IconButton, Menu } from '../../ui/index.ts';
import { toast } from '../../ui/toast.ts';
import { showDataTab } from './data-ui.ts';
import { many } from './words.ts';

/** The other numberings by name, with how many people have a number there. */
export function Schemes({ people }: { people: number }) {
  const schemes = useQuery('alias.schemes', {}).data ?? [];
  const add = useCommand('alias.addScheme');
  const [adding, setAdding] = useState(false);
  return (
    <>
      {schemes.length > 0 && (
        <ul className="data-list" aria-label="Other numberings">
          {schemes.map((scheme) => <li key={scheme.id}><Scheme scheme={scheme} people={people} /></li>)}
        </ul>
      )}
      {adding ? (
        <NameField
          label="Name of the numbering"
          initial=""
          onDone={(name) => {
            setAdding(false);
            if (name) void add({ name });
          }}
        />
      ) : (
        <Button size="sm" variant="quiet" icon={<Plus size={14} aria-hidden />} onClick={() => setAdding(true)}>Start an empty numbering</Button>
      )}
    </>
  );
}

function Scheme({ scheme: { id, name, people: numbered }, people }: { scheme: AliasScheme; people: number }) {
  const rename = useCommand('alias.renameScheme');
  const remove = useCommand('alias.removeScheme');
  const undo = useCommand('history.undo');
  const [naming, setNaming] = useState(false);
  async function goAway() {
    const result = await remove({ id });
    if (result.ok) toast({ text: `“${name}” was removed, with ${many(result.value.numbers, 'number')}.`, action: { label: 'Undo', run: () => void undo({}) } });
  }
  if (naming)
    return (
      <NameField
        label={`New name of “${name}”`}
        initial={name}
        onDone={(wanted) => {
          setNaming(false);
          if (wanted && wanted !== name) void rename({ id, name: wanted });
        }}
      />
    );
  return (
    <div className="data-row">
      <span className="med clip">{name}</span>
      <span className="muted">{`${numbered} of ${many(people, 'person', 'people')}`}</span>
      <span className="push" />
      <Menu
        label={`Numbering ${name}`}
        align="end"
        trigger={<IconButton size="sm" label={`More about “${name}”`} icon={<MoreHorizontal size={16} />} />}
        items={[{ label: 'See and change the numbers', run: () => showDataTab('people') }, { label: 'Rename …', run: () => setNaming(true) }, 'separator', { label: 'Remove this numbering', danger: true, run: () => void goAway() }]}
      />
    </div>
  );
}

function NameField({ label, initial, onDone }: { label: string; initial: string; onDone: (name: string) => void }) {
  const [name, setName] = useState(initial);
  return (
    <input
      className="input sm data-name"
      aria-label={label}
      placeholder={label}
      value={name}
      maxLength={80}
      // biome-ignore lint/a11y/noAutofocus: it stands where somebody just pressed
      autoFocus
      onChange={(event) => setName(event.target.value)}
      onBlur={() => onDone(name.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onDone(name.trim());
        if (event.key === 'Escape') {
          event.stopPropagation();
          onDone('');
        }
      }}
    />
  );
}
