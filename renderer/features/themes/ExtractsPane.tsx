import { ArrowUpRight } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { CodeWithCounts } from '../../../shared/contract/code.ts';
import type { CodeKind } from '../../../shared/domain/types.ts';
import { useCommand } from '../../data/useCommand.ts';
import { peopleWords, sourceName } from '../../data/source-name.ts';
import { useQuery } from '../../data/useQuery.ts';
import { usePlace } from '../../state/place.ts';
import { Button, Dot, Field, IconButton, Segmented } from '../../ui/index.ts';
import { readSource, sourceMark } from '../familiarise/familiarise-ui.ts';
import { plural } from './board-model.ts';
import { useThemes } from './context.ts';
import { PaneFrame } from './PaneFrame.tsx';
import { setUi } from './ui-state.ts';
import { useDraftText } from './useDraftText.ts';

/** Extracts drawn at first; more on request, so that a code of thousands opens at once. */
const atFirst = 60;

/** A code read as a whole: all its extracts with the words around them, in the order of coding. */
export function ExtractsPane({ code }: { code: CodeWithCounts }) {
  const { analysis, counts } = useThemes();
  const extracts = useQuery('coding.extracts', { codeIds: [code.id] }).data;
  const people = useQuery('survey.participants', {}).data;
  const questions = useQuery('survey.questions', {}).data;
  const shown = useMemo(() => new Map(people?.map((person) => [person.id, person])), [people]);
  const asked = useMemo(() => new Map(questions?.map((question) => [question.id, question.shortName])), [questions]);
  const update = useCommand('code.update');
  const definition = useDraftText(code.definition, (text) => void update({ id: code.id, definition: text }));
  const [limit, setLimit] = useState(atFirst);
  const several = analysis.questionIds.length > 1;
  return (
    <PaneFrame label={`Extracts of ${code.name}`} title={<h2 className="hstack"><Dot ink={code.ink} latent={code.kind === 'latent'} /><span>{code.name}</span></h2>}>
      <div className="vstack tp">
        {counts && <p className="people">{analysis.answered === 0 ? peopleWords(0, 0) : <><b className="num">{code.participants}</b> of {analysis.answered} people who answered</>}<span className="muted"> · {plural(code.extracts, 'extract')}{analysis.asked > analysis.answered && ` · ${analysis.asked} were asked`}</span></p>}
        <Segmented<CodeKind>
          label="How it was read" value={code.kind} onChange={(kind) => void update({ id: code.id, kind })}
          options={[{ value: 'semantic', label: 'Said' }, { value: 'latent', label: 'Between the lines' }, { value: 'undecided', label: 'Undecided' }]}
        />
        <Field label="What it covers" multiline rows={2} {...definition} />
      </div>
      <ol className="xs">
        {extracts?.slice(0, limit).map((extract) => (
          <li key={extract.codingId} className="x" {...sourceMark(extract)}>
            <div className="x-h">
              <button type="button" className="pid" title="Everything they wrote (P)" onClick={() => readSource(extract)}>{sourceName(extract, shown)}</button>
              {(several || extract.borrowed) && <span className="muted small clip">{asked.get(extract.questionId)}</span>}
              {extract.borrowed && <span className="chip line">Borrowed from another question</span>}
              <span className="push" />
              <IconButton size="sm" label="Open the whole answer" icon={<ArrowUpRight size={14} />} onClick={() => usePlace.getState().go({ screen: 'code', questionId: extract.questionId, itemId: extract.itemId, codeId: code.id })} />
            </div>
            <p className="extract"><span className="around">{lead(extract.before)}</span><span className="m is-hot" data-ink={code.ink}>{extract.text}</span><span className="around">{trail(extract.after)}</span></p>
          </li>
        ))}
      </ol>
      {extracts && extracts.length > limit && <div className="pane-more"><Button size="sm" onClick={() => setLimit(limit * 4)}>Show {Math.min(limit * 3, extracts.length - limit)} more of {extracts.length}</Button></div>}
      {extracts?.length === 0 && <p className="muted small tp">Nothing is coded with it yet.</p>}
      <div className="hstack tp tp-f">
        <Button size="sm" onClick={() => setUi({ focus: { kind: 'code', id: code.id }, naming: { kind: 'code', id: code.id } })}>Rename</Button>
        <Button size="sm" onClick={() => setUi({ focus: { kind: 'code', id: code.id }, ask: { kind: 'move', cargo: { kind: 'codes', ids: [code.id] } } })}>Move to…</Button>
        <Button size="sm" onClick={() => setUi({ merging: { kind: 'code', ids: [code.id] } })}>Merge…</Button>
        <Button size="sm" variant="danger" onClick={() => setUi({ focus: { kind: 'code', id: code.id }, ask: { kind: 'set-aside', codeIds: [code.id] } })}>Set aside…</Button>
      </div>
    </PaneFrame>
  );
}

/** Context of full length was cut somewhere; an ellipsis in square brackets says so. */
const full = 55;
const lead = (before: string) => (before.length >= full ? `[…] ${before}` : before);
const trail = (after: string) => (after.length >= full ? `${after} […]` : after);
