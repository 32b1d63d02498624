import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { DeletionEffect } from '../../../shared/contract/removal.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useQuery } from '../../data/useQuery.ts';
import { Button, Check, Dialog } from '../../ui/index.ts';
import { toast } from '../../ui/toast.ts';
import { askToDelete, type Doomed, useDataUi } from './data-ui.ts';
import { listed, many } from './words.ts';

const titles = { question: 'Delete a question for good', import: 'Delete an import for good', participant: 'Withdraw somebody from the study' };

/** Asked before anything goes for good: everything that hangs on it, by name and number. */
export function DeleteDialog() {
  const doomed = useDataUi((ui) => ui.doomed);
  return doomed && <Asked key={`${doomed.kind}-${doomed.id}`} doomed={doomed} />;
}

function Asked({ doomed: { kind, id, name } }: { doomed: Doomed }) {
  const effect = useQuery('survey.deletionEffect', { kind, id }).data;
  const deleteQuestion = useCommand('survey.deleteQuestion');
  const deleteImport = useCommand('survey.deleteImport');
  const withdraw = useCommand('survey.withdraw');
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);
  const close = () => askToDelete(null);

  async function go() {
    setBusy(true);
    const result = kind === 'participant' ? await withdraw({ participantId: id }) : kind === 'import' ? await deleteImport({ id }) : await deleteQuestion({ id });
    setBusy(false);
    if (!result.ok) return;
    close();
    toast({ text: kind === 'participant' ? `${name} and everything they wrote is gone.` : `${name} is gone, with ${many(result.value.answers, 'answer')}.` });
  }

  return (
    <Dialog
      open
      onClose={close}
      title={titles[kind]}
      description={name}
      className="data-delete"
      footer={
        <>
          {effect && <Check checked={sure} onChange={setSure} label="I have read what goes" />}
          <span className="push" />
          <Button variant="quiet" onClick={close} data-autofocus="">
            Cancel
          </Button>
          {effect && (
            <Button variant="danger" why={sure ? undefined : 'Tick that you have read what goes'} disabled={busy} onClick={() => void go()}>
              {kind === 'participant' ? 'Withdraw for good' : 'Delete for good'}
            </Button>
          )}
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className="data-delete-b" tabIndex={0} role="region" aria-label="What goes">{effect ? <Effect effect={effect} person={kind === 'participant'} /> : <p className="muted">Looking at what hangs on it …</p>}</div>
    </Dialog>
  );
}

/** An analysis that goes, with what was built in it. */
function analysisWords({ name, codes, themes, merges }: DeletionEffect['analyses'][number]): string {
  const inside = [codes ? many(codes, 'code') : '', themes ? many(themes, 'theme') : '', merges ? many(merges, 'merge') : ''].filter(Boolean);
  return `the analysis “${name}”${inside.length ? `, with its ${listed(inside)}` : ', which has no codes'}: no other question is in it`;
}

function Effect({ effect, person }: { effect: DeletionEffect; person: boolean }) {
  const { codes, questions, attributes, analyses } = effect;
  const unused = codes.filter(({ left }) => left === 0);
  const lines = [
    person ? 'their id, their attributes and their number' : '',
    !person && effect.people ? `${many(effect.people, 'person who has', 'people who have')} nothing else in the project` : '',
    effect.documents ? many(effect.documents, 'document') : '',
    effect.answers ? many(effect.answers, 'answer') : '',
    questions.length ? `${many(questions.length, 'question')}: ${listed(questions.slice(0, 6).map((name) => `“${name}”`))}${questions.length > 6 ? ' …' : ''}` : '',
    attributes.length ? `${many(attributes.length, 'attribute')}: ${listed(attributes.slice(0, 8))}${attributes.length > 8 ? ' …' : ''}` : '',
    effect.codings ? many(effect.extracts, 'extract') : '',
    ...analyses.map(analysisWords),
    effect.noticings ? many(effect.noticings, 'note in the margin', 'notes in the margin') : '',
    effect.memos ? many(effect.memos, 'first impression') : '',
    effect.examined ? many(effect.examined, 'mark “nothing to code here”', 'marks “nothing to code here”') : '',
    effect.readings ? many(effect.readings, 'reading mark') : '',
    effect.numbers ? many(effect.numbers, 'other number') : '',
    effect.diaryLinks ? `${many(effect.diaryLinks, 'link')} in the diary. The entries stay: look whether you quoted words there` : '',
  ].filter(Boolean);
  return (
    <>
      <p className="soft">This goes from the project file, for good:</p>
      {lines.length > 0 ? <ul className="data-goes">{lines.map((line) => <li key={line}>{line}</li>)}</ul> : <p className="muted">Nothing else hangs on it.</p>}
      <p className="note"><TriangleAlert size={15} aria-hidden /><span>
          {`This cannot be undone, and what you did before it cannot be undone any more either (${many(effect.steps, 'step')}).`}
          {effect.milestones > 0 ? ` ${many(effect.milestones, 'milestone')} will show fewer extracts.` : ''}
          {' Backups that Themework made are deleted. Copies that you made yourself, and exported files, keep the words: delete those too.'}
      </span></p>
      {codes.length > 0 && (
        <table className="table" aria-label="Codes that lose extracts">
          <thead><tr><th scope="col">Code</th><th scope="col">Analysis</th><th scope="col" className="num">Extracts that go</th><th scope="col" className="num">Left</th></tr></thead>
          <tbody>{codes.slice(0, 50).map(({ id, name, analysis, extracts, left }) => <tr key={id}><td>{name}</td><td className="soft">{analysis}</td><td className="num">{extracts}</td><td className="num">{left === 0 ? <span className="soft">none, unused then</span> : left}</td></tr>)}</tbody>
        </table>
      )}
      {codes.length > 50 && <p className="small muted">{`And ${codes.length - 50} more codes.`}</p>}
      {unused.length > 0 && <p className="small soft">{`${many(unused.length, 'code')} ${unused.length === 1 ? 'stays' : 'stay'} without an extract.`}</p>}
    </>
  );
}
