import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderWithCore } from '../../test/render.tsx';
import { ask } from '../../test/small-study.ts';
import { QuestionsTab } from './QuestionsTab.tsx';

const csv = ['ID,Glad,Why?', 'A,yes,It didnâ€™t hurt to ask them for help', 'B,no,The cafÃ© was closed when I went', 'C,yes,They rang me back on the same day', 'D,no,It was a long way to go for that'].join('\n');
const open = async () => {
  const rendered = await renderWithCore(<QuestionsTab />);
  await ask(rendered.core, 'survey.import', { fileName: 'survey.csv', bytes: btoa(Array.from(new TextEncoder().encode(csv), (byte) => String.fromCharCode(byte)).join('')) });
  return rendered;
};

test('what was repaired at the import stays on record, before and after', async () => {
  const { user } = await open();
  await user.click(await screen.findByRole('button', { name: '2 damaged places were repaired' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Repaired characters' }));
  const places = await dialog.findAllByRole('listitem');
  expect(places.map((place) => [place.querySelector('del')?.textContent, place.querySelector('ins')?.textContent])).toEqual([['â€™', '’'], ['Ã©', 'é']]);
});

test('what a question belongs to is changed after the import', async () => {
  const { core, user } = await open();
  await user.click(await screen.findByRole('button', { name: /^Who could answer/ }));
  await user.selectOptions(screen.getByLabelText('Belongs to the closed question'), 'None');
  await waitFor(async () => expect((await ask(core, 'survey.questions', {}))[0]).toMatchObject({ closedId: null, tie: '' }));
  await user.selectOptions(screen.getByLabelText('Belongs to the closed question'), 'Glad');
  await user.click(await screen.findByRole('radio', { name: 'Its “other”' }));
  await waitFor(async () => expect((await ask(core, 'survey.questions', {}))[0]).toMatchObject({ closedId: 1, tie: 'other' }));
});
