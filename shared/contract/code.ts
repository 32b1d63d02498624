import { z } from 'zod';
import type { CodeRow, Counts } from '../domain/types.ts';
import { command, query } from './define.ts';
import { codeKind, id, ids, ink, name, prose, reason } from './fields.ts';

export interface CodeWithCounts extends CodeRow, Counts {}
export interface MergeReport { mergeId: number; targetId: number; name: string; sources: number; moved: number; duplicates: number; participants: number }

/** Where a code goes: under a theme (or group), or into one of the two trays. */
export const place = z.union([z.strictObject({ themeId: id }), z.strictObject({ tray: z.enum(['unplaced', 'miscellaneous']) })]);
export type Place = z.infer<typeof place>;

/** What looks unfinished: a code used once, not at all, not for a while, or named nearly as another; or answers to a question that were never opened. */
export const looseKind = z.enum(['single', 'unused', 'stale', 'twin', 'unopened']);
export interface KeptLooseEnd { codeId: number | null; kind: z.infer<typeof looseKind>; otherId: number | null; questionId: number | null; reason: string; at: string; actor: string }
const looseEnd = { codeId: id.optional(), kind: looseKind, otherId: id.optional(), questionId: id.optional() };

const neighbour = z.strictObject({ kind: z.enum(['code', 'theme']), id });

export const code = {
  /** Codes of an analysis in the researcher's order, merged and set-aside ones included (see `status`). */
  'code.list': query<CodeWithCounts[]>()({ input: z.strictObject({ analysisId: id }), reads: ['code', 'coding'] }),
  'code.create': command<{ id: number; name: string }>()({
    input: z.strictObject({ analysisId: id, name: name(), kind: codeKind.default('undecided'), definition: prose().default(''), to: place.optional() }),
    label: (input) => `Created the code “${input.name}”`,
  }),
  'code.update': command<{ id: number; name: string; before: string }>()({
    input: z.strictObject({ id, name: name().optional(), kind: codeKind.optional(), ink: ink.optional(), definition: prose().optional(), reason: prose().optional() }),
    label: (input, output) =>
      input.name !== undefined && output.before !== output.name ? `Renamed the code “${output.before}” to “${output.name}”`
      : input.definition !== undefined ? `Described the code “${output.name}”`
      : input.ink !== undefined ? `Changed the ink of “${output.name}”`
      : `Changed the reading of “${output.name}”`,
  }),
  'code.setAside': command<{ names: string[] }>()({
    input: z.strictObject({ ids, reason }),
    label: (_input, output) => `Set aside ${output.names.map((each) => `“${each}”`).join(', ')}`,
  }),
  'code.restore': command<{ names: string[] }>()({
    input: z.strictObject({ ids }),
    label: (_input, output) => `Brought back ${output.names.map((each) => `“${each}”`).join(', ')}`,
  }),
  /** Moves codes to one place, in the order given, before or after the theme or code named (default: at the end). `reordered`: they were there already. */
  'code.place': command<{ names: string[]; to: string; reordered: boolean }>()({
    input: z.strictObject({ ids, to: place, before: neighbour.optional(), after: neighbour.optional() }),
    label: (_input, output) => `${output.reordered ? 'Changed the order of' : 'Moved'} ${output.names.length === 1 ? `“${output.names[0]}”` : `${output.names.length} codes`} ${output.reordered ? 'in' : 'to'} ${output.to}`,
  }),
  /** Loose ends of an analysis, and of the questions in it, that stay on purpose. */
  'code.kept': query<KeptLooseEnd[]>()({ input: z.strictObject({ analysisId: id }), reads: ['kept_loose_end', 'code'] }),
  /** Keeps a loose end as it is, with a reason; `twin` names the other code, `unopened` a question instead of codes. */
  'code.keep': command<{ name: string }>()({
    input: z.strictObject({ ...looseEnd, reason }),
    label: (_input, output) => `Kept “${output.name}” as it is`,
  }),
  /** Takes a kept loose end up again. */
  'code.reconsider': command<{ name: string }>()({
    input: z.strictObject(looseEnd),
    label: (_input, output) => `Took “${output.name}” up again`,
  }),
  /** Codes of one analysis become one new code; the sources stay, marked as merged, with every coding accounted for. */
  'code.merge': command<MergeReport>()({
    input: z.strictObject({ ids: z.array(id).min(2).max(500), name: name(), definition: prose().default(''), kind: codeKind.default('undecided'), ink: ink.optional(), reason, askReview: z.boolean().default(false) }),
    label: (input, output) => `Merged ${output.sources} codes into “${input.name}”`,
  }),
};
