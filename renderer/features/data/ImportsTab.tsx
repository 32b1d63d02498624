import { Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ImportRow } from '../../../shared/contract/removal.ts';
import { call } from '../../data/call.ts';
import { useQuery } from '../../data/useQuery.ts';
import { usePlace } from '../../state/place.ts';
import { Button, Empty, IconButton } from '../../ui/index.ts';
import { toast } from '../../ui/toast.ts';
import { recently } from '../diary/dates.ts';
import { askToDelete } from './data-ui.ts';
import { type Column, VirtualTable } from './VirtualTable.tsx';
import { listed, many } from './words.ts';

/** Every file that came in: when, by whom, what it brought, and how it is taken back. */
export function ImportsTab() {
  const { data: imports, loading } = useQuery('survey.imports', {});
  const more = <Button onClick={() => usePlace.getState().go({ screen: 'import' })}>Import another file</Button>;
  if (loading || !imports) return null;
  if (imports.length === 0)
    return (
      <div className="data-empty">
        <Empty title="Nothing was imported yet" action={<Button variant="primary" onClick={() => usePlace.getState().go({ screen: 'import' })}>Import responses</Button>}>
          Later answers of the same survey can be added at any time; you will see the differences first.
        </Empty>
      </div>
    );
  const columns: Column<ImportRow>[] = [
    { key: 'file', head: 'File', className: 'c-file', cell: ({ fileName }) => <span className="med clip" title={fileName}>{fileName}</span> },
    { key: 'at', head: 'When', className: 'nowrap', cell: ({ at, actor }) => <>{recently(at)}<span className="muted small data-actor clip">{actor}</span></> },
    { key: 'brought', head: 'What it brought', className: 'c-brought', cell: (row) => <span className="data-brought" title={brought(row)}>{brought(row)}</span> },
    { key: 'undo', head: <span className="vh">Take back</span>, className: 'c-undo', cell: (row) => <TakeBack row={row} /> },
    { key: 'delete', head: <span className="vh">Delete</span>, className: 'c-more', cell: ({ id, fileName }) => <IconButton size="sm" label={`Delete what ${fileName} brought`} icon={<Trash2 size={15} />} onClick={() => askToDelete({ kind: 'import', id, name: fileName })} /> },
  ];
  return (
    <>
      <div className="data-h">
        <h2>{many(imports.length, 'import')}</h2>
        <span className="muted">The files themselves are not kept, only what they brought.</span>
        <span className="push" />
        <Button variant="quiet" onClick={() => usePlace.getState().go({ screen: 'coding-import' })}>Bring in coding done elsewhere</Button>
        {more}
      </div>
      <VirtualTable label="Imports" rows={imports} keyOf={({ id }) => id} columns={columns} />
    </>
  );
}

function brought({ kind, people, questions, attributes, documents, answers, changed }: ImportRow): string {
  const documentsOnly = kind === 'documents';
  const parts = [
    people ? many(people, 'person', 'people') : '',
    documents ? many(documents, 'document') : '',
    answers - changed ? many(answers - changed, documentsOnly ? 'part' : 'answer') : '',
    changed ? many(changed, 'changed answer') : '',
    questions ? many(questions, documentsOnly ? 'collection' : 'question') : '',
    attributes ? many(attributes, 'attribute') : '',
  ].filter(Boolean);
  return parts.length ? listed(parts) : 'nothing that is still here';
}

/** Undo reaches it: in one step, or with everything that was done since, which redo brings again. */
function TakeBack({ row: { steps, fileName } }: { row: ImportRow }) {
  const [sure, setSure] = useState(false);
  if (steps === null) return null;
  async function undo() {
    setSure(false);
    for (let step = 0; step < (steps ?? 0); step++) {
      const result = await call('history.undo', {});
      if (!result.ok) return toast({ text: result.error.message });
    }
    toast({ text: `${fileName} was taken back.`, action: { label: 'Redo', run: () => void call('history.redo', {}) } });
  }
  if (steps === 1) return <Button size="sm" icon={<Undo2 size={14} aria-hidden />} onClick={() => void undo()}>Undo this import</Button>;
  if (!sure) return <Button size="sm" variant="quiet" icon={<Undo2 size={14} aria-hidden />} onClick={() => setSure(true)}>{`Undo ${steps} steps …`}</Button>;
  return (
    <span className="hstack">
      <Button size="sm" autoFocus onClick={() => void undo()}>{`Undo this import and the ${steps - 1} ${steps === 2 ? 'step' : 'steps'} since`}</Button>
      <Button size="sm" variant="quiet" onClick={() => setSure(false)}>No</Button>
    </span>
  );
}
