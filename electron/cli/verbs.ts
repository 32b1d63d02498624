import { z } from 'zod';
import type { Entry } from '../../shared/contract/define.ts';
import { contract } from '../../shared/contract/index.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Workbench } from '../core/workbench.ts';
import { contractVerbs, type Face, type Given, Usage, usageOf } from './arguments.ts';
import type { CliOptions } from './options.ts';

interface Around { workbench: Workbench; options: CliOptions }
/** A verb that is about files or about the contract itself; every other verb comes from the contract. */
interface HostVerb extends Pick<Face, 'verb' | 'summary' | 'args' | 'options'> { run: (given: Given, around: Around) => Promise<unknown> }

export const hostVerbs: readonly HostVerb[] = [
  {
    verb: 'new', summary: 'make a project file', args: ['PROJECT'], options: { title: { kind: 'text', help: 'the title of the project' } },
    run: async ({ project = '', options }, { workbench }) => {
      if (typeof options.title !== 'string' || !options.title.trim()) throw new Usage('“new” needs --title TITLE.');
      return await workbench.createFile(project, options.title.trim());
    },
  },
  {
    verb: 'call', summary: 'any command or query of the contract', args: ['PROJECT', 'NAME', '[JSON]'],
    run: async ({ project = '', text: [name = '', json = '{}'] }, { workbench }) => {
      const input = parseInput(json);
      await workbench.openFile(project);
      const result = await workbench.callUnchecked(name, input);
      if (!result.ok) throw new Refusal(result.error.kind, result.error.message, result.error.details);
      return result.value;
    },
  },
  { verb: 'contract', summary: 'JSON Schema of every command and query', args: [], run: async () => describeContract() },
  {
    verb: 'demo', summary: 'the whole main job on the sample study, without a window', args: [], options: { out: { kind: 'text', help: 'the folder to write into' } },
    run: async ({ options: { out } }, { workbench, options }) => (await import('./demo.ts')).runDemo(workbench, options, typeof out === 'string' ? out : undefined),
  },
];

function parseInput(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Usage('The input after NAME is not JSON.');
  }
}

/** Inputs as JSON Schema of what a caller writes; values that are trimmed or cleaned at the door are described as given. */
function describeContract(): Record<string, unknown> {
  return Object.fromEntries(Object.entries(contract as unknown as Record<string, Entry>).map(([name, { kind, input, cli }]) =>
    [name, { kind, ...(cli ? { verb: cli.verb } : {}), input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', override: ({ jsonSchema }) => asJson(jsonSchema) }) }]));
}

/** Ways to give a value that JSON does not have (the bytes of a file themselves) are left out. */
function asJson(schema: { anyOf?: unknown }): void {
  if (!Array.isArray(schema.anyOf)) return;
  const ways = schema.anyOf.filter((way: object) => Object.keys(way).length > 0);
  if (ways.length === schema.anyOf.length || ways.length !== 1) return;
  delete schema.anyOf;
  Object.assign(schema, ways[0]);
}

export function helpText(): string {
  const faces = [...hostVerbs, ...contractVerbs().map(({ face }) => face)];
  const width = Math.max(...faces.map((face) => usageOf(face).length));
  const lines = faces.map((face) => [`  themework ${usageOf(face).padEnd(width)}  ${face.summary}`, ...Object.entries(face.options ?? {}).map(([key, { help }]) => `      --${key}: ${help}`)].join('\n'));
  return `Themework: thematic analysis of free-text answers, from the command line.\n\n${lines.join('\n')}\n\n` +
    'Results are JSON on standard output, messages go to standard error.\nExit code: 0 done, 1 refused or failed (nothing was written), 2 wrong usage. PROJECT ends in .themework.\n';
}
