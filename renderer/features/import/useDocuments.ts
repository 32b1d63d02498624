import { useEffect, useRef, useState } from 'react';
import type { ImportSummary } from '../../../shared/contract/survey.ts';
import type { DocumentSplit, Inspection } from '../../../shared/domain/plan.ts';
import { call } from '../../data/call.ts';
import { useCommand } from '../../data/useCommand.ts';
import { type ChosenFile, forgetFiles } from './read-file.ts';

/** What a person decided about one document, over what was understood. */
interface DocumentWish {
  title?: string;
  split?: DocumentSplit;
  encoding?: string;
}

/** A chosen document: what is understood of it, or why it cannot be read. */
export interface Chosen {
  file: ChosenFile;
  wish: DocumentWish;
  inspection: Inspection | null;
  error: string | null;
}

export interface Documents {
  chosen: readonly Chosen[];
  /** Still looking into some of them, or bringing them in. */
  busy: boolean;
  error: string | null;
  decide: (at: number, wish: DocumentWish) => void;
  leaveOut: (at: number) => void;
  /** One import each; gives what came in. Where one is refused, those before it are in, and it stays on the list. */
  bringIn: (collection: string) => Promise<ImportSummary[] | null>;
}

export const titleOf = ({ wish, inspection, file }: Chosen): string => wish.title ?? inspection?.document?.title ?? file.fileName;
export const partsOf = ({ inspection }: Chosen): number => (inspection?.document ? inspection.document.counts[inspection.document.split] : 0);

/** Looks into documents that were chosen together, again where somebody decides otherwise, and brings them in at the end. */
export function useDocuments(files: readonly ChosenFile[], format?: string): Documents {
  const [chosen, setChosen] = useState<readonly Chosen[]>(() => files.map((file) => ({ file, wish: {}, inspection: null, error: null })));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const importCommand = useCommand('survey.import', { quiet: true });
  const latest = useRef(new Map<ChosenFile, number>());

  const change = (file: ChosenFile, patch: Partial<Chosen>) => setChosen((before) => before.map((each) => (each.file === file ? { ...each, ...patch } : each)));
  const look = async (file: ChosenFile, { split, encoding }: DocumentWish) => {
    const mine = (latest.current.get(file) ?? 0) + 1;
    latest.current.set(file, mine);
    const result = await call('survey.inspect', { ...file, plan: { ...(format ? { format } : {}), ...(encoding ? { encoding } : {}), ...(split ? { document: { split } } : {}) } });
    if (latest.current.get(file) !== mine) return;
    if (!result.ok) change(file, { error: result.error.message });
    else change(file, result.value.document ? { inspection: result.value, error: null } : { error: 'This is a table, not a document. Import it by itself.' });
  };

  // Files that arrive while others are shown (they are read one after the other) join them.
  useEffect(() => {
    const fresh = files.filter((file) => !latest.current.has(file));
    if (fresh.length === 0) return;
    setChosen((before) => [...before, ...fresh.filter((file) => !before.some((each) => each.file === file)).map((file) => ({ file, wish: {}, inspection: null, error: null }))]);
    for (const file of fresh) void look(file, {});
  });

  // The host keeps large files for as long as this screen shows them.
  useEffect(() => () => forgetFiles([...latest.current.keys()]), []);

  return {
    chosen,
    busy: busy || chosen.some(({ inspection, error: problem }) => !inspection && !problem),
    error,
    decide: (at, wish) => {
      const each = chosen[at];
      if (!each) return;
      const next = { ...each.wish, ...wish };
      change(each.file, { wish: next });
      if (wish.split !== undefined || wish.encoding !== undefined) void look(each.file, next);
    },
    leaveOut: (at) => setChosen((before) => before.filter((_, index) => index !== at)),
    bringIn: async (collection) => {
      setBusy(true);
      setError(null);
      const done: ImportSummary[] = [];
      for (const each of chosen) {
        if (!each.inspection?.document) continue;
        const { encoding } = each.wish;
        const document = { title: titleOf(each).trim(), split: each.inspection.document.split, collection };
        // Exactly as it was shown: a text that reads as a document here is one.
        const result = await importCommand({ ...each.file, plan: { format: each.inspection.format, ...(encoding ? { encoding } : {}), document } });
        if (!result.ok) {
          setBusy(false);
          setError(done.length ? `${done.length === 1 ? 'The first document is' : `The first ${done.length} documents are`} in. ${result.error.message}` : result.error.message);
          setChosen((before) => before.filter((_, index) => index >= done.length));
          return null;
        }
        done.push(result.value);
      }
      setBusy(false);
      return done;
    },
  };
}
