import { z } from 'zod';
import { importPlan } from '../domain/plan.ts';
import { unknownInPlan } from '../domain/plan-keys.ts';

/** Field schemas that many entries share. Text loses NUL and stray surrogates at the door, so nothing inside has to care. */
const clean = (value: string) => value.toWellFormed().replaceAll('\u0000', '');

/** A name: one line, trimmed, 1 to `max` UTF-16 code units. */
export const name = (max = 200) =>
  z.string().transform((value) => clean(value).replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, 'A name is needed.').max(max, `This name is longer than ${max} characters.`));

/** Free prose of the researcher, 0 to `max` UTF-16 code units; line breaks are kept. */
export const prose = (max = 20_000) =>
  z.string().transform((value) => clean(value).replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(max, `This text is longer than ${max} characters.`));

/** A reason that must be given (merges, setting aside). */
export const reason = z.string().transform((value) => clean(value).trim())
  .pipe(z.string().min(1, 'Please write down why; the reason is kept in the history.').max(5_000, 'This reason is longer than 5000 characters.'));

export const id = z.int().positive();
export const ids = z.array(id).min(1).max(5_000);
/** UTF-16 code units from the start of the item's text. */
export const offset = z.int().min(0).max(50_000_000);
export const ink = z.int().min(1).max(12);
export const codeKind = z.enum(['semantic', 'latent', 'undecided']);
export const themeKind = z.enum(['group', 'overarching', 'theme']);
export const nothing = z.strictObject({});
/** Base64, looked at in one pass: an import may be 300 MB of it. */
const base64 = z.string().regex(/^[\w+/-]*={0,2}$/, 'These are not the bytes of a file in base64.').meta({ format: 'base64', contentEncoding: 'base64' });
/** A file: base64 where the call travels as JSON; inside a process the bytes themselves. */
export const file = {
  fileName: z.string().min(1).max(1_000).transform(clean),
  bytes: z.union([base64, z.custom<Uint8Array>((value) => ArrayBuffer.isView(value), 'These are not the bytes of a file.')]),
};
const partialPlan = importPlan.partial();
/** A plan that somebody wrote or edited: any part of one. A key that no plan has is refused by name, or a slip of the pen would be as good as no wish. */
export const givenPlan = z.preprocess((plan: z.input<typeof partialPlan>, context) => {
  const message = unknownInPlan(plan);
  if (message) context.addIssue({ code: 'custom', message });
  return plan;
}, partialPlan);
