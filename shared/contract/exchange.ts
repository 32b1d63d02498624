import { z } from 'zod';
import type { Doc } from '../report/model.ts';
import { type FileData, query, type Table } from './define.ts';
import { name } from './fields.ts';

export interface CountNode { path: string[]; kind: 'group' | 'theme' | 'code'; extracts: number; distinctExtracts: number; participants: number }
export interface AnalysisCounts { name: string; questions: { id: number; column: string; shortName: string; wording: string }[]; answered: number; asked: number; nodes: CountNode[] }
/** A format of the export menu and the command line, with what it can be set to. */
export interface ExportFormat { format: string; label: string; description: string; endings: string[]; preview: boolean; settings: ExportSetting[] }
export interface ExportSetting { key: string; label: string; kind: 'flag' | 'choice' | 'text'; choices?: { value: string; label: string }[]; default: string }
export interface MadeFile extends FileData { mime: string; size: number }

const everything: Table[] = ['project', 'alias', 'participant', 'document', 'mask', 'attribute', 'attribute_value', 'question', 'item', 'analysis', 'analysis_question', 'theme', 'code', 'coding', 'merge', 'merge_source', 'milestone', 'diary_entry', 'diary_link', 'map', 'map_node', 'map_relation', 'map_version'];
const settings = z.record(z.string().max(100), z.string().max(2_000)).default({});

export const exchange = {
  /** Every node of every analysis, with extracts (placements), distinct extracts and people, now or at a milestone. */
  'counts.list': query<{ analyses: AnalysisCounts[] }>()({
    input: z.strictObject({ milestone: name().optional() }),
    reads: everything,
    cli: {
      verb: 'counts', summary: 'every node with extracts, distinct extracts, participants', args: ['PROJECT'],
      options: { milestone: { kind: 'text', help: 'the name of a milestone' } },
      toInput: (given) => (given.options.milestone === undefined ? {} : { milestone: String(given.options.milestone) }),
    },
  }),
  'export.formats': query<ExportFormat[]>()({ input: z.strictObject({}), reads: ['milestone', 'analysis', 'analysis_question', 'theme', 'code', 'coding', 'map', 'map_version'] }),
  /** The document that an export would write, for the screen. */
  'export.preview': query<Doc>()({ input: z.strictObject({ format: z.string().max(40), settings }), reads: everything }),
  /** Makes the file; `ending` chooses among the format's endings (default: the first). */
  'export.make': query<MadeFile>()({
    input: z.strictObject({ format: z.string().max(40), ending: z.string().max(10).optional(), settings }),
    reads: everything,
    slow: true,
    cli: {
      verb: 'export', summary: 'write a table, listing or figure', args: ['FORMAT', 'PROJECT'],
      options: { out: { kind: 'out', help: 'where to write; the ending decides the format' }, set: { kind: 'pairs', help: 'KEY=VALUE, a setting of the format' } },
      toInput: (given) => {
        const ending = /\.([a-z0-9]+)$/i.exec(String(given.options.out ?? ''))?.[1]?.toLowerCase();
        return { format: given.text[0] ?? '', ...(ending ? { ending } : {}), settings: (given.options.set ?? {}) as Record<string, string> };
      },
    },
  }),
};
