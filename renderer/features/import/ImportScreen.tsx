import { type DragEvent, useEffect, useState } from 'react';
import type { ImportSummary } from '../../../shared/contract/survey.ts';
import { call } from '../../data/call.ts';
import { useQuery } from '../../data/useQuery.ts';
import { usePlace } from '../../state/place.ts';
import { toast } from '../../ui/toast.ts';
import { useHints } from '../../ui/hints.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { ColumnsTable } from './ColumnsTable.tsx';
import { DropZone } from './DropZone.tsx';
import { Footer } from './Footer.tsx';
import { Preview } from './Preview.tsx';
import { pastedFile } from './read-file.ts';
import { SidePane } from './SidePane.tsx';
import { useImport } from './useImport.ts';
import { many } from './words.ts';
import './import.css';

const onControl = (target: EventTarget | null) => target instanceof Element && target.closest('button, a, input, select, textarea, [role="switch"]') !== null;

/** Brings in a survey: choose a file, see what was understood, decide on each column, import. */
export function ImportScreen() {
  const importing = useImport();
  const { inspection, columns, forget } = importing;
  const people = useQuery('project.overview', {}).data?.participants ?? 0;
  const [over, setOver] = useState(false);
  const leave = () => usePlace.getState().go({ screen: 'code' });
  const bringIn = async () => {
    const done = await importing.bringIn();
    if (done) await arrive(done);
  };
  const ready = inspection !== null && !importing.busy && inspection.questions > 0;

  useKeys({ Enter: (event) => (onControl(event.target) || !inspection ? false : ready && void bringIn()) });
  useHints(
    inspection
      ? [
          { keys: ['Enter'], text: 'Import' },
          { keys: ['Q'], or: ['A'], text: 'On a column: question, attribute' },
          { keys: ['P'], or: ['I'], text: 'On a column: participant id, ignore' },
        ]
      : [
          { keys: ['Enter'], text: 'Choose a file' },
          { keys: ['Ctrl', 'V'], text: 'Paste cells copied from a spreadsheet' },
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
      const file = event.dataTransfer.files[0];
      if (file) importing.choose(file);
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
          {...(people > 0 ? { onLeave: leave } : {})}
        />
      </div>
    );
  }
  return (
    <div className={`i-app ${over ? 'is-over' : ''}`} aria-busy={importing.busy} {...drop}>
      <SidePane importing={importing} inspection={inspection} />
      <section className="i-main pane" aria-label="Columns">
        <ColumnsTable columns={columns} onRole={importing.setRole} onName={importing.setName} />
        <Preview inspection={inspection} columns={columns} />
      </section>
      <Footer inspection={inspection} importing={importing} {...(ready ? { onImport: () => void bringIn() } : {})} onCancel={people > 0 ? leave : forget} />
    </div>
  );
}

/** Goes to the first of the new questions, and says what came in. */
async function arrive(done: ImportSummary): Promise<void> {
  const questions = await call('survey.questions', {});
  const analyses = await call('analysis.list', {});
  const questionId = questions.ok ? (questions.value.at(-done.questions)?.id ?? null) : null;
  const analysisId = analyses.ok
    ? (analyses.value.find(({ status, questionIds }) => status === 'active' && questionId !== null && questionIds.includes(questionId))?.id ?? null)
    : null;
  usePlace.getState().go({ screen: 'code', questionId, analysisId, itemId: null, codeId: null });
  toast({
    text: `${many(done.participants, 'respondent')} came in, with ${many(done.answers, 'answer')} to ${many(done.questions, 'question')}.`,
    action: { label: 'Undo', run: () => void call('history.undo', {}) },
  });
}

/** Cells copied from a spreadsheet, or a copied file. */
function usePaste(choose: (file: File) => void, enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return undefined;
    const onPaste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const file = event.clipboardData?.files[0] ?? (text.trim() ? pastedFile(text) : undefined);
      if (!file) return;
      event.preventDefault();
      choose(file);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  });
}
