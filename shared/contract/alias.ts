import { z } from 'zod';
import { command, query } from './define.ts';
import { file, id, name, nothing } from './fields.ts';

/** Another numbering of the same people, such as that of an older list or of the paper forms. */
export interface AliasScheme { id: number; name: string; at: string; actor: string; people: number }
export interface AliasRow { participantId: number; shown: string; label: string; number: number; alias: string }
/** A line of a table of numbers that cannot be taken as it is, and why. */
export interface AliasProblem { line: number; reason: string }
export interface AliasImportSummary {
  schemeId: number; name: string;
  /** Numbers written, numbers that were there already as they are, and people who have none in this numbering. */
  added: number; same: number; without: number;
  /** The other number stood in the first column and the id in the second. */
  swapped: boolean;
  problems: AliasProblem[];
  /** Ids that were taken for others that are written nearly so (s2 for S-02). */
  notes: string[];
}

const aliasLabel = z.string().transform((value) => value.replace(/\s+/g, ' ').trim()).pipe(z.string().max(60, 'This number is longer than 60 characters.'));

export const alias = {
  'alias.schemes': query<AliasScheme[]>()({ input: nothing, reads: ['alias_scheme', 'alias'] }),
  /** Everybody, with their number in one numbering ('' for none), in order of arrival. */
  'alias.table': query<AliasRow[]>()({ input: z.strictObject({ schemeId: id }), reads: ['participant', 'project', 'alias_scheme', 'alias'] }),
  /**
   * A table of two columns, the id (as imported or as shown) and the other number, from a file or pasted. A numbering of
   * that name is made where there is none. Nothing is imported while a line does not fit, unless such lines are skipped.
   */
  'alias.import': command<AliasImportSummary>()({
    input: z.strictObject({ name: name(80), table: z.union([z.strictObject(file), z.strictObject({ text: z.string().min(1).max(20_000_000) })]), skipBadLines: z.boolean().default(false) }),
    label: (_input, output) => `Brought in ${output.added} ${output.added === 1 ? 'number' : 'numbers'} of the numbering “${output.name}”`,
    cli: {
      verb: 'import-numbers', summary: 'bring in another numbering of the same people (two columns: id, other number)', args: ['PROJECT', 'FILE'],
      options: { name: { kind: 'text', help: 'what the numbering is called' }, 'skip-bad-lines': { kind: 'flag', help: 'leave out lines that do not fit' } },
      toInput: (given) => ({ name: String(given.options.name ?? given.file?.fileName.replace(/\.[^.]*$/, '') ?? ''), table: given.file!, skipBadLines: given.options['skip-bad-lines'] === true }),
    },
  }),
  /** One number by hand; empty takes it away. */
  'alias.set': command<{ schemeId: number; name: string; set: boolean }>()({
    input: z.strictObject({ participantId: id, schemeId: id, label: aliasLabel }),
    label: (_input, output) => `${output.set ? 'Changed' : 'Took away'} a number of the numbering “${output.name}”`,
  }),
  'alias.addScheme': command<{ id: number }>()({ input: z.strictObject({ name: name(80) }), label: (input) => `Added the numbering “${input.name}”` }),
  'alias.renameScheme': command<{ id: number }>()({ input: z.strictObject({ id, name: name(80) }), label: (input) => `Renamed a numbering to “${input.name}”` }),
  'alias.removeScheme': command<{ name: string; numbers: number }>()({
    input: z.strictObject({ id }),
    label: (_input, output) => `Removed the numbering “${output.name}” with its ${output.numbers} ${output.numbers === 1 ? 'number' : 'numbers'}`,
  }),
};
