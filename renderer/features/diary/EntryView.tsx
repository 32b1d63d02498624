import { CheckCheck, Ellipsis, EyeOff, Users } from 'lucide-react';
import { useState } from 'react';
import type { DiaryEntry } from '../../../shared/contract/record.ts';
import { useCommand } from '../../data/useCommand.ts';
import { IconButton, Menu } from '../../ui/index.ts';
import { Composer, type Draft } from './Composer.tsx';
import { longDay, shortDay, timeOf } from './dates.ts';
import { DiscussForm } from './DiscussForm.tsx';
import { EntryLinks } from './EntryLinks.tsx';
import { isDiscussed } from './filters.ts';
import { toInput } from './links.ts';
import { triggerOf } from './triggers.ts';
import type { EntryActions } from './useEntryActions.ts';

interface Props {
  entry: DiaryEntry;
  actions: EntryActions;
  current: boolean;
  onFocus: () => void;
}

/** One entry: when, what made one write, the words, what it is about, and how the team stands to it. */
export function EntryView({ entry, actions, current, onFocus }: Props) {
  const { name, icon: Icon } = triggerOf(entry.trigger);
  const mode = actions.mode?.id === entry.id ? actions.mode.kind : null;
  return (
    <article
      className={`en ${current ? 'is-current' : ''}`}
      tabIndex={current ? 0 : -1}
      data-entry={entry.id}
      aria-label={`${name}, ${longDay(entry.at)}, ${timeOf(entry.at)}`}
      onFocus={onFocus}
    >
      <span className="tm">{timeOf(entry.at)}</span>
      <div className="en-b">
        <div className="hd">
          <Icon size={15} aria-hidden />
          <b>{name}</b>
          {!entry.inReport && (
            <span className="tag">
              <EyeOff size={13} aria-hidden />
              Not in the report
            </span>
          )}
          <TeamState entry={entry} />
          <EntryMenu entry={entry} actions={actions} />
        </div>
        {mode === 'edit' ? (
          <EditEntry entry={entry} onDone={actions.finish} />
        ) : (
          <>
            <p className="tx">{entry.text}</p>
            <EntryLinks links={entry.links} />
          </>
        )}
        {mode === 'discuss' ? (
          <DiscussForm entry={entry} onDone={actions.finish} />
        ) : (
          entry.outcome !== '' && (
            <p className="outcome">
              <span className="muted">{`Outcome, with ${entry.discussedWith}: `}</span>
              {entry.outcome}
            </p>
          )
        )}
      </div>
    </article>
  );
}

function TeamState({ entry }: { entry: DiaryEntry }) {
  if (isDiscussed(entry) && !entry.toDiscuss)
    return (
      <span className="team done">
        <CheckCheck size={15} aria-hidden />
        {`Discussed with ${entry.discussedWith}, ${shortDay(entry.discussedOn)}`}
      </span>
    );
  if (entry.toDiscuss)
    return (
      <span className="team">
        <Users size={15} aria-hidden />
        To discuss
      </span>
    );
  return <span className="push" />;
}

function EntryMenu({ entry, actions }: { entry: DiaryEntry; actions: EntryActions }) {
  return (
    <Menu
      align="end"
      label="Entry"
      trigger={<IconButton size="sm" className="en-menu" label="What to do with this entry" icon={<Ellipsis size={15} />} />}
      items={[
        { label: 'Change the entry', keys: ['E'], run: () => actions.edit(entry) },
        { label: entry.toDiscuss ? 'Nothing to discuss' : 'To discuss with the team', keys: ['T'], run: () => actions.toggleDiscuss(entry) },
        { label: isDiscussed(entry) ? 'Change what was discussed' : 'Mark as discussed', keys: ['D'], run: () => actions.discuss(entry) },
        { label: entry.inReport ? 'Leave out of the report' : 'Show in the report', keys: ['R'], run: () => actions.toggleReport(entry) },
        'separator',
        { label: 'Remove the entry', keys: ['Del'], danger: true, run: () => actions.remove(entry) },
      ]}
    />
  );
}

function EditEntry({ entry, onDone }: { entry: DiaryEntry; onDone: () => void }) {
  const update = useCommand('diary.update');
  const [draft, setDraft] = useState<Draft>({
    text: entry.text,
    trigger: entry.trigger,
    toDiscuss: entry.toDiscuss,
    links: entry.links.filter((link) => !link.gone).map((link) => ({ link: toInput(link), name: link.text, ink: link.ink })),
  });
  async function save(changed: Draft): Promise<boolean> {
    const result = await update({
      id: entry.id,
      text: changed.text,
      trigger: changed.trigger ?? 'other',
      toDiscuss: changed.toDiscuss,
      links: changed.links.map(({ link }) => link),
    });
    if (result.ok) onDone();
    return result.ok;
  }
  return <Composer label="Change the entry" saveLabel="Keep the change" autoFocus draft={draft} onChange={setDraft} onSave={save} onCancel={onDone} />;
}
