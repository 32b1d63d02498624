import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { CodeWithCounts } from '../../../shared/contract/code.ts';
import { peopleWords, questionName, sourceName } from '../../data/source-name.ts';
import { useQuery } from '../../data/useQuery.ts';
import { Button, Dot, IconButton } from '../../ui/index.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { setCodeUi, showAnswer } from './code-ui.ts';
import type { CodeData } from './useCodeData.ts';

/** Extracts drawn at first; a code of thousands opens at once, and more come on request. */
const atFirst = 80;

/** Context of this length was cut somewhere: begin and end it at a word. */
const cutAt = 58;
const lead = (before: string) => (before.length < cutAt ? before : `… ${before.replace(/^\S*\s+/, '')}`);
const tail = (after: string) => (after.length < cutAt ? after : `${after.replace(/\s+\S*$/, '')} …`);

/** All extracts of a code in the order of coding, with the words around them; a press goes to the place. */
export function CollatedPane({ data, code }: { data: CodeData; code: CodeWithCounts }) {
  const extracts = useQuery('coding.extracts', { codeIds: [code.id] }).data ?? [];
  const [limit, setLimit] = useState(atFirst);
  const numbers = new Map(data.questions.map((question, index) => [question.id, index + 1]));
  const back = () => setCodeUi({ collating: false });
  useKeys({ Escape: back, g: back });
  return (
    <section data-drawer="right" className="pane" aria-label={`Extracts of ${code.name}`}>
      <div className="pane-h"><IconButton label="Back to the codes" keys={['Esc']} icon={<ArrowLeft size={16} />} onClick={back} /><Dot ink={code.ink} latent={code.kind === 'latent'} /><h2 className="clip">{code.name}</h2></div>
      <p className="collated-n small muted">{code.extracts === 1 ? '1 extract' : `${code.extracts} extracts`}{data.analysis.answered > 0 && ` from ${peopleWords(code.participants, data.analysis.answered)}`}</p>
      <ol className="collated pane-b">
        {extracts.slice(0, limit).map((extract) => (
          <li key={extract.codingId}>
            <button type="button" onClick={() => { showAnswer(extract.itemId, { questionId: extract.questionId, at: extract.start }); setCodeUi({ walked: { codeId: code.id, codingId: extract.codingId } }); }} onMouseEnter={() => setCodeUi({ hot: { codeId: code.id, codingId: extract.codingId } })} onMouseLeave={() => setCodeUi({ hot: null })}>
              <span className="micro"><span className="pid">{sourceName(extract, data.people)}</span> {questionName(data.questions.find(({ id }) => id === extract.questionId), numbers.get(extract.questionId) ?? 0)}{extract.borrowed && ', borrowed from outside this analysis'}</span>
              <span className="sample"><span className="muted">{lead(extract.before)}</span><b>{extract.text}</b><span className="muted">{tail(extract.after)}</span></span>
            </button>
          </li>
        ))}
        {extracts.length > limit && <li><Button size="sm" onClick={() => setLimit(limit + 400)}>Show more of {extracts.length}</Button></li>}
      </ol>
    </section>
  );
}
