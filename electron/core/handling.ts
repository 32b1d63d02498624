import type { ActionName, CheckedInputOf, CommandName, OutputOf, QueryName } from '../../shared/contract/index.ts';
import type { History } from './history.ts';
import type { Db } from './sql.ts';

/** What a handler is given, and what every name of the contract needs; the table itself is in handlers.ts. */
export interface CommandContext { db: Db; history: History; actor: string; now: () => string }
export interface QueryContext { db: Db }

/** Commands run synchronously inside a transaction. */
export type CommandHandlers = { [N in CommandName]: (context: CommandContext, input: CheckedInputOf<N>) => OutputOf<N> };
export type QueryHandlers = { [N in QueryName]: (context: QueryContext, input: CheckedInputOf<N>) => OutputOf<N> | Promise<OutputOf<N>> };
/** Actions about project files belong to the workbench; see workbench.ts. */
export type ActionHandlers = { [N in ActionName]: (input: CheckedInputOf<N>) => OutputOf<N> | Promise<OutputOf<N>> };
export type ProjectHandlers = CommandHandlers & QueryHandlers;
