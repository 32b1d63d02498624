import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ImportSummary } from '../../../shared/contract/survey.ts';
import type { Differences } from '../../../shared/contract/wave.ts';
import { fitPlan } from '../../../shared/domain/plan-fit.ts';
import type { ColumnRole, GivenPlan, Inspection, PlanColumn, RowKind } from '../../../shared/domain/plan.ts';
import { call } from '../../data/call.ts';
import { useCommand } from '../../data/useCommand.ts';
import { toast } from '../../ui/toast.ts';
import { type ChosenFile, forgetFiles, readFile } from './read-file.ts';
import { asWished, type ColumnWish, decide, noWishes, planOf, type Wishes } from './wishes.ts';

/** Milliseconds before a change of roles is looked at again; several quick ones are looked at once. */
const settle = 120;
/** Bytes up to which a dropped file is asked whether it is a key to the file that is open. */
const smallFile = 3_000_000;

export interface Importing {
  file: ChosenFile | null;
  /** A key or a dictionary that goes with the file. One that was chosen first waits here for its file. */
  companions: readonly ChosenFile[];
  inspection: Inspection | null;
  /** Documents that were chosen together with the file. */
  others: readonly ChosenFile[];
  /** Columns with the wishes of this moment, before the importer has looked again. */
  columns: readonly PlanColumn[];
  /** Columns whose question the project has: who was asked it is decided there, not by the file. */
  known: ReadonlySet<number>;
  /** What the file would change in a project that has people; null while that is not known, and for a first file. */
  beside: Differences | null;
  setBeside: (found: Differences | null) => void;
  wishes: Wishes;
  error: string | null;
  busy: boolean;
  choose: (...files: File[]) => void;
  removeCompanion: (fileName: string) => void;
  forget: () => void;
  /** Reads the file in another way; decisions about columns are dropped, because the columns change. */
  readAs: (wish: Pick<Wishes, 'format' | 'headerRows' | 'delimiter' | 'encoding' | 'sheet' | 'long'>) => void;
  wish: (wish: Pick<Wishes, 'repair' | 'analyses' | 'event' | 'ids'>) => void;
  /** Reads the file like a kept plan; null goes back to what is guessed. What was decided by hand falls away. */
  readLike: (known: { name: string; plan: GivenPlan } | null) => void;
  setRows: (kind: RowKind, leaveOut: boolean) => void;
  setRole: (column: PlanColumn, role: ColumnRole) => void;
  setName: (column: PlanColumn, shortName: string) => void;
  setColumn: (column: PlanColumn, change: Partial<ColumnWish>) => void;
  bringIn: () => Promise<ImportSummary | null>;
}

const isTableName = (fileName: string) => /\.(csv|tsv|xlsx|xlsm|zip)$/i.test(fileName);

const isCompanion = (details: unknown) => typeof details === 'object' && details !== null && 'companion' in details;

/** Looks into a file again and again as a person decides, and brings it in at the end. */
export function useImport(): Importing {
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [companions, setCompanions] = useState<readonly ChosenFile[]>([]);
  const [others, setOthers] = useState<readonly ChosenFile[]>([]);
  const [wishes, setWishes] = useState<Wishes>(noWishes);
  const [inspection, setInspection] = useState<Inspection | null>(null);
  const [beside, setBeside] = useState<Differences | null>(null);
  const known = useMemo<ReadonlySet<number>>(() => new Set(beside?.known), [beside]);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const request = useRef(0);
  const importCommand = useCommand('survey.import', { quiet: true });

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was seen before decides only what a stopped reading leaves behind
  useEffect(() => {
    if (!file) return undefined;
    const mine = ++request.current;
    const timer = setTimeout(
      async () => {
        setBusy(true);
        const result = await call('survey.inspect', { ...file, plan: planOf(wishes), ...(companions.length ? { companions: [...companions] } : {}) });
        if (mine !== request.current) return;
        setBusy(false);
        if (!result.ok && result.error.kind === 'cancelled' && inspection === null) {
          // Stopped by the person: nothing went wrong, and there is nothing to show.
          setFile(null);
          return toast({ text: result.error.message });
        }
        setError(result.ok ? null : result.error.message);
        if (result.ok) setInspection(result.value);
        else if (isCompanion(result.error.details)) {
          // A key chosen before its file: it is kept, and the file is asked for.
          setCompanions((before) => [...before.filter(({ fileName }) => fileName !== file.fileName), file]);
          setFile(null);
        }
      },
      wishes === noWishes ? 0 : settle,
    );
    return () => clearTimeout(timer);
  }, [file, wishes, companions]);

  // The host keeps large files for as long as this screen shows them.
  useEffect(() => (file ? () => forgetFiles([file]) : undefined), [file]);
  useEffect(() => () => forgetFiles(companions), [companions]);

  const start = useCallback((chosen: ChosenFile | null, problem: string | null = null) => {
    request.current++;
    setOthers([]);
    setFile(chosen);
    setWishes(noWishes);
    setInspection(null);
    setBeside(null);
    setError(problem);
    setBusy(false);
  }, []);

  /** A small file beside one that is open may be its key; anything else takes its place. */
  const take = async (read: ChosenFile) => {
    const asked = inspection !== null && read.bytes.length < smallFile ? await call('survey.inspect', { ...read }) : null;
    if (asked && !asked.ok && isCompanion(asked.error.details)) {
      setCompanions((before) => [...before.filter(({ fileName }) => fileName !== read.fileName), read]);
      return;
    }
    if (inspection !== null) setCompanions([]);
    start(read);
  };

  /** Several files that are documents (a policy folder) are shown together, also those of them that cannot be read. */
  const takeDocuments = async (given: readonly ChosenFile[]) => {
    if (given.length < 2 || given.some(({ fileName }) => isTableName(fileName))) return false;
    const looked = await Promise.all(given.map(async (each) => ({ each, asked: await call('survey.inspect', { ...each }) })));
    const first = looked.find(({ asked }) => asked.ok && asked.value.document)?.each;
    if (!first || looked.some(({ asked }) => asked.ok && !asked.value.document)) return false;
    start(first);
    setOthers(given.filter((each) => each !== first));
    return true;
  };

  return {
    file,
    companions,
    inspection,
    others,
    known,
    beside,
    setBeside,
    wishes,
    error,
    busy,
    columns: (inspection?.columns ?? []).map((column) => asWished(column, wishes)),
    choose: async (...files) => {
      try {
        const given = await Promise.all(files.map(readFile));
        if (await takeDocuments(given)) return;
        // The largest is the one with the respondents; a key is small.
        const read = given.toSorted((a, b) => b.bytes.length - a.bytes.length);
        const [first, ...others] = read;
        if (first) await take(first);
        const waiting: string[] = [];
        for (const other of others) {
          const asked = await call('survey.inspect', { ...other });
          if (!asked.ok && isCompanion(asked.error.details)) setCompanions((before) => [...before.filter(({ fileName }) => fileName !== other.fileName), other]);
          else waiting.push(other.fileName);
        }
        forgetFiles(others.filter(({ fileName }) => waiting.includes(fileName)));
        if (waiting.length) toast({ text: `Tables come in one at a time. Import ${waiting.map((name) => `“${name}”`).join(', ')} after this one.` });
      } catch (problem) {
        start(null, (problem as Error).message);
      }
    },
    removeCompanion: (fileName) => setCompanions((before) => before.filter((each) => each.fileName !== fileName)),
    forget: () => {
      setCompanions([]);
      start(null);
    },
    readAs: (wish) =>
      setWishes(({ columns: _, headerRows, base: __, ...before }) => ({
        ...before,
        // Another sheet has header rows of its own.
        ...(headerRows === undefined || wish.sheet !== undefined ? {} : { headerRows }),
        ...wish,
        columns: {},
      })),
    wish: (wish) => setWishes((before) => ({ ...before, ...wish })),
    readLike: (known) => {
      if (!known || !inspection) return setWishes(({ base: _, ...before }) => ({ ...before, columns: {} }));
      const { encoding, delimiter, sheet, headerRows } = wishes;
      const kept = { ...(encoding === undefined ? {} : { encoding }), ...(delimiter === undefined ? {} : { delimiter }), ...(sheet === undefined ? {} : { sheet }), ...(headerRows === undefined ? {} : { headerRows }) };
      return setWishes({ ...kept, base: { name: known.name, plan: fitPlan(known.plan, inspection.columns).plan }, columns: {} });
    },
    setRows: (kind, leaveOut) =>
      setWishes((before) => {
        const others = (before.leaveOut ?? inspection?.rows.leaveOut ?? []).filter((each) => each !== kind);
        return { ...before, leaveOut: leaveOut ? [...others, kind] : others };
      }),
    setRole: (column, role) => setWishes((before) => decide(before, column, { role, shortName: '' })),
    setName: (column, shortName) => setWishes((before) => decide(before, column, { shortName })),
    setColumn: (column, change) => setWishes((before) => decide(before, column, change)),
    bringIn: async () => {
      if (!file) return null;
      setBusy(true);
      const result = await importCommand({ ...file, plan: planOf(wishes), ...(companions.length ? { companions: [...companions] } : {}) });
      // What is in is not looked at any more: the screen is about to be left.
      if (result.ok) return result.value;
      setBusy(false);
      const stopped = result.error.kind === 'cancelled';
      if (stopped) toast({ text: result.error.message });
      setError(stopped ? null : result.error.message);
      return null;
    },
  };
}
