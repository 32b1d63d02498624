import { useMemo, useState } from 'react';
import type { CodeWithCounts } from '../../../shared/contract/code.ts';
import { inkName } from '../../../shared/domain/colours.ts';
import type { CodeKind } from '../../../shared/domain/types.ts';
import { call } from '../../data/call.ts';
import { useQuery } from '../../data/useQuery.ts';
import { toast } from '../../ui/toast.ts';
import { Button, Check, Dialog, Dot, Field, Segmented } from '../../ui/index.ts';
import { pathOf } from '../themes/board-model.ts';
import { useThemes } from '../themes/context.ts';
import { nothingChosen, setUi } from '../themes/ui-state.ts';
import { undo } from '../themes/useThemeActions.ts';
import { AddSource } from './AddSource.tsx';
import { Effect } from './Effect.tsx';
import { mergeReport, mergeView, themeSentence } from './merge-view.ts';
import { Sources } from './Sources.tsx';
import { useConfirmKey } from './useConfirmKey.ts';

/** Codes side by side with their extracts, what they become, why, and what changes. */
export function MergeCodes({ ids, onClose }: { ids: number[]; onClose: () => void }) {
  const { board } = useThemes();
  const [sourceIds, setSourceIds] = useState(ids);
  const sources = sourceIds.flatMap((id) => board.codes.get(id) ?? []);
  const first = sources[0];
  const extracts = useQuery('coding.extracts', { codeIds: [...sourceIds].sort((a, b) => a - b) }, { keep: true }).data;
  const view = useMemo(() => mergeView(sourceIds.map((id) => extracts?.filter((extract) => extract.codeId === id) ?? [])), [sourceIds, extracts]);

  const [name, setName] = useState('');
  const [covers, setCovers] = useState(() => sources.map((code) => code.definition).filter(Boolean).join(' '));
  const [ink, setInk] = useState(first?.ink ?? 1);
  const [kind, setKind] = useState<CodeKind>(first?.kind ?? 'undecided');
  const [reason, setReason] = useState('');
  const [review, setReview] = useState(false);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const why = sources.length < 2 ? 'Add another code first.' : name.trim() === '' ? 'Give the new code a name.' : reason.trim() === '' ? 'Write down why they belong together.' : undefined;
  const merge = async () => {
    if (why || busy) return;
    setBusy(true);
    const result = await call('code.merge', { ids: sourceIds, name, definition: covers, kind, ink, reason, askReview: review });
    setBusy(false);
    if (!result.ok) return setError(result.error.message);
    onClose();
    setUi({ chosen: nothingChosen, focus: { kind: 'code', id: result.value.targetId } });
    toast({ text: `Merged into “${result.value.name}”: ${mergeReport(result.value, view.effect.after.extracts)}`, action: undo });
  };
  useConfirmKey(() => void merge());

  const inks = [...new Set([...sources.map((code) => code.ink), 1, 2, 5, 7, 3, 4])].slice(0, Math.max(6, sources.length));
  const change = themeSentence(sources, board.themes);
  return (
    <Dialog
      open onClose={onClose} className="mg" title={sources.length < 2 ? 'Merge codes' : `Merge ${sources.length} codes`} description={`Nothing is lost: ${sources.length === 2 ? 'both' : 'all'} codes stay under “Set aside and merged”, and undo brings them back.`}
      tools={<AddSource what="code" startOpen={sources.length < 2} picks={otherCodes(board.codes.values(), sourceIds, (code) => (code.themeId === null ? '' : pathOf(board, code.themeId).join(' › ')))} onPick={(key) => setSourceIds([...sourceIds, Number(key)])} />}
      footer={
        <>
          <span className="small muted clip">{change}</span>
          <span className="push" />
          <Button variant="quiet" keys={['Esc']} onClick={onClose}>Cancel</Button>
          <Button variant="primary" keys={['Ctrl', 'Enter']} why={why} disabled={busy} onClick={() => void merge()}>{review ? 'Merge and ask for review' : sources.length < 2 ? 'Merge codes' : `Merge ${sources.length} codes`}</Button>
        </>
      }
    >
      <div className="mg-b">
        <Sources sources={sources} view={view} onDrop={sources.length > 2 ? (id) => setSourceIds(sourceIds.filter((each) => each !== id)) : undefined} />
        <div className="mres">
          <h3>Becomes</h3>
          <div>
            <Field label="Name" value={name} onChange={(text) => { setName(text); setError(undefined); }} error={error} autoFocus maxLength={200} required />
            <div className="hstack small keep">
              <span className="muted">Or keep</span>
              {sources.map((code) => <button type="button" className="link clip" key={code.id} onClick={() => { setName(code.name); setError(undefined); }}>{code.name}</button>)}
            </div>
          </div>
          <Field label="What it covers" multiline rows={3} value={covers} onChange={setCovers} />
          <div className="hstack mres-look">
            <span className="inks" role="radiogroup" aria-label="Ink">
              {inks.map((each) => (
                <button type="button" key={each} role="radio" aria-checked={each === ink} aria-label={inkName(each)} title={inkName(each)} data-ink={each} className={each === ink ? 'is-on' : ''} onClick={() => setInk(each)} />
              ))}
            </span>
            <Segmented<CodeKind> label="How it was read" className="push" value={kind} onChange={setKind} options={[{ value: 'semantic', label: 'Said' }, { value: 'latent', label: 'Between the lines' }]} />
          </div>
          <Field label={<>Why merge them? <span className="req">Needed, kept with the merge</span></>} multiline rows={3} value={reason} onChange={setReason} required />
          <Check label="Ask for a review" checked={review} onChange={setReview} />
          <Effect
            rows={[
              { name: 'Codes', before: String(board.active), after: board.active - sources.length + 1 },
              { name: 'Extracts under this name', before: view.effect.sources.map((source) => source.extracts).join(' + '), after: view.effect.after.extracts },
              { name: sources.length === 2 ? 'Same words in both, counted once' : 'Same words in several, counted once', before: '', after: view.effect.duplicates },
              { name: 'Respondents who contributed', before: view.effect.sources.map((source) => source.participants).join(' + '), after: view.effect.after.participants },
            ]}
          />
        </div>
      </div>
    </Dialog>
  );
}

const otherCodes = (codes: Iterable<CodeWithCounts>, taken: readonly number[], detail: (code: CodeWithCounts) => string) =>
  [...codes].filter((code) => !taken.includes(code.id)).map((code) => ({ key: String(code.id), name: code.name, detail: detail(code), icon: <Dot ink={code.ink} latent={code.kind === 'latent'} /> }));
