import { Command } from 'cmdk';
import type { ReactNode } from 'react';
import { fold, foldTyped } from '../../../shared/domain/search/fold.ts';

export interface Pick { key: string; name: string; detail?: string; icon?: ReactNode; depth?: number; group?: string; run: () => void }

interface Props {
  label: string; placeholder: string; picks: readonly Pick[];
  /** What can be made from the words typed so far. */
  makes?: (typed: string) => readonly Pick[];
  typed: string; onTyped: (typed: string) => void; empty: string;
}

/** A list that is searched by typing; arrows and Enter choose. */
export function Picker({ label, placeholder, picks, makes, typed, onTyped, empty }: Props) {
  const words = foldTyped(typed);
  const found = words === '' ? picks : picks.filter((pick) => fold(`${pick.name} ${pick.detail ?? ''}`).includes(words));
  const made = words === '' ? [] : (makes?.(typed.trim()) ?? []);
  const groups = [...new Set(found.map((pick) => pick.group ?? ''))];
  return (
    <Command label={label} shouldFilter={false} className="picker" loop>
      <Command.Input className="input" placeholder={placeholder} value={typed} onValueChange={onTyped} autoFocus />
      <Command.List className="picker-list" label={label}>
        {found.length === 0 && made.length === 0 && <p className="muted small picker-none">{empty}</p>}
        {groups.map((group) => {
          const items = found.filter((pick) => (pick.group ?? '') === group).map((pick) => <PickItem key={pick.key} pick={pick} indent={words === ''} />);
          return group === '' ? items : <Command.Group key={group} heading={group} className="picker-group">{items}</Command.Group>;
        })}
        {made.map((pick) => <PickItem key={pick.key} pick={pick} indent={false} />)}
      </Command.List>
    </Command>
  );
}

function PickItem({ pick, indent }: { pick: Pick; indent: boolean }) {
  return (
    <Command.Item value={pick.key} className="menu-item" onSelect={pick.run} data-depth={indent ? Math.min(pick.depth ?? 0, 5) : 0}>
      {pick.icon}
      <span className="clip">{pick.name}</span>
      {pick.detail && (!indent || (pick.depth ?? 0) === 0) && <span className="muted small clip push">{pick.detail}</span>}
    </Command.Item>
  );
}
