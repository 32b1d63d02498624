import { readFileSync } from 'node:fs';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '../../../electron/core/core.ts';
import { createWorkbench } from '../../../electron/core/workbench.ts';
import { ask, fileOf } from '../../../fixtures/testing.ts';
import { usePlace } from '../../state/place.ts';
import { useToasts } from '../../ui/toast.ts';
import { setHost } from '../../host/index.ts';
import { renderWithCore } from '../../test/render.tsx';
import { ImportScreen } from './ImportScreen.tsx';

const first = 'ID,What helped you?,What got in the way?,Role\nP2,My sister helped me a lot,The rain and the buses,Nurse\nP10,The library was open,Nothing at all,Doctor\nP33,Talking to people there,,Nurse\n';
const second = 'ID,What helped you?,What got in the way?,Role\nP2,My sister and my aunt,The rain and the buses,Doctor\nP40,Walking by the river,The dark evenings,Nurse\n';

const open = async (text: string, seed = async (core: Core) => void (await ask(core, 'survey.import', fileOf('first.csv', first)))) => {
  const rendered = await renderWithCore(<ImportScreen />, { seed });
  const { core } = rendered;
  // Looking into a file belongs to the workbench, the rest to the project.
  const workbench = createWorkbench({ host: 'browser', version: 'test', dataFolder: `${core.file}-data`, projectsFolder: `${core.file}-projects`, sample: () => Promise.reject(new Error('no sample here')) });
  setHost({ call: (name, input) => (name === 'survey.inspect' ? workbench.callUnchecked(name, input) : core.callUnchecked(name, input)), onChanged: (listener) => core.onChanged(listener), onProgress: () => () => {} });
  await rendered.user.upload(screen.getByLabelText('Survey file'), new File([text], 'second.csv', { type: 'text/csv' }));
  await screen.findByRole('button', { name: /^Import \d|^Add|^Nothing/ });
  return rendered;
};
const strip = () => screen.findByRole('region', { name: 'Beside what is in the project' });

beforeEach(() => {
  usePlace.setState({ screen: 'import', questionId: 2 });
  useToasts.setState({ shown: null });
});

describe('a second wave on the import screen', () => {
  it('shows the differences before anything is imported, and says what came in', async () => {
    const { user, core } = await open(second);
    expect(await strip()).toHaveTextContent('1 person is known, 1 is new. 2 answers to add, 1 changed, 1 the same. 2 people of the project are not in this file and stay. 1 attribute differs and stays as before.');
    await user.click(screen.getByRole('button', { name: 'See the differences' }));
    const dialog = screen.getByRole('dialog', { name: /Differences/ });
    expect(within(dialog).getByRole('region', { name: 'Changed answers' })).toHaveTextContent('P2 What helped you?in the projectMy sister helped me a lotin this fileMy sister and my aunt');
    expect(within(dialog).getByRole('region', { name: 'Attributes that differ' })).toHaveTextContent('P2RoleNurseDoctor');
    expect(within(dialog).getByRole('region', { name: 'Not in this file' })).toHaveTextContent('P10, P33');
    await user.click(within(dialog).getByRole('button', { name: 'Done' }));
    expect(await ask(core, 'survey.participants', {})).toHaveLength(3);
    await user.click(screen.getByRole('button', { name: /^Add 1 person, 2 answers and 1 changed answer/ }));
    await waitFor(() => expect(useToasts.getState().shown?.text).toBe('2 answers and 1 person came in, and 1 changed answer beside the earlier one.'));
    expect(usePlace.getState()).toMatchObject({ screen: 'code', questionId: 2 });
  });

  it('of which everything is there already says so, and offers no undo', async () => {
    const { user, core } = await open(first);
    expect(await strip()).toHaveTextContent('3 people are known. 0 answers to add, 0 changed, 5 the same.');
    await user.click(screen.getByRole('button', { name: /^Nothing to add/ }));
    await waitFor(() => expect(useToasts.getState().shown?.text).toBe('Everything in this file is in the project already. Nothing was added.'));
    expect(useToasts.getState().shown?.action).toBeUndefined();
    expect(await ask(core, 'survey.imports', {})).toHaveLength(1);
  });

  it('takes the roles that the project knows, and stays silent for a first file', async () => {
    await open('ID,What helped you?,What got in the way?,Role\nP77,Yes,3,Nurse\n');
    await strip();
    await waitFor(() => expect(screen.getByRole('status', { name: 'What will be imported' })).toHaveTextContent('2 questions'));
  });

  it('asks nothing about who was asked a question that the project has, and says where that is decided', async () => {
    const branching = readFileSync('fixtures/files/branching.csv', 'utf8');
    const { user } = await open(branching, async (core) => void (await ask(core, 'survey.import', fileOf('first.csv', branching))));
    await strip();
    expect(await screen.findByText(/questions are in the project already\. Who was asked stays as decided there; change it under Data\.$/)).toBeInTheDocument();
    expect(screen.queryByRole('radio', { name: 'All together' })).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Nothing to add/ }));
    await waitFor(() => expect(useToasts.getState().shown?.text).toBe('Everything in this file is in the project already. Nothing was added.'));
  });

  it('says on its button what new questions for known people add, and what one late answer adds', async () => {
    await open('ID,What would you change?\nP2,The opening hours in the winter\nP77,I would change nothing at all\n');
    await strip();
    expect(screen.getByRole('button', { name: /^Add 1 person and 2 answers/ })).toBeInTheDocument();
  });

  it('matches people by a known numbering, says so, and takes them otherwise where that is chosen', async () => {
    const numbered = async (core: Core) => {
      await ask(core, 'survey.import', fileOf('first.csv', first));
      return void (await ask(core, 'alias.import', { name: 'Paper forms', table: { text: 'P2\t301\nP10\t302\nP33\t303' } }));
    };
    const { user, core } = await open(first.replaceAll('P2,', '301,').replaceAll('P10,', '302,').replaceAll('P33,', '303,'), numbered);
    expect(await strip()).toHaveTextContent('3 people are known. 0 answers to add, 0 changed, 5 the same.');
    expect(await strip()).toHaveTextContent('These are numbers of the numbering “Paper forms”, so it is proposed.');
    await user.selectOptions(screen.getByRole('combobox', { name: 'People are matched by' }), 'Their ids as imported (0 people known)');
    await waitFor(async () => expect(await strip()).toHaveTextContent('All 3 people are new.'));
    await user.selectOptions(screen.getByRole('combobox', { name: 'People are matched by' }), 'The numbering “Paper forms” (3 people known)');
    await waitFor(() => expect(screen.getByRole('button', { name: /^Nothing to add/ })).toBeInTheDocument());
    expect(await ask(core, 'survey.participants', {})).toHaveLength(3);
  });

  it('takes ids that differ only in zeros for the same people where somebody says so', async () => {
    const { user } = await open('ID,What helped you?,What got in the way?,Role\nP2,My sister helped me a lot,,Nurse\nP010,The library was open,,Doctor\n');
    expect(await strip()).toHaveTextContent('1 person is known, 1 is new.');
    await user.click(screen.getByRole('switch', { name: /^Match ids that differ only in capitals/ }));
    await waitFor(async () => expect(await strip()).toHaveTextContent('2 people are known.'));
  });

  it('joins a question under other words to the one that it is, where somebody says so', async () => {
    const { user } = await open(first.replace('What got in the way?', 'What was the obstacle?').replace('Talking to people there,,', 'Talking to people there,My own two feet,').replace('The rain and the buses', 'The rain and the bus'), async (core) => void (await ask(core, 'survey.import', fileOf('first.csv', first))));
    const choice = await screen.findByRole('combobox', { name: 'What was the obstacle?' });
    expect(choice).toHaveDisplayValue('A new question');
    await user.selectOptions(choice, 'The same as “What got in the way?”');
    await waitFor(async () => expect(await strip()).toHaveTextContent('1 answer to add, 1 changed, 4 the same.'));
    await user.selectOptions(screen.getByRole('combobox', { name: 'What was the obstacle?' }), 'A new question');
    await waitFor(async () => expect(await strip()).toHaveTextContent('3 answers to add, 0 changed, 3 the same.'));
  });

  it('shows nothing where the file meets nothing that is there', async () => {
    await open(second, async () => {});
    expect(screen.getByRole('button', { name: /^Import 2 respondents/ })).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Beside what is in the project' })).toBeNull();
  });
});
