import { expect, test } from 'vitest';
import { z } from 'zod';
import { Refusal } from '../../shared/errors.ts';
import { checkInput } from './check-input.ts';

const schema = z.strictObject({
  words: z.string().min(1).max(5), ids: z.array(z.int()).min(1).max(2).optional(), kind: z.enum(['question', 'import']).optional(),
  name: z.string().min(1, 'A name is needed.').optional(), count: z.number().positive().optional(), bytes: z.union([z.string(), z.array(z.string())]).optional(),
});

const said = (input: unknown): string => {
  try {
    checkInput(schema, input);
    return '';
  } catch (error) {
    return error instanceof Refusal ? error.message : String(error);
  }
};

test.each([
  [{}, 'Something is missing: a text is needed. (words)'],
  [{ words: 3 }, 'This must be a text. (words)'],
  [{ words: '' }, 'This must not be empty. (words)'],
  [{ words: 'longer' }, 'This may have at most 5 characters. (words)'],
  [{ words: 'a', limit: 2 }, '“limit” is not known here.'],
  [{ words: 'a', ids: [] }, 'At least 1 must be given. (ids)'],
  [{ words: 'a', ids: [1, 2, 3] }, 'At most 2 may be given at once. (ids)'],
  [{ words: 'a', ids: [1.5] }, 'This must be a whole number. (ids.0)'],
  [{ words: 'a', kind: 'person' }, 'This must be one of “question”, “import”. (kind)'],
  [{ words: 'a', count: 0 }, 'This must be more than 0. (count)'],
  [{ words: 'a', bytes: 4 }, 'This is not what the command takes. (bytes)'],
  [{ words: 'a', name: '' }, 'A name is needed. (name)'],
])('input that does not fit is refused in a sentence: %j', (input, sentence) => expect(said(input)).toBe(sentence));
