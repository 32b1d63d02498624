import type { Inspection } from '../../../shared/domain/plan.ts';
import { Switch } from '../../ui/index.ts';
import { AllSamples, Samples } from './Samples.tsx';
import type { Importing } from './useImport.ts';
import { many } from './words.ts';

/** Answers that a rich text box wrote in HTML: for each question, whether they are read as the text that people saw. */
export function HtmlInAnswers({ inspection, importing }: { inspection: Inspection; importing: Importing }) {
  const found = inspection.html.flatMap((each) => {
    const column = importing.columns.find(({ index }) => index === each.column);
    return column ? [{ ...each, column, on: importing.wishes.columns[column.index]?.html ?? each.read }] : [];
  });
  if (found.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="i-html">
      <h3 id="i-html">HTML in answers</h3>
      <p className="small soft">A rich text box wrote codes into these answers, such as “&amp;amp;” for “&amp;” or “&lt;br&gt;” for a new line. Read as text, they are what people saw; what was there stays on record.</p>
      {found.map(({ column, answers, places, samples, on }) => (
        <div key={column.index} className="html-of">
          <div className="sec-h">
            <span className="small clip" title={column.wording}>
              {column.shortName}
            </span>
            <span className="small soft">
              <Switch checked={on} onChange={(html) => importing.setColumn(column, { html })} label={<span>Read as text<span className="vh">: {column.shortName}</span></span>} />
            </span>
          </div>
          <p className="small muted">
            {many(answers, 'answer')}. {on ? `This is how ${answers === 1 ? 'it' : 'they'} will read:` : `${answers === 1 ? 'It stays as it is' : 'They stay as they are'}; read as text:`}
          </p>
          <Samples samples={samples.slice(0, 3)} repair={on} />
          <AllSamples title={`HTML in “${column.shortName}”`} samples={samples} count={places} repair={on} />
        </div>
      ))}
    </section>
  );
}
