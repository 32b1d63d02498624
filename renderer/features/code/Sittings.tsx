import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { CodingSitting } from '../../../shared/contract/coding.ts';
import { sittingsBars } from '../../../shared/charts/sittings-bars.ts';
import { useQuery } from '../../data/useQuery.ts';
import { useCommands } from '../../ui/commands.ts';
import { shortDay, timeOf } from '../diary/dates.ts';

const width = 260;
const height = 44;
const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** How many codes were new in each sitting: fewer and fewer is one sign, among others, that the codes begin to hold. */
export function Sittings({ analysisId }: { analysisId: number }) {
  const [open, setOpen] = useState(false);
  useCommands([{ id: 'code-sittings', label: open ? 'Hide new codes by sitting' : 'Show new codes by sitting', also: 'sessions chart saturation', run: () => setOpen(!open) }]);
  const sittings = useQuery('coding.sittings', open ? { analysisId } : null).data?.sittings;
  return (
    <div className="loose sittings" role="group" aria-label="New codes by sitting">
      <button type="button" className="tree-row group" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="tw">{open ? <ChevronDown size={13} /> : <ChevronRight size={13} />}</span><span className="clip">New codes by sitting</span>
      </button>
      {open && sittings && (sittings.length === 0 ? <p className="loose-i small muted">Nothing was coded by hand so far.</p> : <Chart sittings={sittings} />)}
    </div>
  );
}

function Chart({ sittings }: { sittings: readonly CodingSitting[] }) {
  const bars = sittingsBars(sittings.map((sitting) => sitting.newCodes), width, height);
  return (
    <div className="sittings-b">
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={inShort(sittings)}>
        {bars.map((bar) => <rect key={bar.place} x={bar.x} y={bar.y} width={bar.width} height={bar.height} className={sittings[bar.place]?.newCodes === 0 ? 'none' : ''}><title>{inWords(sittings[bar.place])}</title></rect>)}
      </svg>
      <p className="small">{inShort(sittings)}</p>
      <details>
        <summary className="small">All sittings</summary>
        <ol className="small muted">{sittings.toReversed().map((sitting) => <li key={sitting.startedAt}>{inWords(sitting)}</li>)}</ol>
      </details>
    </div>
  );
}

const inWords = (sitting: CodingSitting | undefined): string =>
  sitting ? `${shortDay(sitting.startedAt)}, ${timeOf(sitting.startedAt)}: ${many(sitting.newCodes, 'new code', 'new codes')}, ${many(sitting.codings, 'extract', 'extracts')} coded` : '';

/** The chart as a sentence. */
function inShort(sittings: readonly CodingSitting[]): string {
  const counts = sittings.map((sitting) => sitting.newCodes);
  const last = counts.at(-1) ?? 0;
  if (counts.length === 1) return `One sitting, with ${many(last, 'new code', 'new codes')}.`;
  const before = counts.slice(0, -1);
  const list = counts.slice(-8).join(', ');
  const course = last < Math.max(...before) && last <= (before.at(-1) ?? 0) ? ' Fewer than before.' : '';
  return `${counts.length > 8 ? 'In the last 8 sittings' : `In ${counts.length} sittings`}: ${list} new.${course}`;
}
