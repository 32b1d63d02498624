/**
 * Errors are data. A refusal carries a kind that the renderer decides by, and a sentence that a person can read.
 * - invalid: the input is not what the command takes
 * - missing: something the command names does not exist
 * - conflict: it contradicts what is already there
 * - refused: understood, but Themework will not do it (the sentence says why and what to do instead)
 * - cancelled: the person stopped it; everything is as it was before
 * - storage: the disk or the project file did not play along
 * - bug: our mistake
 */
export type ErrorKind = 'invalid' | 'missing' | 'conflict' | 'refused' | 'cancelled' | 'storage' | 'bug';

export interface ErrorData {
  kind: ErrorKind;
  message: string;
  details?: unknown;
}

export type Result<T> = { ok: true; value: T } | { ok: false; error: ErrorData };

export class Refusal extends Error {
  readonly kind: ErrorKind;
  readonly details: unknown;
  constructor(kind: ErrorKind, message: string, details?: unknown) {
    super(message);
    this.name = 'Refusal';
    this.kind = kind;
    this.details = details;
  }
  toData(): ErrorData {
    return { kind: this.kind, message: this.message, ...(this.details === undefined ? {} : { details: this.details }) };
  }
}

export const invalid = (message: string, details?: unknown) => new Refusal('invalid', message, details);
export const missing = (message: string, details?: unknown) => new Refusal('missing', message, details);
export const conflict = (message: string, details?: unknown) => new Refusal('conflict', message, details);
export const cancelled = (message: string) => new Refusal('cancelled', message);
export const refused = (message: string, details?: unknown) => new Refusal('refused', message, details);
