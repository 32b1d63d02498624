import type { Inspection } from '../../../shared/domain/plan.ts';
import { Select } from '../../ui/index.ts';
import type { Importing } from './useImport.ts';
import { delimiters, encodings } from './words.ts';

interface Props {
  inspection: Inspection;
  readAs: Importing['readAs'];
  error: string | null;
}

/** Header rows, separator and encoding, or the sheet of a workbook, for when the guess is wrong. Each choice is read at once. */
export function ReadDifferently({ inspection, readAs, error }: Props) {
  const { headerRows, delimiter, encoding, sheet, sheets } = inspection;
  const known = <T extends { value: string; label: string }>(options: readonly T[], value: string) =>
    (options.some((option) => option.value === value) ? options : [...options, { value, label: value }]).map((option) => ({
      value: option.value,
      label: option.label,
    }));
  return (
    <div className="differently">
      <Select
        label="Header rows"
        size="sm"
        value={String(headerRows)}
        options={known(
          ['0', '1', '2', '3', '4', '5'].map((value) => ({ value, label: value })),
          String(headerRows),
        )}
        onChange={(value) => readAs({ headerRows: Number(value) })}
      />
      {sheet ? (
        <Select
          label="Sheet"
          size="sm"
          value={sheet}
          options={sheets.map((name) => ({ value: name, label: name }))}
          onChange={(value) => readAs({ sheet: value })}
        />
      ) : (
        <>
          <Select label="Separator" size="sm" value={delimiter} options={known(delimiters, delimiter)} onChange={(value) => readAs({ delimiter: value })} />
          <Select label="Encoding" size="sm" value={encoding} options={known(encodings, encoding)} onChange={(value) => readAs({ encoding: value })} />
        </>
      )}
      {!sheet && !/\.(csv|tsv)$/i.test(inspection.file.name) && (
        <button type="button" className="link small" onClick={() => readAs({ format: 'txt' })}>
          Read as a document
        </button>
      )}
      {error && (
        <p className="small sec-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
