import type { ActionHandlers } from './handling.ts';
import { inspectFile } from './importers/index.ts';

/** Actions that look into a file and need nothing else: with a large one they run in a thread of their own (tasks.ts). */
export const fileActions = { 'survey.inspect': inspectFile } satisfies Partial<ActionHandlers>;
export type FileActionName = keyof typeof fileActions;
