import { TriangleAlert } from 'lucide-react';
import type { CodingInspection, CodingRole } from '../../../shared/domain/coding-import.ts';
import { useQuery } from '../../data/useQuery.ts';
import { Check, Select } from '../../ui/index.ts';
import { fileSize } from '../import/words.ts';
import type { CodingImport } from './useCodingImport.ts';
import { many, roleNames, roleOrder } from './words.ts';

const roleOptions = roleOrder.map((value) => ({ value, label: roleNames[value] }));

/** The file, the part of it that is read, what its columns are for, and what is worth knowing. */
export function CodingSide({ importing, inspection }: { importing: CodingImport; inspection: CodingInspection }) {
  const { file } = importing;
  const { format, sections, section, columns, asAbove, warnings, rows, obstacle } = inspection;
  const size = file?.bytes.length ?? 0;
  return (
    <aside className="i-side pane" aria-label="The file">
      <div className="file">
        <span className="fi" aria-hidden>{format.toUpperCase()}</span>
        <div className="clip">
          <b title={file?.fileName}>{file?.fileName}</b>
          <br />
          <span className="small muted">{fileSize(size)}. The file itself is never changed.</span>
        </div>
      </div>
      <section className="sec" aria-labelledby="ci-read">
        <h3 id="ci-read">{obstacle ? 'What is in which column?' : many(rows.length, 'row')}</h3>
        {sections.length > 1 && (
          <Select label={format === 'xlsx' ? 'Sheet' : 'Part'} value={section} options={sections.map((value) => ({ value, label: value || 'Before the first step' }))} onChange={importing.setSection} className="ci-section" />
        )}
        <ul className="ci-columns" aria-label="Columns">
          {columns.map((column) => (
            <li key={column.index} className={column.role === 'ignore' ? 'is-off' : ''}>
              <div className="clip">
                <span className="med clip" title={column.name}>{column.name}</span>
                <span className="small muted clip" title={column.sample.join(' · ')}>{column.sample[0] ?? 'Empty'}</span>
              </div>
              <Select label={`What “${column.name}” is for`} hideLabel size="sm" value={column.role} options={roleOptions} onChange={(role: CodingRole) => importing.setRole(column.index, role)} />
            </li>
          ))}
        </ul>
        {asAbove.rows > 0 && <Check checked={asAbove.on} onChange={importing.setAsAbove} label={`Empty cells mean the same as above (${many(asAbove.rows, 'row')})`} />}
      </section>
      {(warnings.length > 0 || obstacle !== '') && (
        <section className="sec" aria-labelledby="ci-look">
          <h3 id="ci-look">Worth a look</h3>
          <ul className="warns">
            {[...(obstacle ? [obstacle] : []), ...warnings].map((warning) => <li key={warning}><TriangleAlert size={15} aria-hidden /><span>{warning}</span></li>)}
          </ul>
        </section>
      )}
      {rows.length > 0 && <Into importing={importing} />}
      <NewNames inspection={inspection} />
    </aside>
  );
}

/** Where rows go that name no analysis themselves. */
function Into({ importing }: { importing: CodingImport }) {
  const analyses = useQuery('analysis.plain', {}).data?.filter(({ status }) => status === 'active') ?? [];
  const options = [{ value: '', label: 'The analysis of each question' }, ...analyses.map(({ name }) => ({ value: name, label: name }))];
  return (
    <section className="sec">
      <Select label="The codes go into" value={importing.analysis} options={options} onChange={importing.setAnalysis} className="ci-section" />
    </section>
  );
}

/** Codes and themes that the project does not have yet. */
function NewNames({ inspection: { newCodes, newThemes, newAnalyses, rows } }: { inspection: CodingInspection }) {
  if (rows.length === 0) return null;
  const lists = [{ names: newCodes, what: many(newCodes.length, 'new code') }, { names: newThemes, what: many(newThemes.length, 'new theme') }, { names: newAnalyses, what: many(newAnalyses.length, 'new analysis', 'new analyses') }].filter(({ names }) => names.length > 0);
  return (
    <section className="sec" aria-labelledby="ci-new">
      <h3 id="ci-new">What it would add</h3>
      {lists.length === 0 && <p className="small muted">Its codes and themes are in the project already.</p>}
      {lists.map(({ names, what }) => (
        <details key={what} className="ci-new">
          <summary>{what}</summary>
          <ul className="small soft">{[...new Set(names)].slice(0, 300).map((name) => <li key={name} className="clip" title={name}>{name}</li>)}{new Set(names).size > 300 && <li className="muted">and {new Set(names).size - 300} more</li>}</ul>
        </details>
      ))}
    </section>
  );
}
