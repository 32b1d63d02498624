import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { AttributeRisk } from '../../../../shared/contract/privacy.ts';
import { identifierKinds } from '../../../../shared/domain/identifiers/types.ts';
import { useCommand } from '../../../data/useCommand.ts';
import { useQuery } from '../../../data/useQuery.ts';
import { Button, Check, Dialog, Field } from '../../../ui/index.ts';
import { toast } from '../../../ui/toast.ts';
import { many } from '../words.ts';

const plural = new Map(identifierKinds.map(({ kind, plural: words }) => [kind, words.toLowerCase()]));

/** Closed answers that only one or two people gave, and ids that are addresses: they identify without a name in any text. */
export function ClosedAnswers() {
  const risks = useQuery('privacy.attributes', {}).data;
  const [doomed, setDoomed] = useState<{ risk: AttributeRisk; how: 'mask' | 'drop' } | null>(null);
  if (!risks) return <aside className="idf-side" aria-label="Closed answers" />;
  return (
    <aside className="idf-side" aria-label="Closed answers">
      <h2>Closed answers that could identify</h2>
      <p className="small soft">An answer that only one or two people gave can tell who it is, above all beside what they wrote.</p>
      {risks.ids && <p className="note caution"><TriangleAlert size={15} aria-hidden /><span>{`The ids of ${many(risks.ids.people, 'person', 'people')} look like ${risks.ids.kinds.map((kind) => plural.get(kind)).join(' and ')}. Show people by numbers instead (Numbering), and leave that column out of the next import.`}</span></p>}
      {risks.attributes.length === 0 && !risks.ids && <p className="small muted">Every closed answer was given by three people or more.</p>}
      {risks.attributes.map((risk) => (
        <section key={risk.attributeId} className="idf-risk" aria-label={risk.name}>
          <h3>{risk.name}</h3>
          <p className="small soft">
            {risk.rareValues > 0 && rareWords(risk)}
            {risk.inside.length > 0 && `Some look like ${risk.inside.map((kind) => plural.get(kind)).join(', ')}.`}
          </p>
          {risk.rare.length > 0 && <ul>{risk.rare.slice(0, 6).map(({ value, people }) => <li key={value}><span className="clip" title={value}>{value}</span><span className="n">{people}</span></li>)}</ul>}
          {risk.rareValues > 6 && <p className="small muted">{`and ${(risk.rareValues - 6).toLocaleString('en-GB')} more`}</p>}
          <div className="hstack">
            {risk.rare.length > 0 && <Button size="sm" onClick={() => setDoomed({ risk, how: 'mask' })}>Mask these …</Button>}
            <Button size="sm" variant="quiet" onClick={() => setDoomed({ risk, how: 'drop' })}>Remove all …</Button>
          </div>
        </section>
      ))}
      {doomed && <Doom risk={doomed.risk} how={doomed.how} onClose={() => setDoomed(null)} />}
    </aside>
  );
}

/** “Of 52 people, only one or two each gave these 3 answers (of 4 different ones).” */
const rareWords = ({ rareValues, values, people }: AttributeRisk) =>
  `Of ${many(people, 'person', 'people')}, only one or two ${rareValues === 1 ? 'gave this answer' : `each gave these ${rareValues.toLocaleString('en-GB')} answers`} (of ${values.toLocaleString('en-GB')} different ${values === 1 ? 'one' : 'ones'}). `;

function Doom({ risk, how, onClose }: { risk: AttributeRisk; how: 'mask' | 'drop'; onClose: () => void }) {
  const [label, setLabel] = useState('other');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState(false);
  const mask = useCommand('privacy.maskValues');
  const drop = useCommand('privacy.dropAttribute');
  const values = risk.rare.filter(({ value }) => !left.has(value));
  async function go() {
    setBusy(true);
    const result = how === 'drop' ? await drop({ attributeId: risk.attributeId }) : await mask({ attributeId: risk.attributeId, values: values.map(({ value }) => value), label });
    setBusy(false);
    if (!result.ok) return;
    onClose();
    toast({ text: how === 'drop' ? `“${risk.name}” is gone.` : `“${risk.name}” of ${many(result.value.people, 'person', 'people')} is masked.` });
  }
  const verb = how === 'drop' ? 'Remove for good' : 'Mask for good';
  return (
    <Dialog
      open onClose={onClose} title={how === 'drop' ? `Remove “${risk.name}” for good` : `Mask answers to “${risk.name}”`} className="idf-dialog"
      footer={<><span className="muted small" role="status">{busy ? 'Rewriting the project file …' : ''}</span><span className="push" /><Button variant="quiet" onClick={onClose} data-autofocus="">Cancel</Button><Button variant="danger" disabled={busy} why={how === 'mask' && (values.length === 0 || label.trim() === '') ? 'Choose answers and a label' : undefined} onClick={() => void go()}>{verb}</Button></>}
    >
      <div className="idf-dialog-b">
        {how === 'mask' && (
          <>
            <Field label="Shown instead, in brackets" value={label} onChange={setLabel} maxLength={60} />
            <div className="idf-values" role="group" aria-label="Answers to mask">
              {risk.rare.map(({ value, people }) => <Check key={value} checked={!left.has(value)} onChange={(on) => setLeft(new Set(on ? [...left].filter((each) => each !== value) : [...left, value]))} label={<>{value} <span className="n">{many(people, 'person', 'people')}</span></>} />)}
            </div>
            {risk.rareValues > risk.rare.length && <p className="small muted">{`These are the first ${risk.rare.length}; the others come when these are masked.`}</p>}
          </>
        )}
        <p className="note caution"><TriangleAlert size={15} aria-hidden /><span>{how === 'drop' ? `The answers of ${many(risk.people, 'person', 'people')} go from the project file, and conditions that rest on them (who could answer) are taken away.` : 'These answers go from the project file; everybody who gave one of them has the label instead.'} This cannot be undone. Files that you imported or exported, the name of the project file, and copies elsewhere are not touched.</span></p>
      </div>
    </Dialog>
  );
}
