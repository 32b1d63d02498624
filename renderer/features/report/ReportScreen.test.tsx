import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Core } from '../../../electron/core/core.ts';
import { usePlace } from '../../state/place.ts';
import { renderWithCore } from '../../test/render.tsx';
import { ask, smallStudy } from '../../test/small-study.ts';
import { Toasts } from '../../ui/Toasts.tsx';
import { ReportScreen } from './ReportScreen.tsx';
import { useReportUi } from './report-ui.ts';

const downloads: { name: string; blob: Blob | undefined }[] = [];
let made: Blob | undefined;

beforeEach(() => {
  downloads.length = 0;
  // What jsdom lacks: addresses for blobs and downloads.
  URL.createObjectURL = (blob) => { made = blob as Blob; return 'blob:made'; };
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) { downloads.push({ name: this.download, blob: made }); });
});
afterEach(() => {
  vi.restoreAllMocks();
  useReportUi.setState({ format: '', changed: {} });
});

const withMilestone = async (core: Core) => {
  await smallStudy(core);
  await ask(core, 'milestone.create', { name: 'Step 1: initial codes' });
  const [analysis] = await ask(core, 'analysis.list', {});
  const [code] = await ask(core, 'code.list', { analysisId: analysis?.id ?? 0 });
  await ask(core, 'theme.create', { analysisId: analysis?.id ?? 0, name: 'What is worth keeping', codeIds: [code?.id ?? 0] });
};
const paper = () => screen.findByRole('article', { name: /^Preview of/ });

test('shows the appendix as it will be, step by step, and leaves a step out when it is unticked', async () => {
  const { user } = await renderWithCore(<ReportScreen />, { seed: withMilestone });
  const shown = within(await paper());
  expect(shown.getByRole('heading', { name: 'Step 1: Initial codes' })).toBeInTheDocument();
  expect(shown.getAllByText('old radios [R1]', { selector: 'li' })).toHaveLength(2);
  expect(shown.getByText('New theme: “What is worth keeping”.')).toBeInTheDocument();
  await user.click(screen.getByRole('checkbox', { name: 'Step 1: Initial codes' }));
  await waitFor(() => expect(shown.queryByRole('heading', { name: 'Step 1: Initial codes' })).not.toBeInTheDocument());
  expect(shown.getByRole('heading', { name: 'Step 2: The structure as it is now' })).toBeInTheDocument();
});

test('options change the preview and the file', async () => {
  const { user } = await renderWithCore(<><ReportScreen /><Toasts /></>, { seed: withMilestone });
  await paper();
  await user.clear(screen.getByLabelText('Title of the appendix'));
  await user.type(screen.getByLabelText('Title of the appendix'), 'Appendix C. Our coding');
  await user.selectOptions(screen.getByLabelText('Name people by'), '[ppt. 12]');
  expect(await screen.findByRole('article', { name: 'Preview of “Appendix C. Our coding”' })).toBeInTheDocument();
  expect((await screen.findAllByText('old radios [ppt. R1]', { selector: 'li' })).length).toBeGreaterThan(0);
  await user.keyboard('{Control>}{Shift>}e{/Shift}{/Control}');
  await screen.findByText('Made “A small study, appendix.docx”.');
  expect(downloads.map(({ name }) => name)).toEqual(['A small study, appendix.docx']);
  expect(downloads[0]?.blob?.size).toBeGreaterThan(5_000);
});

test('every format can be chosen and exported with each of its endings', async () => {
  const { user } = await renderWithCore(<ReportScreen />, { seed: withMilestone });
  await paper();
  const list = within(screen.getByRole('navigation', { name: 'What to export' }));
  const names = list.getAllByRole('button').map((button) => button.textContent ?? '');
  expect(names.length).toBeGreaterThanOrEqual(8);
  for (const [index, name] of names.entries()) {
    await user.click(list.getAllByRole('button')[index] as HTMLElement);
    expect(list.getByRole('button', { current: 'page' })).toHaveTextContent(name);
  }
  await user.click(list.getByRole('button', { name: /^Codebook/ }));
  await user.click(screen.getByRole('button', { name: 'Export to CSV' }));
  await waitFor(() => expect(downloads.map(({ name }) => name)).toEqual(['A small study, codebook.csv']));
  await user.click(list.getByRole('button', { name: /^Thematic map/ }));
  expect(await screen.findByRole('img', { name: 'Thematic map, preview' })).toBeInTheDocument();
});

test('says what is still open, and leads there', async () => {
  const { user } = await renderWithCore(<ReportScreen />, { seed: withMilestone });
  expect(await screen.findByText(/1 of 1 theme has no central concept yet/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Open Build themes' }));
  expect(usePlace.getState().screen).toBe('themes');
});

test('arrow keys walk the list', async () => {
  const { user } = await renderWithCore(<ReportScreen />, { seed: withMilestone });
  await paper();
  const buttons = within(screen.getByRole('navigation', { name: 'What to export' })).getAllByRole('button');
  buttons[0]?.focus();
  for (let step = 0; step < 20 && document.activeElement !== buttons[1]; step++) await user.keyboard('{ArrowDown}');
  expect(buttons[1]).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('table')).toBeInTheDocument();
});

test('a long document is shown from its beginning, and whole on request', async () => {
  const seed = async (core: Core) => {
    await smallStudy(core);
    const words = Array.from({ length: 450 }, (_, index) => `${index}`).map((index) => ({ name: `Code ${index}` }));
    const [analysis] = await ask(core, 'analysis.list', {});
    const [question] = await ask(core, 'survey.questions', {});
    const [answer] = await ask(core, 'survey.answers', { questionId: question?.id ?? 0 });
    for (let from = 0; from < words.length; from += 50) await ask(core, 'coding.add', { analysisId: analysis?.id ?? 0, itemId: answer?.itemId ?? 0, start: 0, end: 6, codes: words.slice(from, from + 50) });
  };
  const { user } = await renderWithCore(<ReportScreen />, { seed });
  const shown = within(await paper());
  expect(shown.queryByText('Code 449')).not.toBeInTheDocument();
  await user.click(shown.getByRole('button', { name: 'Show all' }));
  expect(shown.getByText('Code 449')).toBeInTheDocument();
});

test('nothing serious for screen readers', async () => {
  const { container } = await renderWithCore(<ReportScreen />, { seed: withMilestone });
  await paper();
  const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});
