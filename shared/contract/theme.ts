import { z } from 'zod';
import type { AnalysisRow, Counts, ThemeRow } from '../domain/types.ts';
import type { MergeReport } from './code.ts';
import { command, query } from './define.ts';
import { id, ids, name, nothing, prose, reason, themeKind } from './fields.ts';

/** answered: participants with a non-empty answer to any question of the analysis, the denominator of its counts; asked: those who could answer one. */
export interface PlainAnalysis extends AnalysisRow { answered: number; asked: number }
export interface AnalysisWithCounts extends PlainAnalysis, Counts { codes: number; codesPlaced: number }
export interface ThemeWithCounts extends ThemeRow, Counts { codes: number }
export interface MergeRecord {
  id: number; kind: 'code' | 'theme' | 'analysis'; analysisId: number; targetId: number; targetName: string; reason: string; at: string; actor: string;
  moved: number; duplicates: number; review: 'none' | 'asked' | 'agreed' | 'change'; sources: { id: number; name: string; moved: number; duplicates: number }[];
}

export const analysis = {
  'analysis.list': query<AnalysisWithCounts[]>()({ input: nothing, reads: ['analysis', 'analysis_question', 'item', 'code', 'coding', 'question', 'participant', 'attribute', 'attribute_value', 'import'] }),
  /** The same without counts of codings, which cost more the more there are. */
  'analysis.plain': query<PlainAnalysis[]>()({ input: nothing, reads: ['analysis', 'analysis_question', 'item', 'question', 'participant', 'attribute', 'attribute_value', 'import'] }),
  'analysis.create': command<{ id: number }>()({
    input: z.strictObject({ name: name(), questionIds: ids }),
    label: (input) => `Began the analysis “${input.name}”`,
  }),
  'analysis.update': command<{ id: number; name: string }>()({
    input: z.strictObject({ id, name: name().optional(), questionIds: ids.optional() }),
    label: (_input, output) => `Changed the analysis “${output.name}”`,
  }),
  /** Whole analyses become one over all their questions; their trees move across, each below a heading of its own if wished. */
  'analysis.merge': command<MergeReport>()({
    input: z.strictObject({ ids: z.array(id).min(2).max(100), name: name(), keepAsGroups: z.boolean().default(true), reason }),
    label: (input, output) => `Merged ${output.sources} analyses into “${input.name}”`,
  }),
};

export const theme = {
  /** Themes and group headings of an analysis; the tree is in `parentId` and `position`. Merged and set-aside ones included. */
  'theme.list': query<ThemeWithCounts[]>()({ input: z.strictObject({ analysisId: id }), reads: ['theme', 'code', 'coding'] }),
  /** The same without counts: asked again only when the tree changes, not with every coding. */
  'theme.plain': query<ThemeRow[]>()({ input: z.strictObject({ analysisId: id }), reads: ['theme'] }),
  'theme.create': command<{ id: number; name: string }>()({
    input: z.strictObject({ analysisId: id, parentId: id.nullable().default(null), kind: themeKind.default('theme'), name: name(), codeIds: z.array(id).max(5_000).default([]) }),
    label: (input) => `Made the ${input.kind === 'group' ? 'group heading' : input.kind === 'overarching' ? 'overarching theme' : 'theme'} “${input.name}”${input.codeIds.length ? ` from ${input.codeIds.length === 1 ? 'a code' : `${input.codeIds.length} codes`}` : ''}`,
  }),
  'theme.update': command<{ id: number; name: string; before: string }>()({
    input: z.strictObject({ id, name: name().optional(), kind: themeKind.optional(), concept: prose(2_000).optional(), definition: prose().optional(), excludes: prose().optional() }),
    label: (input, output) => (input.name !== undefined && output.before !== output.name ? `Renamed the theme “${output.before}” to “${output.name}”` : input.kind !== undefined ? `Changed the level of “${output.name}”` : `Described the theme “${output.name}”`),
  }),
  'theme.move': command<{ name: string; to: string }>()({
    input: z.strictObject({ id, parentId: id.nullable(), before: z.strictObject({ kind: z.enum(['code', 'theme']), id }).optional() }),
    label: (_input, output) => `Moved the theme “${output.name}” to ${output.to}`,
  }),
  /** Takes a theme out of the tree, with a reason; what it held moves up to its parent, or to “not yet placed”. */
  'theme.dissolve': command<{ name: string; codes: number }>()({
    input: z.strictObject({ id, reason }),
    label: (_input, output) => `Dissolved the theme “${output.name}”`,
  }),
  'theme.merge': command<MergeReport>()({
    input: z.strictObject({ ids: z.array(id).min(2).max(500), name: name(), concept: prose(2_000).default(''), reason, askReview: z.boolean().default(false) }),
    label: (input, output) => `Merged ${output.sources} themes into “${input.name}”`,
  }),
};

export const merge = {
  /** Every merge of the project, oldest first. */
  'merge.list': query<MergeRecord[]>()({ input: nothing, reads: ['merge', 'merge_source'] }),
};
