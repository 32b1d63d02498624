import { type DragEvent, useState } from 'react';
import type { ImportSummary } from '../../../shared/contract/survey.ts';
import { call } from '../../data/call.ts';
import { useQuery } from '../../data/useQuery.ts';
import { usePlace } from '../../state/place.ts';
import { toast } from '../../ui/toast.ts';
import { useHints } from '../../ui/hints.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { AskedDialog } from './Asked.tsx';
import { ColumnsTable } from './ColumnsTable.tsx';
import { Differences } from './Differences.tsx';
import { DocumentImport } from './DocumentImport.tsx';
import { DropZone } from './DropZone.tsx';
import { Footer } from './Footer.tsx';
import { Preview } from './Preview.tsx';
import type { ChosenFile } from './read-file.ts';
import { SidePane } from './SidePane.tsx';
import { useImport } from './useImport.ts';
import { usePaste } from './usePaste.ts';
import { hasCondition, many } from './words.ts';
import './import.css';

const onControl = (target: EventTarget | null) => target instanceof Element && target.closest('button, a, input, select, textarea, [role="switch"]') !== null;

/** Brings in a survey: choose a file, see what was understood, decide on each column, import. */
export function ImportScreen() {
  const importing = useImport();
  const { inspection, columns, forget } = importing;
  const questions = useQuery('project.overview', {}).data?.questions ?? 0;
  const [over, setOver] = useState(false);
  const leave = () => usePlace.getState().go({ screen: 'code' });
  const [asking, setAsking] = useState(false);
  /** The file for which somebody looked at who was asked. */
  const [checked, setChecked] = useState<ChosenFile | null>(null);
  const bringIn = async (sure = checked === importing.file) => {
    // Who could answer is the denominator of every count: asked once, where it was read off the answers.
    // Of a question that the project has, it was decided there.
    if (!sure && columns.some((column) => hasCondition(column) && !importing.known.has(column.index))) return setAsking(true);
    const done = await importing.bringIn();
    if (done) await arrive(done);
  };
  const confirm = () => {
    setAsking(false);
    setChecked(importing.file);
    void bringIn(true);
  };
  const ready = inspection !== null && !importing.busy && inspection.questions > 0;
  const ofDocuments = inspection?.document != null;

  useKeys({ Enter: (event) => (onControl(event.target) || !inspection || ofDocuments || asking ? false : ready && void bringIn()) });
  useHints(
    ofDocuments
      ? [{ keys: ['Enter'], text: 'Import' }]
      : inspection
      ? [
          { keys: ['Enter'], text: 'Import' },
          { keys: ['Q'], or: ['A'], text: 'On a column: question, attribute' },
          { keys: ['P'], or: ['I'], text: 'On a column: participant id, ignore' },
        ]
      : [
          { keys: ['Enter'], text: 'Choose a file' },
          { keys: ['Ctrl', 'V'], text: 'Paste cells or text' },
        ],
    'Import',
  );
  usePaste(importing.choose, inspection === null);

  const drop = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      importing.choose(...event.dataTransfer.files);
    },
  };

  if (!inspection) {
    return (
      <div className="i-app is-empty" {...drop}>
        <DropZone
          over={over}
          error={importing.error}
          busy={importing.file !== null && importing.error === null}
          onChoose={importing.choose}
          waiting={importing.companions.map(({ fileName }) => fileName)}
          {...(questions > 0 ? { onLeave: leave } : {})}
        />
      </div>
    );
  }
  if (ofDocuments && importing.file) {
    return (
      <div className={`i-app ${over ? 'is-over' : ''}`} {...drop}>
        <DocumentImport key={importing.file.fileName} files={[importing.file, ...importing.others]} format={importing.wishes.format} onTable={() => importing.readAs({ format: 'csv' })} onCancel={questions > 0 ? leave : forget} />
      </div>
    );
  }
  return (
    <div className={`i-app ${over ? 'is-over' : ''}`} aria-busy={importing.busy} {...drop}>
      <SidePane importing={importing} inspection={inspection} onChecked={() => setChecked(importing.file)} />
      <section className="i-main pane" aria-label="Columns">
        <Differences importing={importing} />
        <ColumnsTable columns={columns} onColumn={importing.setColumn} onRole={importing.setRole} onName={importing.setName} />
        <Preview inspection={inspection} columns={columns} />
      </section>
      <Footer inspection={inspection} importing={importing} {...(ready ? { onImport: () => void bringIn() } : {})} onCancel={questions > 0 ? leave : forget} />
      <AskedDialog open={asking} onClose={() => setAsking(false)} onConfirm={confirm} inspection={inspection} importing={importing} />
    </div>
  );
}

/** Goes to the first of the new questions, and says what came in. */
async function arrive(done: ImportSummary): Promise<void> {
  const questions = await call('survey.questions', {});
  const analyses = await call('analysis.list', {});
  // A wave with new questions goes to the first of them; one without stays at the question where one was.
  const added = done.wave.questions.added;
  const questionId = questions.ok && added ? (questions.value.filter(({ kind }) => kind === 'survey').at(-added)?.id ?? null) : usePlace.getState().questionId;
  const analysisId = analyses.ok
    ? (analyses.value.find(({ status, questionIds }) => status === 'active' && questionId !== null && questionIds.includes(questionId))?.id ?? null)
    : null;
  usePlace.getState().go({ screen: 'code', questionId, analysisId, itemId: null, codeId: null });
  toast({
    text: done.wave.kind === 'wave' ? waveWords(done) : `${many(done.participants, 'respondent')} came in, with ${many(done.answers, 'answer')} to ${many(done.questions, 'question')}.`,
    ...(nothingNew(done) ? {} : { action: { label: 'Undo', run: () => void call('history.undo', {}) } }),
  });
}

/** A file that brought nothing left no step to undo. */
const nothingNew = ({ wave: { kind, people, answers, questions, attributes } }: ImportSummary) =>
  kind === 'wave' && people.added + answers.added + answers.changed + questions.added + attributes.added + attributes.values === 0;

function waveWords(done: ImportSummary): string {
  const { answers, people } = done.wave;
  if (nothingNew(done)) return 'Everything in this file is in the project already. Nothing was added.';
  return `${many(answers.added, 'answer')} and ${many(people.added, 'person', 'people')} came in${answers.changed ? `, and ${many(answers.changed, 'changed answer')} beside the earlier ${answers.changed === 1 ? 'one' : 'ones'}` : ''}.`;
}
