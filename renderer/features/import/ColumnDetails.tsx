import { Link2, SlidersHorizontal } from 'lucide-react';
import type { PlanColumn } from '../../../shared/domain/plan.ts';
import { Popover, Segmented, Select } from '../../ui/index.ts';
import type { Importing } from './useImport.ts';
import { columnLabel, tieWords } from './words.ts';

interface Props {
  column: PlanColumn;
  columns: readonly PlanColumn[];
  onChange: Importing['setColumn'];
}

/** What a free-text question belongs to: shown where it belongs to something, and changed in a small panel. */
export function ColumnDetails({ column, columns, onChange }: Props) {
  const label = columnLabel(column);
  const words = tieWords(column, columns);
  const closed = columns.filter(({ role, as }) => role === 'attribute' && !as);
  return (
    <Popover
      label={`What ${label} belongs to`}
      align="end"
      className="details"
      trigger={
        <button type="button" className={`tie ${words ? 'is-tied' : ''}`} aria-label={words ? `${label}: ${words}` : `More about ${label}`} title={words || `More about ${label}`}>
          {words ? <Link2 size={13} aria-hidden /> : <SlidersHorizontal size={13} aria-hidden />}
          {words && <span className="clip">{words}</span>}
        </button>
      }
    >
      <Select
        label="Belongs to the closed question"
        size="sm"
        value={column.tiedTo == null ? '' : String(column.tiedTo)}
        options={[{ value: '', label: 'None' }, ...closed.map(({ index, shortName, ...each }) => ({ value: String(index), label: shortName || columnLabel({ index, ...each }) }))]}
        onChange={(value) => onChange(column, value === '' ? { tiedTo: null } : { tiedTo: Number(value), tie: column.tie ?? 'comment' })}
      />
      {column.tiedTo != null && (
        <Segmented
          label="As"
          value={column.tie ?? 'comment'}
          options={[
            { value: 'comment', label: 'The reason for it' },
            { value: 'other', label: 'Its “other”' },
          ]}
          onChange={(tie) => onChange(column, { tiedTo: column.tiedTo ?? null, tie })}
        />
      )}
      <p className="small muted">
        {column.tieReason ?? 'The answer to the closed question is shown beside each answer, and counts can be compared by it.'}
      </p>
    </Popover>
  );
}
