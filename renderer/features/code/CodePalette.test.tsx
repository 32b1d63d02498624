import { screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../../../electron/core/core.ts';
import { ask } from '../../../fixtures/testing.ts';
import type { Rendered } from '../../test/render.tsx';
import { codeWords, codingsOf, giveSizes, openCode } from './open-for-tests.tsx';

beforeAll(giveSizes);

const names = async (core: Core) => {
  const codes = new Map((await ask(core, 'code.list', { analysisId: 1 })).map((code) => [code.id, code.name]));
  return (await codingsOf(core)).map((coding) => codes.get(coding.codeId)).sort();
};
const make = (...list: string[]) => async (core: Core) => { for (const name of list) await ask(core, 'code.create', { analysisId: 1, name }); };

/** Selects the first word of the first answer and opens the palette on it. */
async function choose(user: Rendered['user']): Promise<HTMLElement> {
  await user.keyboard('j{Shift>}{ArrowRight}{/Shift}c');
  const field = await screen.findByRole('combobox', { name: 'Find or create a code' });
  await waitFor(() => expect(field).toHaveFocus());
  return field;
}

describe('the code palette', () => {
  it('keeps what was ticked while one looks for more, says how many, and applies them as one operation', async () => {
    const { core, user } = await openCode(make('Company', 'Cake and tea', 'Landfill'));
    const field = await choose(user);
    await user.keyboard('cake{ArrowDown}{ArrowUp} ');
    expect(screen.getByText('1 chosen')).toBeInTheDocument();
    await user.keyboard('land{Control>} {/Control}');
    expect(field).toHaveValue('land');
    expect(screen.getByText('2 chosen')).toBeInTheDocument();
    expect(screen.getByRole('option', { name: /Cake and tea/, selected: true })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: /^Apply 2 codes/ })).toBeInTheDocument();
    await user.keyboard('{Enter}');
    await waitFor(async () => expect(await names(core)).toEqual(['Cake and tea', 'Landfill']));
    expect((await ask(core, 'history.list', {})).filter((operation) => operation.command === 'coding.add')).toHaveLength(1);
  });

  it('takes a tick away again, and Enter then applies only what is left', async () => {
    const { core, user } = await openCode(make('Company', 'Cake and tea'));
    await choose(user);
    await user.keyboard('com{Control>} {/Control}cake{Control>} {/Control}{Control>} {/Control}{Enter}');
    await waitFor(async () => expect(await names(core)).toEqual(['Company']));
  });

  it('ticks new names as well, beside codes that are there, and makes and applies all of them in one step', async () => {
    const { core, user } = await openCode(make('Trail'));
    const field = await choose(user);
    await user.keyboard('Brand new one{Control>} {/Control}');
    expect(field).toHaveValue('Brand new one');
    expect(screen.getByRole('option', { name: /Brand new one.*new, said/, selected: true })).toBeInTheDocument();
    expect(screen.queryByRole('option', { name: /^New code/ })).not.toBeInTheDocument();
    await user.keyboard('Brand new two{Control>}l {/Control}Trail{Control>} {/Control}');
    expect(screen.getByText('3 chosen')).toBeInTheDocument();
    expect(screen.getAllByRole('option', { selected: true }).map((each) => each.textContent)).toEqual(['Trail0', 'Brand new onenew, said', 'Brand new twonew, between the lines']);
    expect(screen.getByRole('button', { name: /^Apply 3 codes/ })).toBeInTheDocument();
    await user.keyboard('{Enter}');
    await waitFor(async () => expect(await names(core)).toEqual(['Brand new one', 'Brand new two', 'Trail']));
    expect((await ask(core, 'code.list', { analysisId: 1 })).map(({ name, kind }) => [name, kind])).toEqual([['Trail', 'undecided'], ['Brand new one', 'semantic'], ['Brand new two', 'latent']]);
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(async () => expect((await ask(core, 'code.list', { analysisId: 1 })).map(({ name }) => name)).toEqual(['Trail']));
    expect(await codingsOf(core)).toEqual([]);
  });

  it('takes a new name twice for one, also in other capitals, and gives it back its tick with the same key', async () => {
    const { core, user } = await openCode();
    await choose(user);
    await user.keyboard('Company{Control>} {/Control}');
    await user.keyboard('Cake{Control>} {/Control}COMPANY');
    expect(screen.getByText('2 chosen')).toBeInTheDocument();
    expect(screen.queryByRole('option', { name: /^New code/ })).not.toBeInTheDocument();
    await user.keyboard('{Control>} {/Control}');
    expect(screen.getByText('1 chosen')).toBeInTheDocument();
    await user.keyboard('{Control>} {/Control}');
    expect(screen.getByText('2 chosen')).toBeInTheDocument();
    await user.keyboard('cake{Control>}{Enter}{/Control}');
    await waitFor(async () => expect(await names(core)).toEqual(['COMPANY', 'Cake']));
  });

  it('ticks their words beside a new name, and applies both with what is typed last', async () => {
    const { core, user } = await openCode();
    await choose(user);
    await user.keyboard('{Control>} {/Control}');
    expect(screen.getByRole('option', { name: /^The.*new, said/, selected: true })).toBeInTheDocument();
    await user.keyboard('Kettles{Enter}');
    await waitFor(async () => expect(await names(core)).toEqual(['Kettles', 'The']));
  });

  it('makes a latent code from the text with Ctrl L and Ctrl Enter, although another code fits', async () => {
    const { core, user } = await openCode(make('Company'));
    await choose(user);
    await user.keyboard('comp{Control>}l{/Control}{Control>}{Enter}{/Control}');
    await waitFor(async () => expect((await ask(core, 'code.list', { analysisId: 1 })).map(({ name, kind }) => [name, kind])).toContainEqual(['comp', 'latent']));
    expect(await names(core)).toEqual(['comp']);
  });

  it('offers the codes used last on this question, on Enter and on Alt 1', async () => {
    const { core, user } = await openCode(async (core) => {
      await codeWords(core, 'people', 'Company');
      await codeWords(core, 'cake', 'Cake');
    });
    await choose(user);
    expect(within(screen.getByRole('option', { name: /Cake/ })).getByText('1', { selector: '.kbd' })).toBeInTheDocument();
    await user.keyboard('{Alt>}[Digit2]{/Alt}');
    await waitFor(async () => expect(await names(core)).toEqual(['Cake', 'Company', 'Company']));
    await choose(user);
    await user.keyboard('{Enter}');
    await waitFor(async () => expect(await codingsOf(core)).toHaveLength(4));
  });

  it('closes on Escape, leaving the selection and the codes as they were', async () => {
    const { core, user } = await openCode();
    await choose(user);
    await user.keyboard('Half a thought{Escape}');
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-item', '1'));
    expect(await ask(core, 'code.list', { analysisId: 1 })).toEqual([]);
    await user.keyboard('c');
    expect(await screen.findByText('“The”')).toBeInTheDocument();
  });

  it('has nothing that axe calls a violation, open over a coded answer', async () => {
    const { container, user } = await openCode((core) => codeWords(core, 'people', 'Company', 'Cake'));
    await choose(user);
    await user.keyboard('c');
    expect((await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations.map((each) => `${each.id}: ${each.nodes[0]?.html}`)).toEqual([]);
  });
});
