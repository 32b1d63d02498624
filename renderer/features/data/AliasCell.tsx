import { useState } from 'react';
import type { Participant } from '../../../shared/domain/types.ts';
import { useCommand } from '../../data/useCommand.ts';
import { InPlace } from './InPlace.tsx';

/** A person's number in another numbering, changed where it stands. Enter keeps it, Escape does not, empty takes it away. */
export function AliasCell({ person, schemeId, schemeName }: { person: Participant; schemeId: number; schemeName: string }) {
  const set = useCommand('alias.set');
  const [draft, setDraft] = useState<string | null>(null);
  const label = person.aliases[schemeId] ?? '';

  async function keep() {
    const wanted = draft?.trim() ?? label;
    setDraft(null);
    if (wanted !== label) await set({ participantId: person.id, schemeId, label: wanted });
  }

  if (draft === null)
    return (
      <button type="button" className={`data-edit ${label === '' ? 'muted' : ''}`} aria-label={`${schemeName} of ${person.shown}: ${label || 'none'}. Change`} onClick={() => setDraft(label)}>
        {label || '–'}
      </button>
    );
  return <InPlace label={`${schemeName} of ${person.shown}`} value={draft} maxLength={60} onChange={setDraft} onKeep={() => void keep()} onDrop={() => setDraft(null)} />;
}
