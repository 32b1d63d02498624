import { useState } from 'react';
import type { AnalysisRow } from '../../../shared/domain/types.ts';
import { call } from '../../data/call.ts';
import { useQuery } from '../../data/useQuery.ts';
import { usePlace } from '../../state/place.ts';
import { Button, Check, Field } from '../../ui/index.ts';

export type AnalysisTask = 'new' | 'rename' | 'questions';

const titles = { new: 'New analysis', rename: 'Rename this analysis', questions: 'Questions of this analysis' } as const;

/** An analysis: the questions that are looked at together, under a name. */
export function AnalysisForm({ task, analysis, onDone }: { task: AnalysisTask; analysis: AnalysisRow; onDone: () => void }) {
  const questions = useQuery('survey.questions', task === 'rename' ? null : {}).data ?? [];
  const [name, setName] = useState(task === 'new' ? '' : analysis.name);
  const [picked, setPicked] = useState<readonly number[]>(task === 'new' ? [] : analysis.questionIds);
  const [error, setError] = useState<string>();
  const why = name.trim() === '' ? 'Give it a name first.' : task !== 'rename' && picked.length === 0 ? 'Choose at least one question.' : undefined;
  const submit = async () => {
    if (why) return;
    if (task === 'new') {
      const made = await call('analysis.create', { name, questionIds: [...picked] });
      if (!made.ok) return setError(made.error.message);
      usePlace.getState().go({ analysisId: made.value.id });
    } else {
      const changed = await call('analysis.update', { id: analysis.id, ...(task === 'rename' ? { name } : { questionIds: [...picked] }) });
      if (!changed.ok) return setError(changed.error.message);
    }
    onDone();
  };
  return (
    <form className="vstack" onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <b>{titles[task]}</b>
      {task !== 'questions' && <Field label="Name" value={name} onChange={(text) => { setName(text); setError(undefined); }} error={error} autoFocus maxLength={200} />}
      {task !== 'rename' && (
        <fieldset className="checks">
          <legend className="label">Questions that belong together</legend>
          {questions.map((question) => (
            <Check
              key={question.id} label={question.shortName} checked={picked.includes(question.id)}
              onChange={(on) => setPicked(on ? [...picked, question.id] : picked.filter((id) => id !== question.id))}
            />
          ))}
        </fieldset>
      )}
      {task === 'questions' && <p className="muted small">Counts are of people who answered any of these questions. Codings on other questions stay and are marked as borrowed.</p>}
      {task === 'questions' && error && <span className="error" role="alert">{error}</span>}
      <div className="hstack"><span className="push" /><Button variant="quiet" onClick={onDone}>Cancel</Button><Button variant="primary" type="submit" why={why}>{task === 'new' ? 'Begin analysis' : task === 'rename' ? 'Rename analysis' : 'Keep these questions'}</Button></div>
    </form>
  );
}
