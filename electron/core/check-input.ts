import type { z } from 'zod';
import { invalid } from '../../shared/errors.ts';
import { inputWords } from './input-words.ts';

/** The door: input is checked here once and trusted inside. Throws a Refusal of kind `invalid` with the first complaint in words. */
export function checkInput(schema: z.ZodType, input: unknown): unknown {
  const checked = schema.safeParse(input ?? {}, { error: inputWords });
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  const where = issue?.path.length ? ` (${issue.path.join('.')})` : '';
  throw invalid(`${issue?.message ?? 'This is not what the command takes.'}${where}`, checked.error.issues.map((each) => ({ path: each.path.join('.'), message: each.message })));
}
