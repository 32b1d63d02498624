import { act, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Core } from '../../../../electron/core/core.ts';
import { ask, fileOf, surveyCsv } from '../../../../fixtures/testing.ts';
import { filler } from '../../../../shared/domain/masks.ts';
import { renderWithCore } from '../../../test/render.tsx';
import { giveSizes, openCode } from '../../code/open-for-tests.tsx';
import { setCodeUi } from '../../code/code-ui.ts';
import { rangeOf } from '../../code/dom-range.ts';
import { useDiaryFocus } from '../../diary/useKeep.ts';
import { useToasts } from '../../../ui/toast.ts';
import { usePlace } from '../../../state/place.ts';
import { IdentifiersTab } from './IdentifiersTab.tsx';
import { MaskDialog } from './MaskDialog.tsx';
import { closeMasking } from './masking.ts';

const rows = [
  ['My colleague Quillfeather works on Saltmarsh Ward.', 'Ring 07700 900123 for Saltmarsh Ward.'],
  ['I met quillfeather once, in saltmarsh ward.', ''],
  ['The kettle is always on.', 'Nothing to add.'],
];
const seed = async (core: Core) => {
  await ask(core, 'survey.import', { ...fileOf('small.csv', surveyCsv(['What brings you here?', 'Anything else?'], rows)), plan: { analyses: 'together' } });
};
beforeEach(() => {
  giveSizes();
  closeMasking();
});
const open = async () => {
  const rendered = await renderWithCore(<><IdentifiersTab /><MaskDialog /></>, { seed });
  await screen.findByText(/answers looked through/);
  return rendered;
};
const hits = () => within(screen.getByRole('list', { name: 'Found in answers' })).getAllByRole('listitem').map((row) => row.querySelector('mark')?.textContent);

describe('looking for identifiers', () => {
  it('says that it helps and does not guarantee, shows each hit in its sentence, and filters by kind', async () => {
    const { user, container } = await open();
    expect(screen.getByText(/It helps and does not guarantee/)).toBeVisible();
    // The name is sure in one answer, so it is found in small letters in another.
    await waitFor(() => expect(hits()).toEqual(['Quillfeather', 'Saltmarsh Ward', 'quillfeather', '07700 900123', 'Saltmarsh Ward']));
    await user.click(screen.getByRole('button', { name: /^Phone numbers/ }));
    expect(hits()).toEqual(['07700 900123']);
    expect((await axe.run(container)).violations.filter((each) => each.impact === 'serious' || each.impact === 'critical').map((each) => each.help)).toEqual([]);
  });

  it('collects with the keyboard, everywhere where it is wanted, and masks after asking', async () => {
    const { user, core } = await open();
    await user.keyboard('jm');
    await screen.findByText('1 place');
    await user.keyboard('a');
    await screen.findByText('4 places');
    // Nothing is changed yet.
    expect((await ask(core, 'survey.answers', { questionId: 1 }))[0]?.masks).toBeUndefined();
    await user.keyboard('{Control>}{Enter}{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'Mask 4 places for good' });
    expect(dialog).toHaveTextContent('This cannot be undone.');
    expect(dialog).toHaveTextContent('files that you exported');
    const label = within(dialog).getByRole('textbox', { name: 'Label for Saltmarsh Ward' });
    expect(label).toHaveValue('ward name');
    await user.clear(label);
    await user.type(label, 'our ward');
    await user.click(within(dialog).getByRole('button', { name: 'Mask for good' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [first, second] = await ask(core, 'survey.answers', { questionId: 1 });
    expect(first?.masks?.map((mask) => mask.label)).toEqual(['[name]', '[our ward]']);
    expect(second?.masks?.map((mask) => mask.label)).toEqual(['[our ward]']);
    await waitFor(() => expect(hits()).toEqual(['07700 900123']));
  });

  it('keeps on purpose, shows what was kept, and looks at it again', async () => {
    const { user, core } = await open();
    await user.keyboard('jn');
    await waitFor(() => expect(hits()).toEqual(['Saltmarsh Ward', 'quillfeather', '07700 900123', 'Saltmarsh Ward']));
    expect(await ask(core, 'privacy.kept', {})).toHaveLength(1);
    await user.click(screen.getByRole('radio', { name: 'Kept' }));
    expect(hits()).toEqual(['Quillfeather']);
    await user.click(screen.getByRole('button', { name: 'Look at it again' }));
    await waitFor(async () => expect(await ask(core, 'privacy.kept', {})).toEqual([]));
  });

  it('keeps the same words everywhere with one press, as one step', async () => {
    const { user, core } = await open();
    await waitFor(() => expect(hits()).toHaveLength(5));
    await user.keyboard('jj{Shift>}N{/Shift}');
    await waitFor(() => expect(hits()).toEqual(['Quillfeather', 'quillfeather', '07700 900123']));
    expect(await ask(core, 'privacy.kept', {})).toHaveLength(2);
    await ask(core, 'history.undo', {});
    expect(await ask(core, 'privacy.kept', {})).toEqual([]);
  });

  it('keeps them everywhere although a filter hides some, and says how many', async () => {
    const { user, core } = await open();
    await waitFor(() => expect(hits()).toHaveLength(5));
    await user.selectOptions(screen.getByLabelText('Question'), screen.getByRole('option', { name: 'Anything else?' }));
    await user.click(await screen.findByText('Saltmarsh Ward', { selector: 'mark' }));
    await user.keyboard('{Shift>}N{/Shift}');
    await waitFor(() => expect(useToasts.getState().shown?.text).toMatch(/^“Saltmarsh Ward” stays as it is in 2 places/));
    expect(await ask(core, 'privacy.kept', {})).toHaveLength(2);
  });
});

describe('the researcher’s own texts', () => {
  const ownTexts = async (core: Core) => {
    await seed(core);
    await ask(core, 'code.create', { analysisId: 1, name: 'Quillfeather helps' });
    await ask(core, 'diary.add', { trigger: 'moved', text: 'I know Quillfeather myself.' });
    await ask(core, 'project.update', { title: 'Life with Quillfeather' });
    await ask(core, 'plan.save', { name: 'Files of Quillfeather', plan: { columns: [{ index: 0, name: 'Id', role: 'participant' }] } });
  };
  const dialog = async () => {
    const rendered = await renderWithCore(<><IdentifiersTab /><MaskDialog /></>, { seed: ownTexts });
    await screen.findByText(/answers looked through/);
    await rendered.user.keyboard('jm{Control>}{Enter}{/Control}');
    return { ...rendered, list: within(await screen.findByRole('region', { name: 'Where these words also stand' })) };
  };

  it('are gone to with one press from the list of them', async () => {
    const { user, list } = await dialog();
    expect(screen.getByRole('dialog')).toHaveTextContent('the length of the words can still be told');
    expect(list.getAllByRole('listitem').map((row) => row.textContent)).toEqual(['a code Quillfeather helpsGo there', 'the diary I know Quillfeather myself.Go there', 'the title of the project Life with Quillfeather', 'the name of a plan Files of Quillfeather', 'the history of what you did 4 steps']);
    await user.click(list.getByRole('button', { name: 'Go there: the diary, I know Quillfeather myself.' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(usePlace.getState().screen).toBe('diary');
    expect(useDiaryFocus.getState().entryId).toBe(1);
  });

  it('are masked along where that is asked for', async () => {
    const { user, core, list } = await dialog();
    await user.click(list.getByRole('checkbox', { name: /^Mask there too/ }));
    await user.click(screen.getByRole('button', { name: 'Mask for good' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect((await ask(core, 'code.list', { analysisId: 1 })).map(({ name }) => name)).toEqual(['[name] helps']);
    expect((await ask(core, 'diary.list', {})).map(({ text }) => text)).toEqual(['I know [name] myself.']);
    expect(await ask(core, 'privacy.mentions', { words: ['Quillfeather'] })).toEqual([]);
    await waitFor(() => expect(useToasts.getState().shown?.text).toMatch(/^1 place masked with \[name\], and in 4 texts of yours\. There the words are gone from the project file for good\.$/));
  });

  it('are named after masking where the words were left: also in closed answers, which stay', async () => {
    const { user, core, list } = await dialog();
    await ask(core, 'survey.import', fileOf('more.csv', surveyCsv(['Led by', 'Why do you stay?'], ['It is the tea that keeps me here.', 'Nobody else would mend the lamp.', 'I like the noise of it all.', 'My neighbour asked me to come along.'].map((why, at) => [at % 2 ? 'Quillfeather' : 'Nobody', why]))));
    await user.click(list.getByRole('checkbox', { name: /^Mask there too/ }));
    await user.click(screen.getByRole('button', { name: 'Mask for good' }));
    await waitFor(() => expect(useToasts.getState().shown?.text).toMatch(/for good\. They still stand in a closed answer/));
  });
});

describe('masked words on the screen', () => {
  const mask = async (core: Core) => {
    await ask(core, 'privacy.mask', { places: [{ itemId: 1, start: 13, end: 25, label: 'name' }] });
    await ask(core, 'coding.add', { analysisId: 1, itemId: 1, start: 0, end: 25, codes: [{ name: 'Colleagues' }] });
  };

  it('stand as a label in the reading column, with every place in the text where it was', async () => {
    const { core } = await openCode(mask, rows);
    const label = await screen.findByRole('img', { name: 'masked: name' });
    expect(label).toHaveAttribute('data-label', '[name]');
    const text = document.querySelector('[data-text="1"]');
    expect(text?.textContent).toBe(rows[0]?.[0]?.replace('Quillfeather', filler.repeat(12)));
    expect(text && rangeOf(text, 26, 31)?.toString()).toBe('works');
    const [coding] = await ask(core, 'coding.list', { questionId: 1 });
    expect([coding?.start, coding?.end]).toEqual([0, 25]);
  });

  it('can be masked from a selection, with the other places where they stand', async () => {
    const { user, core } = await openCode(undefined, rows);
    const start = rows[0]?.[0]?.indexOf('Saltmarsh') ?? 0;
    act(() => setCodeUi({ selection: { itemId: 1, anchor: start, focus: start + 14 } }));
    await user.keyboard('{Shift>}M{/Shift}');
    const dialog = await screen.findByRole('dialog', { name: 'Mask 1 place for good' });
    await user.click(await within(dialog).findByRole('checkbox', { name: 'Also mask all 2 other places where these words stand' }));
    expect(screen.getByRole('dialog', { name: 'Mask 3 places for good' })).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Mask for good' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect((await ask(core, 'survey.answers', { questionId: 1 })).map((answer) => answer.masks?.map((each) => each.label))).toEqual([['[ward name]'], ['[ward name]'], undefined]);
    expect(await screen.findAllByRole('img', { name: 'masked: ward name' })).toHaveLength(2);
  });
});
