import { screen } from '@testing-library/react';
import type { Core } from '../../../electron/core/core.ts';
import { ask, fileOf, surveyCsv } from '../../../fixtures/testing.ts';
import { type Rendered, renderWithCore } from '../../test/render.tsx';
import { Shell } from '../shell/Shell.tsx';
import { CodeScreen } from './CodeScreen.tsx';
import { useCodeUi } from './code-ui.ts';
import { noFilter } from './filters.ts';

/** Three people's answers to two questions. */
export const answers = [
  ['The kettle is always on. I come for the people 👩‍🔧 and the cake.', 'Nobody asked me.'],
  ['No', ''],
  ['It keeps things out of landfill.\nAnd me out of the house.', 'The stairs.'],
];

/** jsdom lays nothing out; a list that draws what is near the window needs a window. */
export function giveSizes(): void {
  for (const [name, value] of [['clientHeight', 900], ['clientWidth', 700], ['offsetHeight', 120]] as const) Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
  Element.prototype.scrollTo = () => undefined;
}

/** The Code screen in the shell, on a real core with the three answers (or other ones) and what `more` adds. */
export async function openCode(more?: (core: Core) => Promise<void>, rows: readonly (readonly string[])[] = answers): Promise<Rendered> {
  useCodeUi.setState({ recent: [], fresh: [], collating: false, grouped: true, filter: noFilter });
  const rendered = await renderWithCore(<Shell><CodeScreen /></Shell>, {
    seed: async (core) => {
      await ask(core, 'survey.import', { ...fileOf('small.csv', surveyCsv(['What brings you here?', 'What nearly made you stop?'], rows)), plan: { analyses: 'together' } });
      await more?.(core);
    },
  });
  await screen.findAllByRole('article');
  return rendered;
}

/** Places words of the first answer to the first question under codes. */
export async function codeWords(core: Core, words: string, ...names: string[]): Promise<void> {
  const start = answers[0]?.[0]?.indexOf(words) ?? -1;
  await ask(core, 'coding.add', { analysisId: 1, itemId: 1, start, end: start + words.length, codes: names.map((name) => ({ name })) });
}

/** What is coded on the first question. */
export const codingsOf = async (core: Core) => (await ask(core, 'coding.list', { questionId: 1 })).map(({ itemId, start, end, codeId }) => ({ itemId, start, end, codeId }));
