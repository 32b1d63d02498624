import { Check, Select } from '../../ui/index.ts';

/** A closed question whose answer may have led to another question: an attribute, or a column that will become one. */
export interface AskedChoice {
  id: number;
  name: string;
  values: readonly string[];
}
interface Props {
  label: string;
  choices: readonly AskedChoice[];
  /** Null: everyone was asked. */
  value: { id: number; values: string[] } | null;
  onChange: (value: { id: number; values: string[] } | null) => void;
}

/** Who could answer a question: everyone, or those with certain answers to a closed question. At least one value stays chosen. */
export function AskedField({ label, choices, value, onChange }: Props) {
  const chosen = choices.find(({ id }) => id === value?.id);
  const select = (id: string) => {
    const choice = choices.find((each) => String(each.id) === id);
    onChange(choice ? { id: choice.id, values: choice.values.slice(0, 1) } : null);
  };
  const toggle = (each: string, on: boolean) => {
    if (!value) return;
    const values = on ? [...value.values, each] : value.values.filter((other) => other !== each);
    if (values.length) onChange({ ...value, values });
  };
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
        <div className="asked-values" role="group" aria-label={`${label}: those who said`}>
          {[...new Set([...chosen.values, ...value.values])].map((each) => (
            <Check key={each} checked={value.values.includes(each)} onChange={(on) => toggle(each, on)} label={each} />
          ))}
        </div>
      )}
    </div>
  );
}
