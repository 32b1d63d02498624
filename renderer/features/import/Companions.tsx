import { X } from 'lucide-react';
import { useRef } from 'react';
import type { Inspection } from '../../../shared/domain/plan.ts';
import type { Importing } from './useImport.ts';

interface Props {
  inspection: Inspection;
  importing: Importing;
}

/** Survey tools that write what their codes mean into a second file. */
const withKey: Readonly<Record<string, string>> = { 'Jisc Online Surveys': 'Add its key file…', REDCap: 'Add its data dictionary…' };

/** Files that say what the columns mean: the key of a Jisc survey, the data dictionary of a REDCap project. */
export function Companions({ inspection, importing }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  const offer = withKey[inspection.producer];
  if (!offer && inspection.companions.length === 0) return null;
  return (
    <div className="companions small">
      {inspection.companions.map(({ fileName, told }) => (
        <p key={fileName}>
          <span>
            <b>{fileName}</b> <span className="muted">{told}.</span>
          </span>
          <button type="button" className="iconbtn sm" aria-label={`Do without ${fileName}`} title={`Do without ${fileName}`} onClick={() => importing.removeCompanion(fileName)}>
            <X size={13} aria-hidden />
          </button>
        </p>
      ))}
      {offer && inspection.companions.length === 0 && (
        <button type="button" className="link small" onClick={() => chooser.current?.click()}>
          {offer}
        </button>
      )}
      <input
        ref={chooser}
        className="vh"
        type="file"
        accept=".csv,.txt,text/csv"
        aria-label="Key or dictionary"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) importing.choose(file);
        }}
      />
    </div>
  );
}
