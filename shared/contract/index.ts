import type { z } from 'zod';
import { alias } from './alias.ts';
import { code } from './code.ts';
import { coding } from './coding.ts';
import { codingImport } from './coding-import.ts';
import type { ActionEntry, CommandEntry, Entry, QueryEntry, Table } from './define.ts';
import { document } from './document.ts';
import { exchange } from './exchange.ts';
import { history } from './history.ts';
import { map } from './map.ts';
import { privacy } from './privacy.ts';
import { project } from './project.ts';
import { memo, noticing, reading } from './reading.ts';
import { diary, milestone } from './record.ts';
import { search } from './search.ts';
import { removal } from './removal.ts';
import { survey } from './survey.ts';
import { analysis, merge, theme } from './theme.ts';
import { wave } from './wave.ts';
import { understanding } from './understanding.ts';
import { workbench } from './workbench.ts';

/** Every operation of Themework, by name. Handlers, call types, command-line verbs, history labels and JSON Schema derive from it. */
export const contract = {
  ...workbench, ...project, ...survey, ...understanding, ...wave, ...alias, ...removal, ...search, ...reading, ...noticing, ...memo, ...coding, ...codingImport, ...document, ...code, ...analysis, ...theme, ...merge, ...milestone, ...diary, ...map, ...history, ...exchange, ...privacy,
};

export type Contract = typeof contract;
export type Name = keyof Contract;
type NamesOf<K extends Entry['kind']> = { [N in Name]: Contract[N]['kind'] extends K ? N : never }[Name];
export type CommandName = NamesOf<'command'>;
export type QueryName = NamesOf<'query'>;
export type ActionName = NamesOf<'action'>;

/** What a caller writes; defaults may be left out. */
export type InputOf<N extends Name> = z.input<Contract[N]['input']>;
/** What a handler receives, defaults filled in. */
export type CheckedInputOf<N extends Name> = z.output<Contract[N]['input']>;
export type OutputOf<N extends Name> =
  Contract[N] extends CommandEntry<infer _I, infer O> ? O
  : Contract[N] extends QueryEntry<infer _I, infer O> ? O
  : Contract[N] extends ActionEntry<infer _I, infer O> ? O
  : never;

/** Told after each commit: what was done and which tables it touched. A new or closed project touches everything. */
export interface Change { operationId: number | null; tables: readonly Table[] | 'everything' }

/**
 * How far a long task is, a few times a second: `done` of `total` of what `unit` names, under words for what is being done now
 * (each stretch of words counts for itself, from 0 to its total). `over` comes once, when the task has ended in whatever way.
 */
export interface Progress { task: number; words: string; done: number; total: number; unit: string; over: boolean }

export const entryOf = (name: string): Entry | undefined => (Object.hasOwn(contract, name) ? (contract[name as Name] as unknown as Entry) : undefined);
