import { useCommand } from '../../data/useCommand.ts';
import { Segmented, Select } from '../../ui/index.ts';

interface Props {
  question: { id: number; shortName: string; closedId: number | null; tie: '' | 'other' | 'comment' };
  attributes: readonly { id: number; name: string }[];
}

/** The closed question that a question belongs to: as the reason for its answer, or as the “other” that its options leave open. */
export function TieField({ question: { id, shortName, closedId, tie }, attributes }: Props) {
  const setTie = useCommand('survey.setTie');
  const kind = tie === 'other' ? 'other' : 'comment';
  return (
    <div className="tie-field">
      <Select
        label="Belongs to the closed question"
        size="sm"
        value={closedId === null ? '' : String(closedId)}
        options={[{ value: '', label: 'None' }, ...attributes.map((attribute) => ({ value: String(attribute.id), label: attribute.name }))]}
        onChange={(value) => void setTie({ questionId: id, closedId: value === '' ? null : Number(value), tie: kind })}
      />
      {closedId !== null && (
        <Segmented
          label={`“${shortName}” is`}
          value={kind}
          options={[
            { value: 'comment', label: 'The reason for it' },
            { value: 'other', label: 'Its “other”' },
          ]}
          onChange={(next) => void setTie({ questionId: id, closedId, tie: next })}
        />
      )}
    </div>
  );
}
