import { z } from 'zod';
import { command, query } from './define.ts';
import { nothing } from './fields.ts';

export interface Operation {
  id: number; command: string; label: string; at: string; actor: string;
  /** undone: can be redone. abandoned: something else was done after undoing it. sealed: older than the last change of file format. */
  state: 'done' | 'undone' | 'abandoned' | 'sealed';
  reverts: number | null;
}
export interface Step { operationId: number; label: string }

export const history = {
  'history.state': query<{ undo: Step | null; redo: Step | null }>()({ input: nothing, reads: ['operation'] }),
  /** Newest first, undo and redo included as operations of their own. */
  'history.list': query<Operation[]>()({ input: z.strictObject({ limit: z.int().min(1).max(1_000).default(200), before: z.int().positive().optional() }), reads: ['operation'] }),
  'history.undo': command<Step>()({ input: nothing, record: 'none', label: (_input, output) => `Undid: ${output.label}` }),
  'history.redo': command<Step>()({ input: nothing, record: 'none', label: (_input, output) => `Redid: ${output.label}` }),
};
