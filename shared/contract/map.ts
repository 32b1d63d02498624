import { z } from 'zod';
import type { DevelopmentModel } from '../domain/development-model.ts';
import type { MapModel } from '../domain/map-model.ts';
import { command, query } from './define.ts';
import { id, name, prose } from './fields.ts';

export interface MapVersion { id: number; name: string; at: string; themes: number }
const pixel = z.int().min(-100_000).max(100_000);
const direction = z.enum(['one', 'both', 'none']);

/** The thematic map of an analysis: positions, relations and kept versions. */
export const map = {
  'map.current': query<{ model: MapModel; versions: MapVersion[] }>()({ input: z.strictObject({ analysisId: id }), reads: ['map', 'map_node', 'map_relation', 'map_version', 'theme', 'code', 'coding', 'item', 'analysis', 'analysis_question'] }),
  'map.version': query<{ version: MapVersion; model: MapModel }>()({ input: z.strictObject({ id }), reads: ['map_version'] }),
  /** How codes became themes, over all milestones to the present. */
  'map.development': query<DevelopmentModel>()({ input: z.strictObject({ analysisId: id }), reads: ['milestone', 'theme', 'code', 'coding', 'item', 'analysis'] }),
  /** Puts nodes where they were dragged to (centres, whole pixels); the layout becomes “by hand”. */
  'map.moveNodes': command<{ moved: number }>()({
    input: z.strictObject({ analysisId: id, nodes: z.array(z.strictObject({ themeId: id, x: pixel, y: pixel })).min(1).max(2_000) }),
    label: (_input, output) => `Moved ${output.moved === 1 ? 'a theme' : `${output.moved} themes`} on the map`,
  }),
  /** Radial and tree layouts forget positions made by hand; undo brings them back. */
  'map.arrange': command<null>()({
    input: z.strictObject({ analysisId: id, layout: z.enum(['radial', 'tree', 'hand']).optional(), relationsShown: z.boolean().optional(), codes: z.strictObject({ themeIds: z.array(id).max(2_000), shown: z.boolean() }).optional() }),
    label: (input) => (input.layout ? 'Arranged the map' : input.codes ? `${input.codes.shown ? 'Showed' : 'Hid'} codes on the map` : 'Changed what the map shows'),
  }),
  'map.relate': command<{ id: number }>()({
    input: z.strictObject({ analysisId: id, from: id, to: id, label: prose(120).default(''), direction: direction.default('one') }),
    label: (input) => `Drew a relation${input.label ? ` “${input.label}”` : ''}`,
  }),
  'map.updateRelation': command<{ id: number }>()({
    input: z.strictObject({ id, label: prose(120).optional(), direction: direction.optional(), reverse: z.boolean().default(false) }),
    label: () => 'Changed a relation',
  }),
  'map.removeRelation': command<{ id: number }>()({ input: z.strictObject({ id }), label: () => 'Removed a relation' }),
  /** Keeps the map as it is now, names and positions included. */
  'map.keep': command<{ id: number }>()({ input: z.strictObject({ analysisId: id, name: name(80) }), label: (input) => `Kept the map version “${input.name}”` }),
};
