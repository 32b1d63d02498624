import { X } from 'lucide-react';
import { Button, IconButton, Select } from '../../ui/index.ts';
import { setCodeUi } from './code-ui.ts';
import { comparable, everyoneElse, firstSides, type Sides } from './sides.ts';
import type { CodeData } from './useCodeData.ts';

/** Under the question while two groups stand side by side: who stands on which side, and how many of them are coded. */
export function SidesBar({ data, sides }: { data: CodeData; sides: Sides }) {
  const attributes = comparable(data.attributes);
  const attribute = attributes.find(({ id }) => id === sides.attributeId);
  const set = (patch: Partial<Sides>) => setCodeUi({ sides: { ...sides, ...patch }, selection: null, walked: null });
  if (!attribute) return null;
  const values = attribute.values.map((value) => ({ value, label: value }));
  return (
    <div className="sides" role="group" aria-label="Two groups side by side">
      {data.columns.map((column) => (
        <div key={column.key} className="side">
          {column.key === 'left'
            ? <Select label="On the left" hideLabel size="sm" value={sides.left} options={values} onChange={(left) => set({ left, ...(sides.right === left ? { right: null } : {}) })} />
            : <Select label="On the right" hideLabel size="sm" value={sides.right ?? ''} options={[...values.filter(({ value }) => value !== sides.left), { value: '', label: everyoneElse }]} onChange={(right) => set({ right: right === '' ? null : right })} />}
          <span className="micro muted clip">{column.answers.filter((answer) => data.codings.has(answer.itemId)).length} of {column.answers.length} coded</span>
          {column.key === 'right' && (
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
