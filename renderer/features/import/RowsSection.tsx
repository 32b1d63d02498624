import type { Inspection } from '../../../shared/domain/plan.ts';
import { Check, Select } from '../../ui/index.ts';
import type { Importing } from './useImport.ts';
import { columnLabel, many } from './words.ts';

interface Props {
  inspection: Inspection;
  importing: Importing;
}

const lineWords = (lines: readonly number[], count: number) =>
  `${count === 1 ? 'Line' : 'Lines'} ${lines.slice(0, 5).join(', ')}${count > 5 ? ` and ${(count - Math.min(5, lines.length)).toLocaleString('en-GB')} more` : ''}`;

/** Rows that may be no respondents, the events of a repeated form, and questions that stand twice: each can be decided either way. */
export function RowsSection({ inspection, importing }: Props) {
  const { found, events, twins, columns } = inspection;
  if (found.length === 0 && events.length === 0 && twins.length === 0) return null;
  const label = (index: number) => {
    const column = columns.find((each) => each.index === index);
    return column ? columnLabel(column) : `Column ${index + 1}`;
  };
  return (
    <section className="sec" aria-labelledby="i-rows">
      <h3 id="i-rows">To decide</h3>
      {events.length > 0 && (
        <div className="i-event">
          <Select
            label="Rows of the event"
            size="sm"
            value={inspection.event}
            options={[{ value: '', label: 'All events' }, ...events.map(({ name, rows }) => ({ value: name, label: `${name || '(none)'}: ${many(rows, 'row')}` }))]}
            onChange={(event) => importing.wish({ event })}
          />
        </div>
      )}
      <ul className="decide">
        {found.map(({ kind, count, lines, leftOut, words, sentence }) => (
          <li key={kind}>
            <Check checked={leftOut} onChange={(leaveOut) => importing.setRows(kind, leaveOut)} label={`Leave out ${count.toLocaleString('en-GB')} ${words}`} />
            <span className="small muted">{leftOut || sentence === '' ? `${lineWords(lines, count)}.` : sentence}</span>
          </li>
        ))}
        {twins.map(({ column, into, merged, sentence }) => {
          const twin = columns.find(({ index }) => index === column);
          return twin ? (
            <li key={`column ${column}`}>
              <Check
                checked={merged}
                onChange={(merge) => importing.setColumn(twin, { mergedWith: merge ? into : null, ...(merge ? {} : { role: columns.find(({ index }) => index === into)?.role ?? 'question' }) })}
                label={`Merge ${label(column)} into ${label(into)}`}
              />
              <span className="small muted">{sentence || 'The same question, asked in two places of the survey.'}</span>
            </li>
          ) : null;
        })}
      </ul>
    </section>
  );
}
