import { Layers, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { call } from '../../data/call.ts';
import { useQuery } from '../../data/useQuery.ts';
import { toast } from '../../ui/toast.ts';
import { Button, Check, Dialog, Dot, Field, IconButton } from '../../ui/index.ts';
import { type BoardNode, codesWithin, isWithin, levelName, pathOf, plural, type ThemeNode } from '../themes/board-model.ts';
import { useThemes } from '../themes/context.ts';
import { nothingChosen, setUi } from '../themes/ui-state.ts';
import { undo } from '../themes/useThemeActions.ts';
import { AddSource } from './AddSource.tsx';
import { Effect } from './Effect.tsx';
import { mergeReport, mergeView } from './merge-view.ts';
import { useConfirmKey } from './useConfirmKey.ts';

/** Themes side by side with what they hold; sub-themes and codes move over as they are. */
export function MergeThemes({ ids, onClose }: { ids: number[]; onClose: () => void }) {
  const { board } = useThemes();
  const [sourceIds, setSourceIds] = useState(ids);
  const sources = sourceIds.flatMap((id) => board.nodes.get(id) ?? []);
  const codeIds = useMemo(() => sourceIds.map((id) => { const node = board.nodes.get(id); return node ? codesWithin(node).map((code) => code.id) : []; }), [sourceIds, board]);
  const all = codeIds.flat().sort((a, b) => a - b);
  const extracts = useQuery('coding.extracts', all.length ? { codeIds: all } : null, { keep: true }).data;
  const view = useMemo(() => mergeView(codeIds.map((codes) => extracts?.filter((extract) => codes.includes(extract.codeId)) ?? [])), [codeIds, extracts]);

  const [name, setName] = useState('');
  const [concept, setConcept] = useState(() => sources.map((node) => node.theme.concept).filter(Boolean).join(' '));
  const [reason, setReason] = useState('');
  const [review, setReview] = useState(false);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const why = sources.length < 2 ? 'Add another theme first.' : name.trim() === '' ? 'Give the new theme a name.' : reason.trim() === '' ? 'Write down why they belong together.' : undefined;
  const merge = async () => {
    if (why || busy) return;
    setBusy(true);
    const result = await call('theme.merge', { ids: sourceIds, name, concept, reason, askReview: review });
    setBusy(false);
    if (!result.ok) return setError(result.error.message);
    onClose();
    setUi({ chosen: nothingChosen, focus: { kind: 'theme', id: result.value.targetId } });
    toast({ text: `Merged into “${result.value.name}”: ${mergeReport(result.value, view.effect.after.extracts)}`, action: undo });
  };
  useConfirmKey(() => void merge());
  const nested = (id: number) => sourceIds.some((source) => isWithin(board, id, source) || isWithin(board, source, id));
  const picks = [...board.nodes.values()].filter((node) => !nested(node.id)).map((node) => ({ key: String(node.id), name: node.theme.name, detail: pathOf(board, node.id).slice(0, -1).join(' › ') || levelName[node.level], icon: <Layers size={14} aria-hidden /> }));
  return (
    <Dialog
      open onClose={onClose} className="mg" title={sources.length < 2 ? 'Merge themes' : `Merge ${sources.length} themes`} description="What they hold moves over as it is; the themes themselves stay under “Set aside and merged”."
      tools={<AddSource what="theme" startOpen={sources.length < 2} picks={picks} onPick={(key) => setSourceIds([...sourceIds, Number(key)])} />}
      footer={
        <>
          <span className="push" />
          <Button variant="quiet" keys={['Esc']} onClick={onClose}>Cancel</Button>
          <Button variant="primary" keys={['Ctrl', 'Enter']} why={why} disabled={busy} onClick={() => void merge()}>{review ? 'Merge and ask for review' : sources.length < 2 ? 'Merge themes' : `Merge ${sources.length} themes`}</Button>
        </>
      }
    >
      <div className="mg-b">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
        <div className="msrc" tabIndex={0} role="region" aria-label="Themes side by side" style={{ gridTemplateColumns: `repeat(${sources.length}, minmax(${sources.length > 2 ? 250 : 0}px, 1fr))` }}>
          {sources.map((node) => (
            <section key={node.id} className="mtheme">
              <h3><span>{node.theme.name}</span><span className="count">{plural(node.theme.codes, 'code')}, {node.theme.participants === 1 ? '1 person' : `${node.theme.participants} people`}</span>
                {sources.length > 2 && <IconButton size="sm" label={`Leave “${node.theme.name}” out`} icon={<X size={13} />} onClick={() => setSourceIds(sourceIds.filter((id) => id !== node.id))} />}
              </h3>
              <p className="def">{node.theme.concept || `${levelName[node.level]}, no central concept written yet.`}</p>
              <Contents nodes={node.children} />
            </section>
          ))}
        </div>
        <div className="mres">
          <h3>Becomes</h3>
          <div>
            <Field label="Name" value={name} onChange={(text) => { setName(text); setError(undefined); }} error={error} autoFocus maxLength={200} required />
            <div className="hstack small keep">
              <span className="muted">Or keep</span>
              {sources.map((node) => <button type="button" className="link clip" key={node.id} onClick={() => { setName(node.theme.name); setError(undefined); }}>{node.theme.name}</button>)}
            </div>
          </div>
          <Field label="Central concept" multiline rows={3} value={concept} onChange={setConcept} maxLength={2_000} />
          <Field label={<>Why merge them? <span className="req">Needed, kept with the merge</span></>} multiline rows={3} value={reason} onChange={setReason} required />
          <Check label="Ask for a review" checked={review} onChange={setReview} />
          <Effect
            rows={[
              { name: 'Themes and headings', before: String(board.themes.size), after: board.themes.size - sources.length + 1 },
              { name: 'Codes under this name', before: sources.map((node) => node.theme.codes).join(' + '), after: all.length },
              { name: 'Sub-themes that move', before: '', after: sources.reduce((sum, node) => sum + innerThemes(node), 0) },
              { name: 'Extracts', before: view.effect.sources.map((source) => source.extracts).join(' + '), after: view.effect.after.extracts },
              { name: 'Respondents who contributed', before: view.effect.sources.map((source) => source.participants).join(' + '), after: view.effect.after.participants },
            ]}
          />
        </div>
      </div>
    </Dialog>
  );
}

const innerThemes = (node: ThemeNode): number => node.children.reduce((sum, child) => sum + (child.kind === 'theme' ? 1 + innerThemes(child) : 0), 0);

function Contents({ nodes }: { nodes: readonly BoardNode[] }) {
  if (nodes.length === 0) return <p className="muted small">Holds nothing.</p>;
  return (
    <ul className="mlist">
      {nodes.map((node) => (
        <li key={`${node.kind} ${node.id}`}>
          {node.kind === 'code'
            ? <span className="mcode"><Dot ink={node.code.ink} latent={node.code.kind === 'latent'} /><span className="clip">{node.code.name}</span><span className="count">{node.code.extracts} / {node.code.participants}</span></span>
            : <><b className="small">{node.theme.name}</b><Contents nodes={node.children} /></>}
        </li>
      ))}
    </ul>
  );
}
