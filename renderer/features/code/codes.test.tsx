import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Core } from '../../../electron/core/core.ts';
import { ask } from '../../../fixtures/testing.ts';
import { codeWords, giveSizes, openCode } from './open-for-tests.tsx';

beforeAll(giveSizes);

const order = async (core: Core) => (await ask(core, 'code.list', { analysisId: 1 })).map((code) => code.name);

describe('codes in the order of hand', () => {
  it('move with Alt and the arrows among those of their place, keep the focus, and stop at the ends', async () => {
    const { core, user } = await openCode(async (core) => {
      for (const name of ['Apple', 'Bread', 'Cheese', 'Dates']) await ask(core, 'code.create', { analysisId: 1, name });
      await ask(core, 'theme.create', { analysisId: 1, name: 'Eaten', codeIds: [4] });
    });
    const line = await screen.findByRole('button', { name: /^Apple 0/ });
    line.focus();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await waitFor(async () => expect(await order(core)).toEqual(expect.arrayContaining(['Bread', 'Apple'])));
    await waitFor(() => expect(screen.getAllByRole('button', { name: / 0 extracts/ }).map((each) => each.textContent?.split(' ')[0])).toEqual(['Dates', 'Bread', 'Apple', 'Cheese']));
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-code', '1'));
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await waitFor(() => expect(screen.getAllByRole('button', { name: / 0 extracts/ }).map((each) => each.textContent?.split(' ')[0])).toEqual(['Dates', 'Bread', 'Cheese', 'Apple']));
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(screen.getByText('It is the last one here already')).toBeInTheDocument();
    expect((await ask(core, 'history.list', {}))[0]?.label).toBe('Changed the order of “Apple” in Not yet placed');
  });
});

describe('keys on the list of codes', () => {
  it('act on the line that has the keyboard, whichever code was selected before', async () => {
    const { core, user } = await openCode(async (core) => {
      await codeWords(core, 'people', 'Company');
      await codeWords(core, 'cake', 'Cake');
      await codeWords(core, 'kettle', 'Kettles');
    });
    // An extract of Company is opened and closed: that code is selected.
    await user.keyboard('j{Tab}{Tab}{Enter}');
    await screen.findByRole('dialog');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('button', { name: /^Company 1 extract/ })).toHaveAttribute('aria-pressed', 'true'));
    await user.keyboard('/cak{ArrowDown}');
    expect(screen.getByRole('button', { name: /^Cake 1 extract/ })).toHaveFocus();
    await user.keyboard('{F2}');
    expect(await screen.findByRole('textbox', { name: 'Name of the code' })).toHaveValue('Cake');
    await user.keyboard('{Control>}a{/Control}Cake and tea{Enter}');
    await waitFor(async () => expect((await order(core)).toSorted()).toEqual(['Cake and tea', 'Company', 'Kettles']));
    await user.keyboard('/{Control>}a{/Control}kett{ArrowDown}g');
    expect(await screen.findByRole('region', { name: 'Extracts of Kettles' })).toBeInTheDocument();
  });
});

describe('loose ends', () => {
  it('are named quietly, kept with a reason, and taken up again', async () => {
    const { core, user } = await openCode(async (core) => {
      await codeWords(core, 'people', 'Company', 'Stairs');
      await codeWords(core, 'cake', 'Stairs');
      await ask(core, 'code.create', { analysisId: 1, name: 'Stair' });
    });
    const group = await screen.findByRole('group', { name: 'Loose ends' });
    // The closed line counts everything, also the answers that were never opened.
    await user.click(await within(group).findByRole('button', { name: 'Loose ends 4' }));
    expect(within(group).getAllByRole('listitem').slice(0, 3).map((item) => item.querySelector('p')?.textContent)).toEqual(['Stairs and Stair have nearly the same name', 'Company has one extract', 'Stair has no extract']);
    within(group).getByText(/^2 answers/);
    const [twin] = within(group).getAllByRole('listitem');
    await user.click(within(twin as HTMLElement).getByRole('button', { name: 'Keep as it is…' }));
    await user.keyboard('One is a place, one a step.{Enter}');
    await within(group).findByRole('button', { name: 'Loose ends 3' });
    expect((await ask(core, 'history.list', {}))[0]?.label).toBe('Kept “Stairs” as it is');
    const open = within(group).getAllByRole('listitem').at(-1) as HTMLElement;
    expect(open).toHaveTextContent('2 answers to this question were never opened');
    await user.click(within(open).getByRole('button', { name: 'Keep as it is…' }));
    await user.keyboard('They are off the topic.{Enter}');
    await waitFor(async () => expect(await ask(core, 'code.kept', { analysisId: 1 })).toMatchObject([{ kind: 'twin' }, { kind: 'unopened', questionId: 1, codeId: null, reason: 'They are off the topic.' }]));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(async () => expect(await ask(core, 'code.kept', { analysisId: 1 })).toHaveLength(1));
    await user.click(within(group).getByRole('button', { name: '1 kept on purpose' }));
    expect(within(group).getByText('One is a place, one a step.')).toBeInTheDocument();
    await user.click(within(group).getByRole('button', { name: 'Take it up again' }));
    await within(group).findByRole('button', { name: 'Loose ends 4' });
    await user.click(within(group).getByRole('button', { name: /^2 answers/ }));
    expect(screen.getByText('2 of 3 answers: not coded yet, not read yet')).toBeInTheDocument();
  });
});
