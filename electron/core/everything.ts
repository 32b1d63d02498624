import type { ExportFormat, MadeFile } from '../../shared/contract/exchange.ts';
import type { InputOf, Name, OutputOf } from '../../shared/contract/index.ts';
import type { Problem } from '../../shared/contract/project.ts';
import { Refusal } from '../../shared/errors.ts';
import type { Core } from './core.ts';
import { safeFileName } from './file-names.ts';

/** Choices of which a figure draws one at a time; a full set of exports has a file for each. */
const oneEach = 'analysis';
const coversAll = new Set(['', 'all']);

async function ask<N extends Name>(core: Core, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const result = await core.call(name, input);
  if (!result.ok) throw new Refusal(result.error.kind, result.error.message, result.error.details);
  return result.value;
}

/** The settings under which one format is made: the usual ones, or a set for each analysis where it takes one at a time. */
function variants({ settings }: ExportFormat): { settings: Record<string, string>; suffix: string }[] {
  const setting = settings.find(({ key, kind }) => key === oneEach && kind === 'choice');
  if (!setting?.choices || coversAll.has(setting.default)) return [{ settings: {}, suffix: '' }];
  return setting.choices.map(({ value, label }) => ({ settings: { [oneEach]: value }, suffix: ` - ${label}` }));
}

/** Makes every export of a project, format by format in every ending; what has nothing to show is passed over in silence. */
export async function* everyExport(core: Core): AsyncGenerator<{ format: string; fileName: string; file: MadeFile }> {
  for (const format of await ask(core, 'export.formats', {})) {
    for (const { settings, suffix } of variants(format)) {
      for (const ending of format.endings) {
        const result = await core.call('export.make', { format: format.format, ending, settings });
        if (result.ok) yield { format: format.format, fileName: `${safeFileName(format.format + suffix)}.${ending}`, file: result.value };
        else if (result.error.kind !== 'refused') throw new Refusal(result.error.kind, result.error.message, result.error.details);
      }
    }
  }
}

/** What the integrity check has to say about a project; empty when all is well. */
export const problemsOf = async (core: Core): Promise<Problem[]> => (await ask(core, 'project.check', {})).problems;
