import { z } from 'zod';
import type { Confidence, IdentifierKind } from '../domain/identifiers/types.ts';
import { command, query, type Table } from './define.ts';
import { id, nothing, offset } from './fields.ts';

/** A place in an answer with whose it is and the words around it; masks that were made before are shown as their labels. */
export interface PlaceShown { itemId: number; questionId: number; start: number; end: number; shown: string; before: string; match: string; after: string }
/** Something that looks like an identifier. `why` in words; `label` is proposed for its place. */
export interface IdentifierHit extends PlaceShown { kind: IdentifierKind; confidence: Confidence; why: string; label: string; state: 'new' | 'kept' }
/** One page of a scan: the answers looked at, in the order of their ids; `next` is the id to go on behind, null at the end. `total` answers there are. */
export interface ScanPage { hits: IdentifierHit[]; looked: number; total: number; next: number | null }

/** Where words stand in the researcher's own texts and in names of things, which masking changes only where it is asked to. `id`: of the row. `text`: the words around; empty for an earlier version of a text. */
export interface Mention { where: 'code' | 'theme' | 'diary' | 'note' | 'memo' | 'loose end' | 'question' | 'analysis' | 'merge' | 'milestone' | 'map' | 'attribute' | 'person' | 'document' | 'import' | 'plan' | 'column' | 'numbering' | 'project' | 'label' | 'history'; id: number; word: string; text: string; /** The answer that a note or a heading belongs to. */ itemId?: number | undefined; questionId?: number | undefined }
/** Where masking never reaches from an answer, because people, closed answers and columns of later files are known by these words. */
export const staysAsItIs: ReadonlySet<Mention['where']> = new Set(['question', 'attribute', 'person', 'column']);

/** Values of a closed question that only one or two people gave: with other answers they can tell who it is (S0-74). `inside`: identifiers that the scan finds in its values. */
export interface AttributeRisk { attributeId: number; name: string; people: number; values: number; rare: { value: string; people: number }[]; rareValues: number; inside: IdentifierKind[] }
export interface AttributeRisks { attributes: AttributeRisk[]; /** Ids of people, as the file had them, that are identifiers themselves. */ ids: { people: number; kinds: IdentifierKind[]; example: string } | null }

const kind = z.enum(['name', 'email', 'web', 'phone', 'postcode', 'birth', 'date', 'number', 'place', 'organisation'] satisfies IdentifierKind[]);
const place = { itemId: id, start: offset, end: offset };
/** What is shown in place of the words: one short line; brackets come by themselves. */
const label = z.string().transform((value) => value.toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f\s]+/gu, ' ').replace(/^[\s[]+|[\s\]]+$/gu, ''))
  .pipe(z.string().min(1, 'A label is needed: what the place shows instead of the words.').max(60, 'This label is longer than 60 characters.'));

const quantity = (count: number) => (count === 1 ? 'a place' : `${count} places`);
const inWords = (labels: readonly string[]) => (labels.length > 3 ? `${labels.slice(0, 3).join(', ')} and ${labels.length - 3} more labels` : labels.join(', '));
const texts: Table[] = ['item', 'mask', 'question', 'participant', 'document', 'project', 'alias'];

/** Identifiers in what people wrote: looking for them, keeping them on purpose, and masking them for good. */
export const privacy = {
  /**
   * Looks through answers and documents for what may identify somebody, one page at a time: up to `answers` answers behind the
   * item `from`, in the order of items. It helps and does not guarantee. What is masked already is not reported. With `names`
   * (words of names, from `privacy.names` and from earlier hits) it looks only into answers where one of them stands, in any
   * letters, and reports all that is in these.
   */
  'privacy.scan': query<ScanPage>()({
    input: z.strictObject({ questionIds: z.array(id).max(5_000).optional(), kinds: z.array(kind).max(20).optional(), names: z.array(z.string().min(1).max(100)).max(20_000).optional(), from: z.int().min(0).default(0), answers: z.int().min(1).max(10_000).default(1_000) }),
    reads: [...texts, 'kept_identifier'],
  }),
  /** Words of names that the project knows people by: ids, other numberings, and closed columns that hold names or addresses. In small letters. */
  'privacy.names': query<string[]>()({ input: nothing, reads: ['participant', 'alias', 'attribute', 'attribute_value'] }),
  /** Every place in all answers and documents where the same words stand, whole words in capitals or small letters; at most `limit`. */
  'privacy.places': query<{ places: PlaceShown[]; more: boolean }>()({ input: z.strictObject({ words: z.string().min(1).max(500), limit: z.int().min(1).max(20_000).default(5_000) }), reads: texts }),
  /** Places that were kept as they are, on purpose. */
  'privacy.kept': query<{ itemId: number; start: number; end: number }[]>()({ input: nothing, reads: ['kept_identifier'] }),
  /** Where words also stand in what the researcher wrote: codes, themes, diary, notes, titles, names of plans, history. To be asked before they are masked. */
  'privacy.mentions': query<Mention[]>()({ input: z.strictObject({ words: z.array(z.string().min(1).max(500)).max(500), limit: z.int().min(1).max(1_000).default(200) }), reads: ['code', 'theme', 'diary_entry', 'noticing', 'memo', 'question', 'analysis', 'merge', 'milestone', 'map_relation', 'attribute', 'participant', 'document', 'coding', 'project', 'saved_plan', 'import', 'alias_scheme', 'alias', 'mask', 'operation'] }),
  /** Closed answers that could identify: values that only one or two people gave. */
  'privacy.attributes': query<AttributeRisks>()({ input: nothing, reads: ['attribute', 'attribute_value', 'participant'] }),
  /**
   * Overwrites words in answers for good and shows a label in their place: `ward name` as `[ward name]`. Keeps the length, so
   * no coding moves. The file is rewritten and Themework's own backups are deleted; it cannot be undone. With `notes`, the label
   * also takes the place of these words in codes, themes, diary, notes, titles, names of remembered plans and numberings, kept milestones and the history, but not in ids,
   * closed answers, columns of files and the wording of questions.
   */
  'privacy.mask': command<{ masked: number; answers: number; labels: string[]; texts: number }>()({
    input: z.strictObject({ places: z.array(z.strictObject({ ...place, label })).min(1).max(50_000), notes: z.boolean().default(false) }),
    record: 'final',
    label: (_input, output) => `Masked ${quantity(output.masked)} with ${inWords(output.labels)}${output.texts > 0 ? `, and in ${output.texts === 1 ? 'a text' : `${output.texts} texts`} of your own` : ''}`,
  }),
  /** Notes that places which look like identifiers stay as they are. */
  'privacy.keep': command<{ kept: number }>()({
    input: z.strictObject({ places: z.array(z.strictObject({ ...place, kind })).min(1).max(5_000) }),
    label: (_input, output) => `Kept ${quantity(output.kept)} that looked like ${output.kept === 1 ? 'an identifier' : 'identifiers'}`,
  }),
  /** Takes that back: they are shown again for masking or keeping. */
  'privacy.unkeep': command<{ unkept: number }>()({
    input: z.strictObject({ places: z.array(z.strictObject(place)).min(1).max(5_000) }),
    label: (_input, output) => `Looked again at ${quantity(output.unkept)} kept before`,
  }),
  /** Replaces values of a closed question by a label, for everybody who gave them, for good; also where they say who could answer a question, in plans and in the history. */
  'privacy.maskValues': command<{ name: string; people: number; label: string }>()({
    input: z.strictObject({ attributeId: id, values: z.array(z.string().max(10_000)).min(1).max(20_000), label }),
    record: 'final',
    label: (_input, output) => `Masked “${output.name}” of ${output.people === 1 ? 'one person' : `${output.people} people`} with ${output.label}`,
  }),
  /** Removes a closed question with everybody's answers to it, for good; also from conditions, plans and the history. */
  'privacy.dropAttribute': command<{ name: string; people: number }>()({
    input: z.strictObject({ attributeId: id }),
    record: 'final',
    label: (_input, output) => `Removed “${output.name}” with the answers of ${output.people === 1 ? 'one person' : `${output.people} people`}`,
  }),
};
