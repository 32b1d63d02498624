import { ChevronsUpDown, Fingerprint, ListTree, type LucideIcon, Minus, Tag } from 'lucide-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { ColumnRole, PlanColumn } from '../../../shared/domain/plan.ts';
import { Menu } from '../../ui/index.ts';
import type { Importing } from './useImport.ts';
import { ColumnDetails } from './ColumnDetails.tsx';
import { columnLabel, roleNames, roles, rowWords } from './words.ts';

export const roleIcons: Readonly<Record<ColumnRole, LucideIcon>> = { question: ListTree, attribute: Tag, participant: Fingerprint, ignore: Minus };

interface Props {
  column: PlanColumn;
  columns: readonly PlanColumn[];
  row: number;
  /** It stands under the stem of its grid, which is not repeated. */
  inGrid: boolean;
  onColumn: Importing['setColumn'];
  onRole: Importing['setRole'];
  onName: Importing['setName'];
}

/** One column: its name, wording and fill, what it is used as, and what it will be called. */
export function ColumnRow({ column, columns, row, inGrid, onColumn, onRole, onName }: Props) {
  const { role, name, filled, reason } = column;
  const wording = inGrid ? rowWords(column) : column.wording;
  const label = columnLabel(column);
  const Icon = roleIcons[role];
  const onKey = (event: KeyboardEvent) => {
    const chosen = roles.find((each) => roleNames[each].key === event.key.toLowerCase());
    if (!chosen || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    onRole(column, chosen);
  };
  return (
    <tr className={[role === 'ignore' ? 'ign' : '', inGrid ? 'in-grid' : ''].filter(Boolean).join(' ')} aria-rowindex={row}>
      <td className="k">
        <div className="clip" title={name}>
          {label}
        </div>
      </td>
      <td className="w">
        <bdi className="clip" title={column.wording}>
          {wording}
        </bdi>
      </td>
      <td className="num">{filled.toLocaleString('en-GB')}</td>
      <td>
        <Menu
          label={`Use ${label} as`}
          trigger={
            <button type="button" className="use" aria-label={`${label}: ${roleNames[role].name}`} onKeyDown={onKey}>
              <Icon size={15} aria-hidden />
              <span className="clip">{roleNames[role].name}</span>
              <ChevronsUpDown size={13} aria-hidden />
            </button>
          }
          items={roles.map((each) => {
            const Each = roleIcons[each];
            return {
              icon: <Each size={16} aria-hidden />,
              label: (
                <>
                  {roleNames[each].name}
                  <small className="use-about">{roleNames[each].about}</small>
                </>
              ),
              checked: each === role,
              run: () => onRole(column, each),
            };
          })}
        />
      </td>
      <td className="call">
        {role === 'question' || role === 'attribute' ? <ShortName column={column} onName={onName} /> : null}
        {role === 'question' ? (
          <ColumnDetails column={column} columns={columns} onChange={onColumn} />
        ) : (
          <span className="small muted clip" title={reason}>
            {role === 'ignore' || role === 'participant' || reason !== 'Chosen by you' ? reason : ''}
          </span>
        )}
      </td>
    </tr>
  );
}

/** The name that the interface uses; committed on Enter or on leaving. */
function ShortName({ column, onName }: { column: PlanColumn; onName: Props['onName'] }) {
  const [draft, setDraft] = useState(column.shortName);
  useEffect(() => setDraft(column.shortName), [column.shortName]);
  const commit = () => {
    const next = draft.trim();
    if (next && next !== column.shortName) onName(column, next);
    else setDraft(column.shortName);
  };
  return (
    <input
      className="short"
      value={draft}
      maxLength={80}
      aria-label={`Short name of ${columnLabel(column)}`}
      title={column.shortName}
      spellCheck={false}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') setDraft(column.shortName);
      }}
    />
  );
}
