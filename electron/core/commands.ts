import { type CheckedInputOf, type CommandName, entryOf } from '../../shared/contract/index.ts';
import type { CommandEntry, Table } from '../../shared/contract/define.ts';
import { handlers, preparations } from './handlers.ts';
import type { CommandContext } from './handling.ts';
import type { History } from './history.ts';
import type { Db } from './sql.ts';

/** A command with its checked input, who gives it, and when (ISO). */
export interface GivenCommand { name: CommandName; input: unknown; actor: string; at: string }
export interface Done { output: unknown; operationId: number | null; tables: Table[] }

export const commandEntry = (name: CommandName): CommandEntry => entryOf(name) as CommandEntry;

/** What a command has to wait for before its transaction; undefined where there is nothing. */
export const prepared = (name: CommandName, input: unknown): Promise<void> | undefined =>
  (preparations[name] as ((input: unknown) => Promise<void>) | undefined)?.(input);

/** One command, one transaction, one operation. `ending` is called last before the commit, and may throw to take all of it back. */
export function runCommand(db: Db, history: History, { name, input, actor, at }: GivenCommand, ending?: () => void): Done {
  const handler = handlers[name] as (context: CommandContext, input: CheckedInputOf<CommandName>) => unknown;
  const { record, label } = commandEntry(name);
  const context: CommandContext = { db, history, actor, now: () => at };
  return history.record(
    { command: name, at, actor, record },
    () => handler(context, input as never),
    (output) => {
      ending?.();
      return label(input as never, output as never);
    },
  );
}
