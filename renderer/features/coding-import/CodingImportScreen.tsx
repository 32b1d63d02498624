import { type DragEvent, useMemo, useState } from 'react';
import type { CodingImportSummary } from '../../../shared/contract/coding-import.ts';
import type { CodingFileRow } from '../../../shared/domain/coding-import.ts';
import { call } from '../../data/call.ts';
import { save } from '../../host/save.ts';
import { usePlace } from '../../state/place.ts';
import { toast } from '../../ui/toast.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { usePaste } from '../import/usePaste.ts';
import { CodingDrop } from './CodingDrop.tsx';
import { CodingFooter } from './CodingFooter.tsx';
import { CodingRows } from './CodingRows.tsx';
import { CodingSide } from './CodingSide.tsx';
import { outCsv, tally, whyOut } from './decisions.ts';
import { LeftOut } from './LeftOut.tsx';
import { useCodingImport } from './useCodingImport.ts';
import { many } from './words.ts';
import '../import/import.css';
import './coding-import.css';

const leave = () => usePlace.getState().go({ screen: 'code' });

/** Brings in coding done elsewhere: choose a file, see where its quotes stand, decide about those that are not simply found. */
export function CodingImportScreen() {
  const importing = useCodingImport();
  const { inspection, decisions, busy } = importing;
  const [over, setOver] = useState(false);
  const [done, setDone] = useState<CodingImportSummary | null>(null);
  const counted = useMemo(() => tally(inspection?.rows ?? [], decisions), [inspection, decisions]);
  usePaste(importing.choose, inspection === null);

  const bringIn = async () => {
    if (busy || done || counted.codings === 0) return;
    const summary = await importing.bringIn();
    if (!summary) return;
    if (summary.problems.length > 0) setDone(summary);
    else void arrive(summary);
  };
  useKeys({ 'Ctrl+Enter': () => (inspection && !busy ? void bringIn() : false) });

  const saveList = () => saveRows(`${withoutEnding(importing.file?.fileName ?? 'Codings')}, left out.csv`, counted.out, (row) => whyOut(row, decisions));
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
      const [file] = event.dataTransfer.files;
      if (file) importing.choose(file);
    },
  };

  if (!inspection) {
    return (
      <div className="i-app is-empty" {...drop}>
        <CodingDrop over={over} busy={busy} error={importing.error} onChoose={importing.choose} onLeave={leave} />
      </div>
    );
  }
  return (
    <div className={`i-app ${over ? 'is-over' : ''}`} aria-busy={busy} {...drop}>
      <CodingSide importing={importing} inspection={inspection} />
      <section className="i-main pane" aria-label="Where the quotes stand">
        {inspection.obstacle ? <p className="ci-obstacle soft">{inspection.obstacle} Say on the left what the columns are for; the quotes are then looked for in the answers.</p> : <CodingRows key={`${inspection.section} ${inspection.columns.map(({ role }) => role).join()}`} importing={importing} inspection={inspection} />}
      </section>
      <CodingFooter tally={counted} rows={inspection.rows.length} error={importing.error} busy={busy} onBringIn={() => void bringIn()} onSave={saveList} onCancel={importing.forget} />
      {done && (
        <LeftOut
          problems={done.problems} said={saidOf(done)} onSave={saveList}
          onUndo={() => {
            setDone(null);
            void call('history.undo', {});
          }}
          onClose={() => {
            setDone(null);
            void arrive(done);
          }}
        />
      )}
    </div>
  );
}

const saidOf = ({ codings, codes, repeated }: CodingImportSummary) =>
  `${many(codings, 'coding')} came in${codes > 0 ? ` with ${many(codes, 'new code')}` : ''}${repeated > 0 ? `; ${repeated.toLocaleString('en-GB')} ${repeated === 1 ? 'was' : 'were'} there already` : ''}.`;

/** Goes to where the codings can be seen, and says what came in. */
async function arrive(done: CodingImportSummary): Promise<void> {
  usePlace.getState().go({ screen: 'code', codeId: null });
  toast({ text: saidOf(done), ...(done.codings > 0 ? { action: { label: 'Undo', run: () => void call('history.undo', {}) } } : {}) });
}

const withoutEnding = (fileName: string) => fileName.replace(/\.[^.]{1,5}$/, '');

function saveRows(fileName: string, rows: readonly CodingFileRow[], reason: (row: CodingFileRow) => string): void {
  const bytes = new TextEncoder().encode(outCsv(rows, reason));
  save({ fileName, bytes: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')), mime: 'text/csv', size: bytes.byteLength });
  toast({ text: `${many(rows.length, 'row')} saved as “${fileName}”.` });
}
