import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import { usePlace } from '../../state/place.ts';
import { useCommands } from '../../ui/commands.ts';
import { Button, Check, IconButton, Popover, Segmented, Select } from '../../ui/index.ts';
import { setCodeUi } from './code-ui.ts';
import { type Examination, type Filter, fits, isFilter, noFilter } from './filters.ts';
import type { CodeData } from './useCodeData.ts';

/** Shows all answers again, at the place where one was. */
export function showAll(): void {
  const { itemId } = usePlace.getState();
  setCodeUi({ filter: noFilter, reveal: itemId === null ? null : { itemId, at: null } });
}

const states: { value: Examination; label: string }[] = [{ value: 'all', label: 'All' }, { value: 'uncoded', label: 'Not coded yet' }, { value: 'coded', label: 'Coded' }, { value: 'examined', label: 'Nothing to code' }];

/** Shows only some answers. One that is not among them cannot stay the current one. */
export function showOnly(data: CodeData, filter: Filter): void {
  const current = data.answerOf.get(usePlace.getState().itemId ?? 0);
  if (current && !fits(current, filter, data)) usePlace.getState().go({ itemId: null });
  setCodeUi({ filter, selection: null, walked: null });
}

/** Chooses which answers are shown: by what people are, by a code, by how far the coding has come. */
export function FilterButton({ data }: { data: CodeData }) {
  const { filter } = data;
  const [open, setOpen] = useState(false);
  // The palette gives the keyboard back first.
  useCommands([{ id: 'code-filter', label: 'Choose which answers to show', also: 'filter attribute uncoded unread people', run: () => void setTimeout(() => setOpen(true)) }]);
  const set = (patch: Partial<Filter>) => showOnly(data, { ...filter, ...patch });
  const attributes = data.attributes.filter((attribute) => attribute.values.length > 1 && attribute.values.length <= 60);
  const attribute = attributes.find((each) => each.id === filter.attribute?.id);
  const codes = data.codes.filter((code) => code.status === 'active');
  return (
    <Popover label="Which answers to show" open={open} onOpenChange={setOpen} align="end" className="filter" trigger={<IconButton label="Which answers to show" pressed={isFilter(filter)} icon={<ListFilter size={16} />} />}>
      <Segmented<Examination> label="How far coded" value={filter.state} options={states} onChange={(state) => set({ state })} />
      {attributes.length > 0 && (
        <div className="filter-two">
          <Select label="People by" size="sm" value={String(attribute?.id ?? '')} options={[{ value: '', label: 'Everybody' }, ...attributes.map((each) => ({ value: String(each.id), label: each.name }))]}
            onChange={(id) => { const chosen = attributes.find((each) => String(each.id) === id); set({ attribute: chosen ? { id: chosen.id, value: chosen.values[0] ?? '' } : null }); }} />
          {attribute && <Select label={attribute.name} size="sm" value={filter.attribute?.value ?? ''} options={attribute.values.map((value) => ({ value, label: value }))} onChange={(value) => set({ attribute: { id: attribute.id, value } })} />}
        </div>
      )}
      <Select label="Coded with" size="sm" value={String(filter.codeId ?? '')} options={[{ value: '', label: 'Any code or none' }, ...codes.map((code) => ({ value: String(code.id), label: code.name }))]} onChange={(id) => set({ codeId: id === '' ? null : Number(id) })} />
      <Check label="Only answers that are not read yet" checked={filter.unread} onChange={(unread) => set({ unread })} />
      <p className="hstack small muted" aria-live="polite">{data.answers.length} of {data.all.length} answers{isFilter(filter) && <Button size="sm" variant="quiet" className="push" onClick={showAll}>Show all</Button>}</p>
    </Popover>
  );
}
