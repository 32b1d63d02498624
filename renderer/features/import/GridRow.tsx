import { ChevronDown, ChevronRight, ChevronsUpDown } from 'lucide-react';
import type { ColumnRole } from '../../../shared/domain/plan.ts';
import { Menu } from '../../ui/index.ts';
import { roleIcons } from './ColumnRow.tsx';
import type { Grid } from './grids.ts';
import { roleNames, roles } from './words.ts';

interface Props {
  grid: Grid;
  row: number;
  open: boolean;
  onOpen: (open: boolean) => void;
  onRole: (role: ColumnRole) => void;
}

/** The stem of a grid over its columns: opens and closes them, and decides about all of them at once. */
export function GridRow({ grid: { stem, columns }, row, open, onOpen, onRole }: Props) {
  const Chevron = open ? ChevronDown : ChevronRight;
  const [first] = columns;
  const role = first && columns.every((each) => each.role === first.role) ? first.role : null;
  const Icon = role ? roleIcons[role] : null;
  return (
    <tr className="grid-row" aria-rowindex={row}>
      <td colSpan={3}>
        <button type="button" className="grid-open" aria-expanded={open} onClick={() => onOpen(!open)}>
          <Chevron size={14} aria-hidden />
          <bdi className="clip" title={stem}>
            {stem}
          </bdi>
          {' '}
          <span className="small muted">{columns.length} columns</span>
        </button>
      </td>
      <td>
        <Menu
          label={`Use all columns of “${stem}” as`}
          trigger={
            <button type="button" className="use" aria-label={`All ${columns.length} columns of ${stem}: ${role ? roleNames[role].name : 'different uses'}`}>
              {Icon && <Icon size={15} aria-hidden />}
              <span className="clip">{role ? roleNames[role].name : 'Different uses'}</span>
              <ChevronsUpDown size={13} aria-hidden />
            </button>
          }
          items={roles
            .filter((each) => each !== 'participant')
            .map((each) => {
              const Each = roleIcons[each];
              return { icon: <Each size={16} aria-hidden />, label: roleNames[each].name, checked: each === role, run: () => onRole(each) };
            })}
        />
      </td>
      <td />
    </tr>
  );
}
