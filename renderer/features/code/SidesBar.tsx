import { ChevronRight, X } from 'lucide-react';
import { usePlace } from '../../state/place.ts';
import { Button, IconButton, Select } from '../../ui/index.ts';
import { useDrawers } from '../shell/drawers.ts';
import { setCodeUi, showAnswer, useCodeUi } from './code-ui.ts';
import { type Column, columnWith, comparable, everyoneElse, firstSides, type Sides } from './sides.ts';
import type { CodeData } from './useCodeData.ts';

/** Under the question while two groups stand side by side: who stands on which side, and how many of them are coded. */
export function SidesBar({ data, sides }: { data: CodeData; sides: Sides }) {
  const attributes = comparable(data.attributes);
  const attribute = attributes.find(({ id }) => id === sides.attributeId);
  const set = (patch: Partial<Sides>) => setCodeUi({ sides: { ...sides, ...patch }, selection: null, walked: null });
  const shown = useShownColumns(data.columns);
  const hidden = data.columns.find((column) => !shown.includes(column));
  if (!attribute) return null;
  const values = attribute.values.map((value) => ({ value, label: value }));
  return (
    <div className="sides" role="group" aria-label="Two groups side by side">
      {shown.map((column) => (
        <div key={column.key} className="side">
          {column.key === 'left'
            ? <Select label="On the left" hideLabel size="sm" value={sides.left} options={values} onChange={(left) => set({ left, ...(sides.right === left ? { right: null } : {}) })} />
            : <Select label="On the right" hideLabel size="sm" value={sides.right ?? ''} options={[...values.filter(({ value }) => value !== sides.left), { value: '', label: everyoneElse }]} onChange={(right) => set({ right: right === '' ? null : right })} />}
          <span className="micro muted clip">{column.answers.filter((answer) => data.codings.has(answer.itemId)).length} of {column.answers.length} coded</span>
          {hidden && <Button size="sm" variant="quiet" className="side-other" onClick={() => crossTo(data.columns, hidden.key)}><span className="vh">Show </span><span className="clip">{hidden.name}</span><ChevronRight size={14} aria-hidden /></Button>}
          {column === shown.at(-1) && (
            <span className="side-by push">
              {attributes.length > 1 && <Select label="Groups by" hideLabel flat value={String(attribute.id)} options={attributes.map(({ id, name }) => ({ value: String(id), label: name }))} onChange={(id) => setCodeUi({ sides: firstSides(data.attributes, Number(id)), selection: null, walked: null })} />}
              <IconButton size="sm" label="One column again" keys={['B']} icon={<X size={14} />} onClick={leaveSides} />
            </span>
          )}
        </div>
      ))}
    </div>
  );
}

/** The columns that are shown: all, or, where two have no room, the group of the current answer. */
export function useShownColumns(columns: readonly Column[]): readonly Column[] {
  const single = useDrawers((drawers) => drawers.single) && columns.length > 1;
  const chosen = useCodeUi((ui) => ui.oneSide);
  const shown = usePlace(({ itemId }) => (single ? ((chosen?.itemId === itemId && columns.find(({ key }) => key === chosen.key)) || columnWith(columns, itemId)) : undefined));
  return shown ? [shown] : columns;
}

/** The answer of each group where one was last. */
const lastIn = new Map<Column['key'], number>();
export const noteSide = (column: Column, itemId: number): void => void lastIn.set(column.key, itemId);

/** To a group, at the answer where one was in it last, or at its first; false where one is there already. */
export function crossTo(columns: readonly Column[], to: Column['key']): false | undefined {
  const { itemId } = usePlace.getState();
  const other = columns.find(({ key }) => key === to);
  if (!other) return false;
  if (other === columnWith(columns, itemId)) {
    if (!useCodeUi.getState().oneSide) return false;
    setCodeUi({ oneSide: null });
    return undefined;
  }
  const answer = other.answers.find((each) => each.itemId === lastIn.get(to)) ?? other.answers[0];
  if (answer) showAnswer(answer.itemId);
  else setCodeUi({ oneSide: { key: to, itemId } });
  return undefined;
}

/** Back to one column, at the answer where one is. */
export function leaveSides(): void {
  setCodeUi({ sides: null, selection: null, walked: null });
}

/** Puts two groups beside each other, or takes them together again; false where nothing is known by which people differ. */
export function toggleSides(data: CodeData, sides: Sides | null): boolean {
  if (sides) leaveSides();
  else {
    const first = firstSides(data.attributes);
    if (!first) {
      setCodeUi({ said: 'Nothing is known about these people by which two groups could be told apart' });
      return false;
    }
    setCodeUi({ sides: first, selection: null, walked: null });
  }
  return true;
}

/** Where a column of answers holds nobody. */
export function NobodyHere({ name }: { name: string }) {
  return <div className="lone-side"><p className="muted small">Nobody of “{name}” answered this, or the filter leaves nobody.</p><Button size="sm" onClick={leaveSides}>One column again</Button></div>;
}
