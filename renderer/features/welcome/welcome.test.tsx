import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { createCore } from '../../../electron/core/core.ts';
import { App } from '../../App.tsx';
import { usePlace } from '../../state/place.ts';
import { renderWithWorkbench } from '../../test/render.tsx';
import { ask, smallStudy } from '../../test/small-study.ts';

const aStudy = async (file: string) => {
  const core = createCore(file, 'The sample');
  await smallStudy(core);
  core.close();
};

test('a new project asks for its name first, then goes to the import', async () => {
  const { workbench, user } = await renderWithWorkbench(<App />);
  await user.click(await screen.findByRole('button', { name: /Import responses/ }));
  await user.keyboard('{Enter}');
  expect(await screen.findByText('A project needs a name. You can change it later.')).toBeInTheDocument();
  await user.keyboard('Mending in towns{Enter}');
  await waitFor(() => expect(usePlace.getState().screen).toBe('import'));
  expect(workbench.project?.title).toBe('Mending in towns');
  expect(existsSync(join(workbench.project?.folder ?? '', workbench.project?.fileName ?? ''))).toBe(true);
});

test('the sample study opens at coding, and closing it comes back here with the project listed', async () => {
  const { user } = await renderWithWorkbench(<App />, { sample: aStudy });
  await user.click(await screen.findByRole('button', { name: /Open sample study/ }));
  await user.click(await screen.findByRole('button', { name: 'The sample' }));
  expect(usePlace.getState().screen).toBe('code');
  await user.click(await screen.findByRole('menuitem', { name: 'Close the project' }));
  const recent = within(await screen.findByRole('list', { name: 'Recent projects' }));
  expect(recent.getByRole('button', { name: /The sample/ })).toBeInTheDocument();
});

test('a recent project opens where one was last', async () => {
  const { workbench, user } = await renderWithWorkbench(<App />, {
    seed: async (bench) => {
      await ask(bench, 'workbench.create', { title: 'Last year' });
      await smallStudy(bench);
    },
  });
  await waitFor(() => expect(usePlace.getState().screen).toBe('code'));
  await user.keyboard('{Control>}[Digit6]{/Control}');
  await user.click(screen.getByRole('button', { name: 'Last year' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Close the project' }));
  const project = await screen.findByRole('button', { name: /Last year.*You were looking at the report/ });
  await user.click(project);
  await waitFor(() => expect(usePlace.getState().screen).toBe('report'));
  expect(workbench.project?.title).toBe('Last year');
  await user.click(await screen.findByRole('button', { name: 'Last year' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Close the project' }));
  await screen.findByRole('button', { name: /Last year.*You were looking at the report/ });
  act(() => (document.activeElement as HTMLElement).blur());
  await user.keyboard('{Enter}');
  await waitFor(() => expect(usePlace.getState().screen).toBe('report'));
});

test('a project file is taken in from a browser window; a file that is none says so', async () => {
  const { folder, workbench, user } = await renderWithWorkbench(<App />);
  const chooser = await screen.findByLabelText('Project file');
  await user.upload(chooser, new File(['not a database at all'], 'notes.themework'));
  await screen.findByRole('status');
  await waitFor(() => expect(document.querySelector('.toast')).not.toBeNull());
  expect(workbench.project).toBeNull();
  const file = join(folder, 'brought.themework');
  await aStudy(file);
  await user.upload(chooser, new File([readFileSync(file)], 'brought.themework'));
  await waitFor(() => expect(workbench.project?.title).toBe('The sample'));
});
