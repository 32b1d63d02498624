import { Check, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Inspection } from '../../../shared/domain/plan.ts';
import { Switch } from '../../ui/index.ts';
import { AskedSection } from './Asked.tsx';
import { Companions } from './Companions.tsx';
import { Damage } from './Damage.tsx';
import { HtmlInAnswers } from './HtmlInAnswers.tsx';
import { PlanBar } from './PlanBar.tsx';
import { ReadDifferently } from './ReadDifferently.tsx';
import { RowsSection } from './RowsSection.tsx';
import { SameQuestions } from './SameQuestions.tsx';
import { TypedBeside } from './TypedBeside.tsx';
import type { Importing } from './useImport.ts';
import { fileSize, headerWords, looksLike, many, respondentWords, sentence, textWords } from './words.ts';

/** The file, how it was read, its damage, and what is worth a look. */
export function SidePane({ importing, inspection, onChecked }: { importing: Importing; inspection: Inspection; onChecked: () => void }) {
  const [differently, setDifferently] = useState(false);
  const { evidence } = inspection;
  const hidden = importing.columns.filter(({ role, reason }) => role === 'ignore' && reason === 'Could identify people').length;
  // What is decided in a part of its own is said there.
  const there = new Set([...inspection.found, ...inspection.twins, ...inspection.html, ...inspection.typed].map((each) => each.sentence));
  const warnings = inspection.warnings.filter((warning) => !there.has(warning));
  return (
    <aside className="i-side pane" aria-label="The file">
      <div className="file">
        <span className="fi" aria-hidden>
          {inspection.file.name.split('.').at(-1)?.slice(0, 4).toUpperCase() ?? 'CSV'}
        </span>
        <div className="clip">
          <b title={inspection.file.name}>{inspection.file.name}</b>
          <br />
          <span className="small muted">{fileSize(inspection.file.size)}. The file itself is never changed.</span>
        </div>
      </div>
      <section className="sec" aria-labelledby="i-read">
        <h3 id="i-read">{looksLike(inspection)}</h3>
        {evidence.producer && <p className="small muted evidence">{sentence(evidence.producer)}</p>}
        <dl className="facts">
          <dt>Header rows</dt>
          <dd>{headerWords(inspection)}</dd>
          <dt>Respondents</dt>
          <dd>{respondentWords(inspection)}</dd>
          <dt>{inspection.sheet ? 'Sheet' : 'Text'}</dt>
          <dd>
            {inspection.sheet ? `${inspection.sheet}${inspection.sheets.length > 1 ? `, one of ${inspection.sheets.length}` : ''}` : textWords(inspection)}
            {evidence.encoding && <span className="small muted">{sentence(evidence.encoding)}</span>}
            {evidence.specials.length > 0 && (
              <ul className="specials small" aria-label="Special characters in the file">
                {evidence.specials.map((text) => (
                  <li key={text}>
                    <bdi>{text}</bdi>
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </dl>
        {inspection.long !== undefined && (
          <Switch
            checked={inspection.long !== null}
            onChange={(on) => importing.readAs({ long: on ? undefined : null })}
            label={<span className="small">A row for each answer: read as people and questions</span>}
          />
        )}
        <div className="read-links">
          <button type="button" className="link small" aria-expanded={differently} onClick={() => setDifferently(!differently)}>
            {differently ? 'Done' : 'Read it differently'}
          </button>
          <PlanBar inspection={inspection} importing={importing} />
        </div>
        {differently && <ReadDifferently inspection={inspection} readAs={importing.readAs} error={importing.error} />}
        <Companions inspection={inspection} importing={importing} />
      </section>
      {inspection.repairs.count > 0 && (
        <Damage repairs={inspection.repairs} repair={importing.wishes.repair ?? inspection.repairs.apply} onRepair={(repair) => importing.wish({ repair })} />
      )}
      <HtmlInAnswers inspection={inspection} importing={importing} />
      <TypedBeside inspection={inspection} importing={importing} />
      <SameQuestions importing={importing} />
      <AskedSection inspection={inspection} importing={importing} onChecked={onChecked} />
      <RowsSection inspection={inspection} importing={importing} />
      {(warnings.length > 0 || hidden > 0) && (
        <section className="sec" aria-labelledby="i-look">
          <h3 id="i-look">Worth a look</h3>
          <ul className="warns">
            {warnings.map((warning) => (
              <li key={warning}>
                <TriangleAlert size={15} aria-hidden />
                <span>{warning}</span>
              </li>
            ))}
            {hidden > 0 && (
              <li className="ok">
                <Check size={15} aria-hidden />
                <span>
                  {many(hidden, 'column')} that could identify people {hidden === 1 ? 'is' : 'are'} set to Ignore.
                </span>
              </li>
            )}
          </ul>
        </section>
      )}
    </aside>
  );
}
