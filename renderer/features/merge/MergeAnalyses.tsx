import { useEffect, useState } from 'react';
import type { Extract } from '../../../shared/contract/coding.ts';
import type { AnalysisWithCounts } from '../../../shared/contract/theme.ts';
import { call } from '../../data/call.ts';
import { useQuery } from '../../data/useQuery.ts';
import { usePlace } from '../../state/place.ts';
import { toast } from '../../ui/toast.ts';
import { Button, Check, Dialog, Field, Switch } from '../../ui/index.ts';
import { plural } from '../themes/board-model.ts';
import { undo } from '../themes/useThemeActions.ts';
import { Effect } from './Effect.tsx';
import { mergeReport, mergeView, type MergeView } from './merge-view.ts';
import { useConfirmKey } from './useConfirmKey.ts';

/** Whole analyses become one over all their questions; codes and themes keep their names. */
export function MergeAnalyses({ analyses, first, onClose }: { analyses: readonly AnalysisWithCounts[]; first: readonly number[]; onClose: () => void }) {
  const [picked, setPicked] = useState<readonly number[]>(first);
  const [name, setName] = useState('');
  const [headings, setHeadings] = useState(true);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const questions = useQuery('survey.questions', {}).data;
  const sources = analyses.filter((analysis) => picked.includes(analysis.id));
  const view = useUnion(sources);
  const why = sources.length < 2 ? 'Choose at least two analyses.' : name.trim() === '' ? 'Give the new analysis a name.' : reason.trim() === '' ? 'Write down why they belong together.' : undefined;
  const merge = async () => {
    if (why || busy) return;
    setBusy(true);
    const result = await call('analysis.merge', { ids: sources.map((source) => source.id), name, keepAsGroups: headings, reason });
    setBusy(false);
    if (!result.ok) return setError(result.error.message);
    onClose();
    usePlace.getState().go({ analysisId: result.value.targetId });
    toast({ text: `Merged into “${result.value.name}”: ${mergeReport(result.value, view?.effect.after.extracts ?? result.value.moved)}`, action: undo });
  };
  useConfirmKey(() => void merge());
  const asked = (ids: readonly number[]) => ids.map((id) => questions?.find((question) => question.id === id)?.shortName ?? '').filter(Boolean).join(', ');
  const union = new Set(sources.flatMap((source) => source.questionIds));
  return (
    <Dialog
      open onClose={onClose} className="mg mg-an" title="Merge analyses" description="All codes and themes come along; undo takes it all apart again."
      footer={
        <>
          <span className="push" />
          <Button variant="quiet" keys={['Esc']} onClick={onClose}>Cancel</Button>
          <Button variant="primary" keys={['Ctrl', 'Enter']} why={why} disabled={busy} onClick={() => void merge()}>Merge {plural(sources.length, 'analysis', 'analyses')}</Button>
        </>
      }
    >
      <div className="mg-b">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
        <div className="msrc" tabIndex={0} role="region" aria-label="Analyses to merge">
          <fieldset className="mans">
            <legend className="label">Which analyses belong together?</legend>
            {analyses.map((analysis) => (
              <div key={analysis.id} className={`man${picked.includes(analysis.id) ? ' is-on' : ''}`}>
                <Check label={analysis.name} checked={picked.includes(analysis.id)} onChange={(on) => setPicked(on ? [...picked, analysis.id] : picked.filter((id) => id !== analysis.id))} />
                <p className="small soft">{asked(analysis.questionIds)}</p>
                <p className="small muted">{plural(analysis.codes, 'code')}, {plural(analysis.extracts, 'extract')}, {analysis.participants} of {analysis.answered} people who answered</p>
              </div>
            ))}
          </fieldset>
        </div>
        <div className="mres">
          <h3>Becomes</h3>
          <Field label="Name" value={name} onChange={(text) => { setName(text); setError(undefined); }} error={error} autoFocus maxLength={200} required />
          <Switch label="Keep each under a heading of its own" checked={headings} onChange={setHeadings} />
          <p className="muted small">{headings ? 'Each analysis becomes a group heading that holds its themes, so you can see where they came from while you bring them together.' : 'All themes stand side by side at the top level.'}</p>
          <Field label={<>Why merge them? <span className="req">Needed, kept with the merge</span></>} multiline rows={3} value={reason} onChange={setReason} required />
          <Effect
            rows={[
              { name: 'Analyses', before: String(analyses.length), after: sources.length < 2 ? analyses.length : analyses.length - sources.length + 1 },
              { name: 'Questions', before: sources.map((source) => source.questionIds.length).join(' + '), after: union.size },
              { name: 'Codes', before: sources.map((source) => source.codes).join(' + '), after: sources.reduce((sum, source) => sum + source.codes, 0) },
              { name: 'Extracts', before: sources.map((source) => source.extracts).join(' + '), after: view?.effect.after.extracts ?? '' },
              { name: 'Same words in several, counted once', before: '', after: view?.effect.duplicates ?? '' },
              { name: 'Respondents who contributed', before: sources.map((source) => source.participants).join(' + '), after: view?.effect.after.participants ?? '' },
            ]}
          />
        </div>
      </div>
    </Dialog>
  );
}

/** The extracts of whole analyses laid together, for the numbers; undefined while they are being asked. */
function useUnion(sources: readonly AnalysisWithCounts[]): MergeView | undefined {
  const [view, setView] = useState<{ key: string; view: MergeView }>();
  const key = sources.map((source) => source.id).join(' ');
  useEffect(() => {
    let current = true;
    void (async () => {
      const lists: Extract[][] = [];
      for (const id of key === '' ? [] : key.split(' ').map(Number)) {
        const codes = await call('code.list', { analysisId: id });
        const active = codes.ok ? codes.value.filter((code) => code.status === 'active').map((code) => code.id) : [];
        const extracts = active.length ? await call('coding.extracts', { codeIds: active }) : undefined;
        lists.push(extracts?.ok ? extracts.value : []);
      }
      if (current) setView({ key, view: mergeView(lists) });
    })();
    return () => { current = false; };
  }, [key]);
  return view?.key === key ? view.view : undefined;
}
