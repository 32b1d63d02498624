import type { z } from 'zod';

/**
 * The vocabulary of the contract. Every operation of Themework is one entry, written once:
 * - `command` changes the open project: one transaction, one operation in the history, undo for free;
 * - `query` reads the open project and cannot write;
 * - `action` works outside project data (open a file, look into an export before importing it).
 */

/** Tables that a query reads and a command may touch; the renderer's cache drops a query when they meet. */
export type Table =
  | 'project' | 'import' | 'participant' | 'attribute' | 'attribute_value' | 'question' | 'item' | 'repair'
  | 'analysis' | 'analysis_question' | 'theme' | 'code' | 'coding' | 'merge' | 'merge_source' | 'milestone'
  | 'examined' | 'kept_loose_end' | 'reading_session' | 'reading' | 'noticing' | 'memo'
  | 'diary_entry' | 'diary_link' | 'map' | 'map_node' | 'map_relation' | 'map_version' | 'operation'
  | 'alias_scheme' | 'alias' | 'document' | 'mask' | 'kept_identifier' | 'saved_plan';

/** A file as it travels: a name for people, and its bytes in base64. No path ever leaves the host. */
export interface FileData { fileName: string; bytes: string }
/** The same as it is handed over inside a process, where bytes need no base64. */
export interface GivenFile { fileName: string; bytes: string | Uint8Array }

/** What the command line hands over after splitting argv by the entry's `args` and `options`. */
export interface CliGiven {
  file?: GivenFile;
  text: string[];
  options: Record<string, unknown>;
}

/** The command-line face of an entry; the CLI host knows no command by name, it reads these. */
export interface CliFace<I> {
  verb: string;
  summary: string;
  /** In order; PROJECT opens that file, FILE (or a word with an ending, such as CODINGS.csv) is read, any other word is plain text. */
  args: readonly string[];
  options?: Record<string, { kind: 'text' | 'flag' | 'json' | 'file' | 'pairs' | 'out'; help: string }>;
  toInput: (given: CliGiven) => I;
  /** The output means that something is wrong: print it and exit with 1. */
  failed?: (output: never) => boolean;
}

interface Shared<I extends z.ZodType, O> {
  input: I;
  /** Its work grows with the project and not with its file alone, so that a thread of its own, which can be cancelled, pays sooner. */
  slow?: true;
  cli?: CliFace<z.input<I>>;
  /** Carries the output type only; never set. */
  readonly output?: O;
}

export interface CommandEntry<I extends z.ZodType = z.ZodType, O = unknown> extends Shared<I, O> {
  kind: 'command';
  /** One sentence for the history, past tense, from what was asked and what came of it. */
  label: (input: z.output<I>, output: O) => string;
  /**
   * rows: row images (the rule). bulk: only inserts, remembered as id ranges (imports).
   * none: the command steers the history itself (undo, redo).
   * final: it removes words for good. It cannot be undone, and the file is rewritten so that no trace stays in it.
   */
  record: 'rows' | 'bulk' | 'none' | 'final';
}

export interface QueryEntry<I extends z.ZodType = z.ZodType, O = unknown> extends Shared<I, O> {
  kind: 'query';
  reads: readonly Table[];
}

export interface ActionEntry<I extends z.ZodType = z.ZodType, O = unknown> extends Shared<I, O> {
  kind: 'action';
}

export type Entry = CommandEntry | QueryEntry | ActionEntry;

/** `command<Output>()({...})`: the output type is given, the input type follows from the schema. */
export const command =
  <O>() =>
  <I extends z.ZodType>(entry: { input: I; label: (input: z.output<I>, output: O) => string; record?: CommandEntry['record']; slow?: true; cli?: CliFace<z.input<I>> }): CommandEntry<I, O> => ({
    kind: 'command',
    record: 'rows',
    ...entry,
  });

export const query =
  <O>() =>
  <I extends z.ZodType>(entry: { input: I; reads: readonly Table[]; slow?: true; cli?: CliFace<z.input<I>> }): QueryEntry<I, O> => ({ kind: 'query', ...entry });

export const action =
  <O>() =>
  <I extends z.ZodType>(entry: { input: I; cli?: CliFace<z.input<I>> }): ActionEntry<I, O> => ({ kind: 'action', ...entry });
