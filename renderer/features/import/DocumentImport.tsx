import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { ImportSummary } from '../../../shared/contract/survey.ts';
import { call } from '../../data/call.ts';
import { useQuery } from '../../data/useQuery.ts';
import { usePlace } from '../../state/place.ts';
import { Button } from '../../ui/index.ts';
import { toast } from '../../ui/toast.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { DocumentParts } from './DocumentParts.tsx';
import { DocumentPane } from './DocumentPane.tsx';
import { documentsWords } from './document-words.ts';
import type { ChosenFile } from './read-file.ts';
import { partsOf, titleOf, useDocuments } from './useDocuments.ts';
import './document-import.css';

interface Props {
  files: readonly ChosenFile[];
  /** What somebody wants a text to be read as, whatever it looks like. */
  format: string | undefined;
  onTable: () => void;
  onCancel: () => void;
}

const usual = 'Documents';

/** Brings in documents: how each is split, under which title, and the collection that all of them go into. */
export function DocumentImport({ files, format, onTable, onCancel }: Props) {
  const documents = useDocuments(files, format);
  const { chosen } = documents;
  const [at, setAt] = useState(0);
  const collections = useQuery('survey.questions', {}).data?.filter(({ kind }) => kind === 'documents').map(({ shortName }) => shortName) ?? [];
  const [named, setNamed] = useState<string | null>(null);
  const collection = named ?? collections.at(-1) ?? usual;
  const shown = chosen[at] ?? chosen[0];
  const readable = chosen.filter(({ inspection }) => inspection?.document);
  const parts = readable.reduce((sum, each) => sum + partsOf(each), 0);
  const ready = !documents.busy && readable.length > 0 && collection.trim() !== '' && readable.every((each) => titleOf(each).trim() !== '');
  const bringIn = async () => {
    const done = await documents.bringIn(collection.trim());
    if (done) await arrive(done);
  };
  useKeys({ Enter: (event) => (event.target instanceof Element && event.target.closest('button, a, input, [role="radio"]') ? false : ready && void bringIn()) });
  if (!shown) return null;
  const index = chosen.indexOf(shown);
  return (
    <>
      <DocumentPane documents={documents} at={index} onShow={setAt} onTable={files.length === 1 ? onTable : undefined} />
      <DocumentParts
        key={shown.file.fileName}
        chosen={shown}
        collections={collections}
        collection={collection}
        onCollection={setNamed}
        onDecide={(wish) => documents.decide(index, wish)}
      />
      <footer className="i-foot">
        {documents.error ? (
          <span className="i-error" role="alert">
            <TriangleAlert size={15} aria-hidden />
            <span>{documents.error}</span>
          </span>
        ) : (
          <span className="soft" role="status" aria-label="What will be imported">
            <b>{documentsWords(readable.length, parts)}</b>, into “{collection.trim() || usual}”
          </span>
        )}
        <span className="push" />
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <Button variant="primary" size="lg" keys={['Enter']} disabled={!ready} onClick={() => void bringIn()}>
          {readable.length > 1 ? `Import ${readable.length} documents` : 'Import the document'}
        </Button>
      </footer>
    </>
  );
}

/** Goes to the collection, and says what came in; Undo takes all of it back. */
async function arrive(done: readonly ImportSummary[]): Promise<void> {
  const collection = done[0]?.document?.collection;
  const questions = await call('survey.questions', {});
  const analyses = await call('analysis.list', {});
  const questionId = questions.ok ? (questions.value.find(({ kind, shortName }) => kind === 'documents' && shortName === collection)?.id ?? null) : null;
  const analysisId = analyses.ok ? (analyses.value.find(({ status, questionIds }) => status === 'active' && questionId !== null && questionIds.includes(questionId))?.id ?? null) : null;
  usePlace.getState().go({ screen: 'code', questionId, analysisId, itemId: null, codeId: null });
  const parts = done.reduce((sum, { document }) => sum + (document?.parts ?? 0), 0);
  const [note] = done.flatMap(({ warnings }) => warnings.filter((each) => each.startsWith('There is another document')));
  toast({
    text: `${documentsWords(done.length, parts)} came in.${note ? ` ${note}` : ''}`,
    action: {
      label: 'Undo',
      run: async () => {
        for (const _ of done) await call('history.undo', {});
      },
    },
  });
}
