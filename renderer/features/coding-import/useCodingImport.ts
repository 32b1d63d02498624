import { useCallback, useEffect, useRef, useState } from 'react';
import type { CodingImportSummary } from '../../../shared/contract/coding-import.ts';
import type { CodingFileRow, CodingInspection, CodingRole } from '../../../shared/domain/coding-import.ts';
import { call } from '../../data/call.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useQuery } from '../../data/useQuery.ts';
import { toast } from '../../ui/toast.ts';
import { type ChosenFile, forgetFiles, readFile } from '../import/read-file.ts';
import { type Decision, type Decisions, placeOf, rowKey } from './decisions.ts';

export interface CodingImport {
  file: ChosenFile | null;
  inspection: CodingInspection | null;
  columns: Readonly<Record<string, CodingRole>>;
  decisions: Decisions;
  error: string | null;
  busy: boolean;
  choose: (file: File) => void;
  forget: () => void;
  setRole: (index: number, role: CodingRole) => void;
  setSection: (section: string) => void;
  /** The analysis for rows that name none; empty: the one of their question. */
  analysis: string;
  setAnalysis: (name: string) => void;
  setAsAbove: (on: boolean) => void;
  /** Undefined takes a decision back. */
  decide: (rows: readonly CodingFileRow[], decision: (row: CodingFileRow) => Decision | undefined) => void;
  bringIn: () => Promise<CodingImportSummary | null>;
}

const none: Decisions = new Map();

/** Looks into a file of codings again and again as a person says what its columns are, keeps what was decided about rows, and brings them in. */
export function useCodingImport(): CodingImport {
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [section, setSection] = useState<string | undefined>(undefined);
  const analyses = useQuery('analysis.plain', {}).data?.filter(({ status }) => status === 'active');
  const [chosenAnalysis, setAnalysis] = useState<string | null>(null);
  // With a single analysis there is nothing to ask: it holds all questions that matter.
  const analysis = chosenAnalysis ?? (analyses?.length === 1 ? (analyses[0]?.name ?? '') : '');
  const [asAbove, setAsAbove] = useState<boolean | undefined>(undefined);
  const [columns, setColumns] = useState<Readonly<Record<string, CodingRole>>>({});
  const [inspection, setInspection] = useState<CodingInspection | null>(null);
  const [decisions, setDecisions] = useState<Decisions>(none);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const request = useRef(0);
  const command = useCommand('coding.import', { quiet: true });
  const reading = { ...(section === undefined ? {} : { section }), ...(Object.keys(columns).length ? { columns } : {}), ...(analysis ? { analysis } : {}), ...(asAbove === undefined ? {} : { asAbove }) };

  // biome-ignore lint/correctness/useExhaustiveDependencies: `reading` is made of what is listed
  useEffect(() => {
    if (!file) return;
    const mine = ++request.current;
    setBusy(true);
    void call('coding.inspectImport', { ...file, ...reading }).then((result) => {
      if (mine !== request.current) return;
      setBusy(false);
      if (!result.ok && result.error.kind === 'cancelled' && inspection === null) {
        // Stopped by the person: nothing went wrong, and there is nothing to show.
        setFile(null);
        return void toast({ text: result.error.message });
      }
      setError(result.ok ? null : result.error.message);
      if (result.ok) setInspection(result.value);
    });
  }, [file, section, columns, analysis, asAbove]);

  // The host keeps a large file for as long as this screen shows it.
  useEffect(() => (file ? () => forgetFiles([file]) : undefined), [file]);

  const start = useCallback((chosen: ChosenFile | null, problem: string | null = null) => {
    request.current++;
    setFile(chosen);
    setSection(undefined);
    setColumns({});
    setAnalysis(null);
    setAsAbove(undefined);
    setInspection(null);
    setDecisions(none);
    setError(problem);
    setBusy(false);
  }, []);

  return {
    file, inspection, columns, decisions, error, busy,
    choose: (given) => void readFile(given).then((read) => start(read), (problem: Error) => start(null, problem.message)),
    forget: () => start(null),
    setRole: (index, role) => {
      setDecisions(none);
      setColumns((before) => ({ ...before, [index]: role }));
    },
    setSection: (next) => {
      setDecisions(none);
      setColumns({});
      setSection(next);
    },
    analysis, setAnalysis, setAsAbove,
    decide: (rows, decision) =>
      setDecisions((before) => {
        const after = new Map(before);
        for (const row of rows) {
          const made = decision(row);
          if (made === undefined) after.delete(rowKey(row));
          else after.set(rowKey(row), made);
        }
        return after;
      }),
    bringIn: async () => {
      if (!file || !inspection) return null;
      setBusy(true);
      const confirm = inspection.rows.flatMap((row) => {
        const place = decisions.has(rowKey(row)) ? placeOf(row, decisions) : undefined;
        return place ? [{ line: row.line, part: row.part, itemId: place.itemId, start: place.start, end: place.end }] : [];
      });
      const result = await command({ ...file, ...reading, confirm, skipBadRows: true });
      setBusy(false);
      const stopped = !result.ok && result.error.kind === 'cancelled';
      if (stopped) toast({ text: result.error.message });
      setError(result.ok || stopped ? null : result.error.message);
      return result.ok ? result.value : null;
    },
  };
}
