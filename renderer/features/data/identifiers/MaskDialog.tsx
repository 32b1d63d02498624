import { TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import type { Mention } from '../../../../shared/contract/privacy.ts';
import { call } from '../../../data/call.ts';
import { useCommand } from '../../../data/useCommand.ts';
import { useQuery } from '../../../data/useQuery.ts';
import { setCodeUi } from '../../code/code-ui.ts';
import { Button, Check, Dialog } from '../../../ui/index.ts';
import { toast } from '../../../ui/toast.ts';
import { many } from '../words.ts';
import { Mentions, whereWords } from './Mentions.tsx';
import { closeMasking, type ToMask, useMasking } from './masking.ts';
import './identifiers.css';

/** Rows that the dialog lists; the others are named by their number. */
const listed = 60;

/** Asked before words are masked: what is shown in their place, what goes and what stays, and that there is no way back. */
export function MaskDialog() {
  const asked = useMasking((masking) => masking.asked);
  return asked && <Asked places={asked.places} byHand={asked.byHand} done={asked.done} />;
}

const key = (words: string) => words.toLowerCase().replace(/\s+/gu, ' ').trim();

function Asked({ places: given, byHand, done }: { places: readonly ToMask[]; byHand: boolean; done: () => void }) {
  const [first] = given;
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(() => new Map(given.map((place) => [key(place.words), place.label])));
  const [everywhere, setEverywhere] = useState(false);
  const [notes, setNotes] = useState(false);
  const [busy, setBusy] = useState(false);
  const mask = useCommand('privacy.mask');
  const same = useQuery('privacy.places', byHand && first ? { words: first.words.slice(0, 500) } : null).data;
  const others = same?.places.filter((place) => place.itemId !== first?.itemId || place.end <= first.start || place.start >= first.end) ?? [];
  const places = everywhere && first ? [...given, ...others.map(({ itemId, start, end, match }) => ({ itemId, start, end, words: match, label: first.label }))] : given;
  // As they were met first: “Willow Ward” rather than the “willow ward” found elsewhere.
  const words = [...new Map(given.toReversed().map((place) => [key(place.words), place.words])).values()].reverse();
  const sought = { words: words.slice(0, 500).map((each) => each.slice(0, 500)), limit: 50 };
  const mentions = useQuery('privacy.mentions', sought).data;
  const missing = [...labels.values()].some((label) => label.replace(/[[\]]/gu, '').trim() === '');

  async function go() {
    setBusy(true);
    const result = await mask({ places: places.map(({ itemId, start, end, words: each }) => ({ itemId, start, end, label: labels.get(key(each)) ?? '' })), notes });
    setBusy(false);
    if (!result.ok) return;
    // What was selected is not there any more.
    setCodeUi({ selection: null });
    closeMasking();
    done();
    // Looked for once more, so that nothing is said to be gone that is not.
    const left = await call('privacy.mentions', sought);
    toast({ text: `${many(result.value.masked, 'place')} masked with ${result.value.labels.slice(0, 3).join(', ')}${result.value.labels.length > 3 ? ' …' : ''}${result.value.texts > 0 ? `, and in ${many(result.value.texts, 'text')} of yours` : ''}. There the words are gone from the project file for good.${left.ok ? stillIn(left.value) : ''}` });
  }

  return (
    <Dialog
      open onClose={busy ? () => {} : closeMasking} title={`Mask ${many(places.length, 'place')} for good`} className="idf-dialog"
      footer={
        <>
          <span className="muted small" role="status">{busy ? 'Masking, and rewriting the project file without the words …' : ''}</span>
          <span className="push" />
          <Button variant="quiet" onClick={closeMasking} disabled={busy} data-autofocus="">Cancel</Button>
          <Button variant="danger" disabled={busy} why={missing ? 'Every place needs a label' : undefined} onClick={() => void go()}>Mask for good</Button>
        </>
      }
    >
      <div className="idf-dialog-b">
        <ul className="idf-words" aria-label="What is masked">
          {words.slice(0, listed).map((each) => (
            <WordRow key={key(each)} words={each} count={places.filter((place) => key(place.words) === key(each)).length} label={labels.get(key(each)) ?? ''} onLabel={(label) => setLabels(new Map([...labels, [key(each), label]]))} />
          ))}
        </ul>
        {words.length > listed && <p className="small muted">{`And ${words.length - listed} more.`}</p>}
        {others.length > 0 && <Check checked={everywhere} onChange={setEverywhere} label={`Also mask ${others.length === 1 ? 'the other place' : `all ${others.length.toLocaleString('en-GB')} other places`} where these words stand${same?.more ? ' (the first ones found)' : ''}`} />}
        <p className="note caution">
          <TriangleAlert size={15} aria-hidden />
          <span>
            <b>This cannot be undone.</b> In these places the words go from the project file, from the history and from backups that Themework made. Your codes, notes and earlier steps stay, and no code moves: in each place stand as many blocks as there were letters, so the length of the words can still be told from the file.
            <span className="idf-untouched"><b>Not touched:</b> the file that you imported, files that you exported, the name of the project file itself, and copies of it elsewhere. A later file in which somebody changed that answer brings in its words anew.</span>
          </span>
        </p>
        {mentions && mentions.length > 0 && <Mentions mentions={mentions} notes={notes} onNotes={setNotes} disabled={busy} />}
      </div>
    </Dialog>
  );
}

/** Where the words were left, said in a sentence; nothing where they are nowhere. */
function stillIn(mentions: readonly Mention[]): string {
  const places = [...new Set(mentions.map(({ where }) => whereWords[where]))];
  return places.length === 0 ? '' : ` They still stand in ${new Intl.ListFormat('en-GB').format(places)}.`;
}

function WordRow({ words, count, label, onLabel }: { words: string; count: number; label: string; onLabel: (label: string) => void }) {
  const id = useId();
  return (
    <li>
      <span className="extract" dir="auto" id={id}>{words.length > 90 ? `${words.slice(0, 88).toWellFormed()}…` : words}</span>
      {count > 1 && <span className="n">{`${count} places`}</span>}
      <span className="push" />
      <span className="muted small" aria-hidden>shown as [</span>
      <input className="input sm" aria-label={`Label for ${words.slice(0, 60)}`} value={label} maxLength={60} onChange={(event) => onLabel(event.target.value)} />
      <span className="muted small" aria-hidden>]</span>
    </li>
  );
}
