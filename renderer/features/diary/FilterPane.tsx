import { BookX, CheckCheck, FileText, NotebookPen, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DiaryEntry } from '../../../shared/contract/record.ts';
import { type Filter, passes, sameFilter } from './filters.ts';
import { triggers } from './triggers.ts';

const phaseNames = ['Familiarise', 'Code', 'Build themes', 'Review', 'Define', 'Report'];

interface Props {
  entries: readonly DiaryEntry[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
}

/** Which entries are shown: by type, by how the team stands to them, by phase, by report. */
export function FilterPane({ entries, filter, onFilter }: Props) {
  const count = (each: Filter) => entries.reduce((sum, entry) => sum + (passes(entry, each) ? 1 : 0), 0);
  const row = (each: Filter, icon: ReactNode, name: string) => {
    const selected = sameFilter(each, filter);
    return (
      <button
        key={name}
        type="button"
        className={`fl ${selected ? 'is-selected' : ''}`}
        aria-pressed={selected}
        onClick={() => onFilter(selected ? { kind: 'all' } : each)}
      >
        {icon}
        <span className="clip">{name}</span> <span className="count">{count(each)}</span>
      </button>
    );
  };
  const phasesWithEntries = phaseNames.map((name, index) => ({ name, phase: index + 1 })).filter(({ phase }) => count({ kind: 'phase', phase }) > 0);

  return (
    <section className="pane diary-filters" aria-label="Filters">
      <div className="pane-h">
        <h1>Diary</h1>
      </div>
      {row({ kind: 'all' }, <NotebookPen size={15} aria-hidden />, 'All entries')}
      <h2 className="sect-h">Type</h2>
      {triggers.map(({ trigger, name, icon: Icon }) => row({ kind: 'trigger', trigger }, <Icon size={15} aria-hidden />, name))}
      <h2 className="sect-h">Team</h2>
      {row({ kind: 'toDiscuss' }, <Users size={15} aria-hidden />, 'To discuss')}
      {row({ kind: 'discussed' }, <CheckCheck size={15} aria-hidden />, 'Discussed')}
      {phasesWithEntries.length > 0 && <h2 className="sect-h">Phase</h2>}
      {phasesWithEntries.map(({ name, phase }) =>
        row(
          { kind: 'phase', phase },
          <span className="fl-n" aria-hidden>
            {phase}
          </span>,
          name,
        ),
      )}
      <h2 className="sect-h">Report</h2>
      {row({ kind: 'inReport' }, <FileText size={15} aria-hidden />, 'In the report')}
      {row({ kind: 'leftOut' }, <BookX size={15} aria-hidden />, 'Left out')}
    </section>
  );
}
