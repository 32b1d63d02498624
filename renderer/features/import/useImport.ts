import { useCallback, useEffect, useRef, useState } from 'react';
import type { InputOf } from '../../../shared/contract/index.ts';
import type { ImportSummary } from '../../../shared/contract/survey.ts';
import type { ColumnRole, Inspection, PlanColumn } from '../../../shared/domain/plan.ts';
import { call } from '../../data/call.ts';
import { useCommand } from '../../data/useCommand.ts';
import { type ChosenFile, readFile } from './read-file.ts';

/** What a person decided, over what the importer guessed. */
export interface Wishes {
  headerRows?: number;
  delimiter?: string;
  encoding?: string;
  sheet?: string;
  repair?: boolean;
  analyses?: 'each' | 'together';
  columns: Readonly<Record<number, { role: ColumnRole; shortName: string }>>;
}

const none: Wishes = { columns: {} };
/** Milliseconds before a change of roles is looked at again; several quick ones are looked at once. */
const settle = 120;

type Plan = NonNullable<InputOf<'survey.import'>['plan']>;

function planOf({ headerRows, delimiter, encoding, sheet, repair, analyses, columns }: Wishes): Plan {
  const given = Object.entries(columns).map(([index, column]) => ({ index: Number(index), ...column }));
  return {
    ...(headerRows === undefined ? {} : { headerRows }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(repair === undefined ? {} : { repairs: { apply: repair } }),
    ...(analyses === undefined ? {} : { analyses }),
    ...(given.length ? { columns: given } : {}),
  };
}

export interface Importing {
  file: ChosenFile | null;
  inspection: Inspection | null;
  /** Columns with the wishes of this moment, before the importer has looked again. */
  columns: readonly PlanColumn[];
  wishes: Wishes;
  error: string | null;
  busy: boolean;
  choose: (file: File) => void;
  forget: () => void;
  /** Reads the file in another way; decisions about columns are dropped, because the columns change. */
  readAs: (wish: Pick<Wishes, 'headerRows' | 'delimiter' | 'encoding' | 'sheet'>) => void;
  wish: (wish: Pick<Wishes, 'repair' | 'analyses'>) => void;
  setRole: (column: PlanColumn, role: ColumnRole) => void;
  setName: (column: PlanColumn, shortName: string) => void;
  bringIn: () => Promise<ImportSummary | null>;
}

/** Looks into a file again and again as a person decides, and brings it in at the end. */
export function useImport(): Importing {
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [wishes, setWishes] = useState<Wishes>(none);
  const [inspection, setInspection] = useState<Inspection | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const request = useRef(0);
  const importCommand = useCommand('survey.import', { quiet: true });

  useEffect(() => {
    if (!file) return undefined;
    const mine = ++request.current;
    const timer = setTimeout(
      async () => {
        setBusy(true);
        const result = await call('survey.inspect', { ...file, plan: planOf(wishes) });
        if (mine !== request.current) return;
        setBusy(false);
        setError(result.ok ? null : result.error.message);
        if (result.ok) setInspection(result.value);
      },
      wishes === none ? 0 : settle,
    );
    return () => clearTimeout(timer);
  }, [file, wishes]);

  const start = useCallback((chosen: ChosenFile | null, problem: string | null = null) => {
    request.current++;
    setFile(chosen);
    setWishes(none);
    setInspection(null);
    setError(problem);
    setBusy(false);
  }, []);

  const decide = (column: PlanColumn, change: { role?: ColumnRole; shortName?: string }) =>
    setWishes((before) => {
      const columns = { ...before.columns };
      // There is one participant column; the one before becomes ignored.
      if (change.role === 'participant')
        for (const [index, each] of Object.entries(columns)) if (each.role === 'participant') columns[Number(index)] = { ...each, role: 'ignore' };
      columns[column.index] = { role: column.role, shortName: column.shortName, ...columns[column.index], ...change };
      return { ...before, columns };
    });

  const asWished = (column: PlanColumn): PlanColumn => {
    const wish = wishes.columns[column.index];
    const otherId = column.role === 'participant' && wish === undefined && Object.values(wishes.columns).some(({ role }) => role === 'participant');
    return wish ? { ...column, role: wish.role, shortName: wish.shortName || column.shortName } : otherId ? { ...column, role: 'ignore' } : column;
  };

  return {
    file,
    inspection,
    wishes,
    error,
    busy,
    columns: (inspection?.columns ?? []).map(asWished),
    choose: (chosen) =>
      void readFile(chosen).then(
        (read) => start(read),
        (problem: Error) => start(null, problem.message),
      ),
    forget: () => start(null),
    readAs: (wish) =>
      setWishes(({ columns: _, headerRows, ...before }) => ({
        ...before,
        // Another sheet has header rows of its own.
        ...(headerRows === undefined || wish.sheet !== undefined ? {} : { headerRows }),
        ...wish,
        columns: {},
      })),
    wish: (wish) => setWishes((before) => ({ ...before, ...wish })),
    setRole: (column, role) => decide(column, { role, shortName: '' }),
    setName: (column, shortName) => decide(column, { shortName }),
    bringIn: async () => {
      if (!file) return null;
      setBusy(true);
      const result = await importCommand({ ...file, plan: planOf(wishes) });
      setBusy(false);
      setError(result.ok ? null : result.error.message);
      return result.ok ? result.value : null;
    },
  };
}
