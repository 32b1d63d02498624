import type { z } from 'zod';
import { code } from './code.ts';
import { coding } from './coding.ts';
import type { ActionEntry, CommandEntry, Entry, QueryEntry, Table } from './define.ts';
import { exchange } from './exchange.ts';
import { history } from './history.ts';
import { map } from './map.ts';
import { project } from './project.ts';
import { memo, noticing, reading } from './reading.ts';
import { diary, milestone } from './record.ts';
import { survey } from './survey.ts';
import { analysis, merge, theme } from './theme.ts';
import { workbench } from './workbench.ts';

/** Every operation of Themework, by name. Handlers, call types, command-line verbs, history labels and JSON Schema derive from it. */
export const contract = {
  ...workbench, ...project, ...survey, ...reading, ...noticing, ...memo, ...coding, ...code, ...analysis, ...theme, ...merge, ...milestone, ...diary, ...map, ...history, ...exchange,
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

export const entryOf = (name: string): Entry | undefined => (Object.hasOwn(contract, name) ? (contract[name as Name] as unknown as Entry) : undefined);
