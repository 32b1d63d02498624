import { ArrowLeft } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { CodeWithCounts } from '../../../shared/contract/code.ts';
import { peopleWords, questionName, sourceName } from '../../data/source-name.ts';
import { useQuery } from '../../data/useQuery.ts';
import { Button, Dot, IconButton } from '../../ui/index.ts';
import { usePlace } from '../../state/place.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { sourceMark } from '../familiarise/familiarise-ui.ts';
import { foldDrawers, isFolded, unfold } from '../shell/drawers.ts';
import { setCodeUi, showAnswer } from './code-ui.ts';
import type { CodeData } from './useCodeData.ts';

/** Extracts drawn at first; a code of thousands opens at once, and more come on request. */
const atFirst = 80;

/** Context of this length was cut somewhere: begin and end it at a word. */
const cutAt = 58;
const lead = (before: string) => (before.length < cutAt ? before : `… ${before.replace(/^\S*\s+/, '')}`);
const tail = (after: string) => (after.length < cutAt ? after : `${after.replace(/\s+\S*$/, '')} …`);

/** All extracts of a code in the order of coding, with the words and the codes around them; a press goes to the place. */
export function CollatedPane({ data, code }: { data: CodeData; code: CodeWithCounts }) {
  const extracts = useQuery('coding.extracts', { codeIds: [code.id] }).data ?? [];
  const beside = useQuery('coding.beside', { codeId: code.id }).data;
  const neighbours = useMemo(() => new Map(beside?.map(({ codingId, codeIds }) => [codingId, codeIds])), [beside]);
  const [limit, setLimit] = useState(atFirst);
  const numbers = new Map(data.questions.map((question, index) => [question.id, index + 1]));
  const back = () => setCodeUi({ collating: false });
  useKeys({ Escape: () => (isFolded('right') ? false : back()), g: () => (isFolded('right') ? unfold('right') : back()) });
  return (
    <section data-drawer="right" className="pane collated-pane" tabIndex={-1} aria-label={`Extracts of ${code.name}`}>
      <div className="pane-h"><IconButton label="Back to the codes" keys={['Esc']} icon={<ArrowLeft size={16} />} onClick={back} /><Dot ink={code.ink} latent={code.kind === 'latent'} /><h2 className="clip">{code.name}</h2></div>
      <p className="collated-n small muted">{code.extracts === 1 ? '1 extract' : `${code.extracts} extracts`}{data.analysis.answered > 0 && ` from ${peopleWords(code.participants, data.analysis.answered)}`}</p>
      <ol className="collated pane-b">
        {extracts.slice(0, limit).map((extract) => (
          <li key={extract.codingId} {...sourceMark(extract)}>
            <button type="button" onClick={() => { foldDrawers(); showAnswer(extract.itemId, { questionId: extract.questionId, at: extract.start }); setCodeUi({ walked: { codeId: code.id, codingId: extract.codingId } }); }} onMouseEnter={() => setCodeUi({ hot: { codeId: code.id, codingId: extract.codingId } })} onMouseLeave={() => setCodeUi({ hot: null })}>
              <span className="micro"><span className="pid">{sourceName(extract, data.people)}</span>, {questionName(data.questions.find(({ id }) => id === extract.questionId), numbers.get(extract.questionId) ?? 0)}{extract.borrowed && ', borrowed from outside this analysis'}</span>
              <span className="sample"><span className="muted">{lead(extract.before)}</span><b>{extract.text}</b><span className="muted">{tail(extract.after)}</span></span>
            </button>
            <Neighbours codes={(neighbours.get(extract.codingId) ?? []).flatMap((id) => data.codeOf.get(id) ?? [])} />
          </li>
        ))}
        {extracts.length > limit && <li><Button size="sm" onClick={() => setLimit(limit + 400)}>Show more of {extracts.length}</Button></li>}
      </ol>
    </section>
  );
}

/** Neighbours named below an extract; the others are counted. */
const named = 4;

/** The other codes in the same answer, the nearest first; a press selects one. */
function Neighbours({ codes }: { codes: readonly CodeWithCounts[] }) {
  if (codes.length === 0) return null;
  const more = codes.slice(named);
  return (
    <p className="beside micro">
      <span className="muted">{'Beside it: '}</span>
      {codes.slice(0, named).map((code) => <button key={code.id} type="button" className="neighbour" onClick={() => usePlace.getState().go({ codeId: code.id })}><Dot ink={code.ink} latent={code.kind === 'latent'} /><span>{code.name}</span></button>)}
      {more.length > 0 && <span className="muted" title={more.map(({ name }) => name).join(', ')}>and {more.length} more</span>}
    </p>
  );
}
