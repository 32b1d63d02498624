import { Check, Select } from '../../ui/index.ts';

/** A closed question whose answer may have led to another question: an attribute, or a column that will become one. */
export interface AskedChoice {
  id: number;
  name: string;
  values: readonly string[];
  /** Several of the values may stand in one answer, joined by it: they are options that were ticked. */
  separator?: string | undefined;
}
interface Asked {
  id: number;
  values: string[];
  separator?: string | undefined;
}
interface Props {
  label: string;
  choices: readonly AskedChoice[];
  /** Null: everyone was asked. */
  value: Asked | null;
  onChange: (value: Asked | null) => void;
}

/** Who could answer a question: everyone, or those with certain answers to a closed question. At least one value stays chosen. */
export function AskedField({ label, choices, value, onChange }: Props) {
  const chosen = choices.find(({ id }) => id === value?.id);
  const select = (id: string) => {
    const choice = choices.find((each) => String(each.id) === id);
    onChange(choice ? { id: choice.id, values: choice.values.slice(0, 1), ...(choice.separator ? { separator: choice.separator } : {}) } : null);
  };
  const toggle = (each: string, on: boolean) => {
    if (!value) return;
    const values = on ? [...value.values, each] : value.values.filter((other) => other !== each);
    if (values.length) onChange({ ...value, values });
  };
  // Whole answers and options are not mixed: what was chosen as one stays so until another column is chosen.
  const offered = chosen && chosen.separator === value?.separator ? chosen.values : [];
  return (
    <div className="asked-field">
      <Select
        label={label}
        hideLabel
        size="sm"
        value={value ? String(value.id) : ''}
        options={[{ value: '', label: 'Everyone' }, ...choices.map(({ id, name }) => ({ value: String(id), label: `By “${name}”` }))]}
        onChange={select}
      />
      {value && chosen && (
        <div className="asked-values" role="group" aria-label={`${label}: those who ${value.separator ? 'ticked' : 'said'}`}>
          {[...new Set([...offered, ...value.values])].map((each) => (
            <Check key={each} checked={value.values.includes(each)} onChange={(on) => toggle(each, on)} label={each} />
          ))}
        </div>
      )}
    </div>
  );
}
