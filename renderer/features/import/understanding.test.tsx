import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, expect, test, vi } from 'vitest';
import { usePlace } from '../../state/place.ts';
import { ask } from '../../test/small-study.ts';
import { openImport } from './open-for-tests.tsx';

const words = ['It was near to where I live now', 'Because my friend works there too', 'The people were kind to me there', 'They listened and rang me back'];
const text = (at: number) => `${words[at % 4]}, number ${at}`;
const cell = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
const csvFile = (rows: readonly (readonly string[])[], name = 'survey.csv') => new File([rows.map((row) => row.map(cell).join(',')).join('\n')], name, { type: 'text/csv' });

/** 30 people: a grid of two rows, a rating with its reason, a question for those who stopped, and somebody who only tried the form out. */
const study = (name = 'survey.csv') =>
  csvFile(
    [
      ['ID', 'How was it? [The food]', 'How was it? [The people]', 'Glad', 'Why?', 'Did you ever stop?', 'What made you stop?'],
      ...Array.from({ length: 30 }, (_, at) => [
        `P${at + 1}`,
        at % 2 ? 'good' : 'bad',
        at % 3 ? 'good' : 'bad',
        ['a little', 'moderate amount', 'a lot'][at % 3] ?? '',
        at === 29 ? 'test' : text(at),
        at % 3 === 0 ? 'Yes' : 'No',
        at % 3 === 0 && at !== 27 ? `${text(at)} and so on` : '',
      ]),
    ],
    name,
  );
const status = () => screen.getByRole('status', { name: 'What will be imported' });
const section = (name: string) => within(screen.getByRole('region', { name }));

const textOf = (blob: Blob) =>
  new Promise<string>((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.readAsText(blob);
  });
const saved: { name: string; text: Promise<string> }[] = [];
beforeEach(() => {
  saved.length = 0;
  let made: Blob | undefined;
  URL.createObjectURL = (blob) => {
    made = blob as Blob;
    return 'blob:made';
  };
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    if (made) saved.push({ name: this.download, text: textOf(made) });
  });
});

test('ties, grids and who was asked are shown with their evidence; who was asked is confirmed once', async () => {
  const { core, user, container } = await openImport(study());
  expect(screen.getByRole('button', { name: 'Why?: Reason for Glad' })).toBeInTheDocument();
  const grid = screen.getByRole('button', { name: /^How was it\? 2 columns$/ });
  expect(screen.queryByText('The food')).toBeNull();
  await user.click(grid);
  expect(screen.getByText('The food')).toBeInTheDocument();
  expect(section('Who was asked').getByText('10 could answer, 9 did')).toBeInTheDocument();
  expect(section('Who was asked').getByText('Everyone was asked the other one.')).toBeInTheDocument();
  expect((await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);

  await user.click(screen.getByRole('button', { name: /^Import 30 respondents/ }));
  const dialog = within(screen.getByRole('dialog', { name: 'Who was asked' }));
  expect(dialog.getByText('All 9 who answered said “Yes” to “Did you ever stop?”; nobody else did.')).toBeInTheDocument();
  await user.click(dialog.getByRole('button', { name: 'That is right: import 30 respondents' }));
  await waitFor(() => expect(usePlace.getState().screen).toBe('code'));
  expect((await ask(core, 'survey.questions', {})).map(({ shortName, asked, answered, tie }) => [shortName, asked, answered, tie])).toEqual([
    ['Glad: why', 30, 30, 'comment'],
    ['What made you stop?', 10, 9, ''],
  ]);
});

test('who was asked is changed by mouse and keyboard, down to everyone; then nothing is asked at the import', async () => {
  const { user } = await openImport(study());
  await user.click(screen.getByRole('button', { name: 'Check who was asked' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Who was asked' }));
  await user.click(dialog.getByRole('checkbox', { name: 'No' }));
  await waitFor(() => expect(section('Who was asked').getAllByText('30 could answer, 9 did')).toHaveLength(2));
  await user.selectOptions(dialog.getByLabelText('Who was asked “What made you stop?”'), 'Everyone');
  await waitFor(() => expect(section('Who was asked').getByText('Everyone was asked all 2 questions.')).toBeInTheDocument());
  await user.click(dialog.getByRole('button', { name: 'Done' }));
  await user.click(screen.getByRole('button', { name: /^Import 30 respondents/ }));
  await waitFor(() => expect(usePlace.getState().screen).toBe('code'));
});

test('what a question belongs to is changed in its panel', async () => {
  const { user } = await openImport(study());
  await user.click(screen.getByRole('button', { name: 'Why?: Reason for Glad' }));
  const panel = within(screen.getByRole('dialog', { name: 'What Why? belongs to' }));
  expect(panel.getByText(/It asks for the reason right after “Glad”/)).toBeInTheDocument();
  await user.selectOptions(panel.getByLabelText('Belongs to the closed question'), 'Did you ever stop?');
  await screen.findByRole('button', { name: 'Why?: Reason for Column 6' });
  await user.click(panel.getByRole('radio', { name: 'Its “other”' }));
  await screen.findByRole('button', { name: 'Why?: “Other” of Column 6' });
  await user.selectOptions(panel.getByLabelText('Belongs to the closed question'), 'None');
  await screen.findByRole('button', { name: 'More about Why?' });
});

test('rows that may be no respondents are left out on one press', async () => {
  const rows = [['ResponseId', 'Status', 'Finished', 'Q1'], ...Array.from({ length: 8 }, (_, at) => [`R_abcdefghijkl${at + 10}`, at === 0 ? 'Survey Preview' : 'IP Address', at === 3 ? 'False' : 'True', at === 5 ? 'asdf' : text(at)])];
  const { user } = await openImport(csvFile(rows));
  const decide = section('To decide');
  expect(decide.getByRole('checkbox', { name: 'Leave out 1 survey preview' })).toBeChecked();
  expect(decide.getByText(/1 respondent wrote nothing but “test”, “asdf” and the like \(line 7\)/)).toBeInTheDocument();
  await user.click(decide.getByRole('checkbox', { name: 'Leave out 1 try-out' }));
  await waitFor(() => expect(status()).toHaveTextContent('6 respondents'));
  await user.click(decide.getByRole('checkbox', { name: 'Leave out 1 survey preview' }));
  await waitFor(() => expect(status()).toHaveTextContent('7 respondents'));
});

test('a question that stands twice is merged and parted again', async () => {
  const wording = 'What did the people there do for you?';
  const { user } = await openImport(csvFile([['ID', wording, wording], ...Array.from({ length: 8 }, (_, at) => [`${at}`, at % 2 ? text(at) : '', at % 2 ? '' : text(at)])]));
  expect(status()).toHaveTextContent('8 respondents, 2 questions');
  await user.click(screen.getByRole('checkbox', { name: 'Merge Column 3 into Column 2' }));
  await waitFor(() => expect(status()).toHaveTextContent('8 respondents, 1 question, 8 answers'));
  await user.click(screen.getByRole('checkbox', { name: 'Merge Column 3 into Column 2' }));
  await waitFor(() => expect(status()).toHaveTextContent('2 questions, 8 answers'));
});

test('how a file is read is kept under a name, proposed for the next file with these columns, and applied on one press', async () => {
  const { core, user } = await openImport(study());
  const name = screen.getByLabelText('Short name of Glad');
  await user.clear(name);
  await user.type(name, 'Gladness{Enter}');
  // At once: what was decided a moment ago counts, before the file has been looked at again.
  await user.click(screen.getByRole('button', { name: /^Plans/ }));
  await user.click(screen.getByRole('menuitem', { name: 'Save how this is read…' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Save how this is read' }));
  fireEvent.change(dialog.getByLabelText('Name'), { target: { value: 'Survey wave 1' } });
  await user.type(dialog.getByLabelText('Name'), '{Enter}');
  await screen.findByText(/Kept as “Survey wave 1”/);
  expect((await ask(core, 'plan.list', {})).map((plan) => plan.name)).toEqual(['Survey wave 1']);

  fireEvent.drop(document.querySelector('.i-app') as Element, { dataTransfer: { files: [study('wave 2.csv')] } });
  await screen.findByText('wave 2.csv');
  await waitFor(() => expect(screen.getByLabelText('Short name of Glad')).toHaveValue('Glad'));
  await user.click(screen.getByRole('button', { name: 'Read like “Survey wave 1”' }));
  await waitFor(() => expect(screen.getByLabelText('Short name of Glad')).toHaveValue('Gladness'));
  await user.click(screen.getByRole('button', { name: 'Read it afresh' }));
  await waitFor(() => expect(screen.getByLabelText('Short name of Glad')).toHaveValue('Glad'));
});

test('a plan is saved as the file that inspect prints, without answers, and loaded again; what does not fit is named', async () => {
  const { user } = await openImport(study());
  await user.click(screen.getByRole('button', { name: /^Plans/ }));
  await user.click(screen.getByRole('menuitem', { name: 'Save plan as a file…' }));
  expect(saved[0]?.name).toBe('survey, plan.json');
  const json = (await saved[0]?.text) ?? '';
  expect(json).not.toContain('near to where');
  const plan = JSON.parse(json);
  expect(plan.columns).toHaveLength(7);
  plan.columns[4].shortName = 'Reasons';
  plan.columns.push({ ...plan.columns[4], index: 7, name: 'Lost' });
  await user.upload(screen.getByLabelText('Plan file'), new File([JSON.stringify(plan)], 'mine.json'));
  await screen.findByText('The plan is applied. This file has no column “Lost”.');
  await waitFor(() => expect(screen.getByLabelText('Short name of Why?')).toHaveValue('Reasons'));
  await user.upload(screen.getByLabelText('Plan file'), new File(['{"a": 1}'], 'other.json'));
  await screen.findByText(/“other.json” is no plan that Themework can read/);
  await user.upload(screen.getByLabelText('Plan file'), new File([JSON.stringify({ ...plan, headerrows: 2 })], 'slip.json'));
  await screen.findByText('“slip.json” was not applied. The plan has “headerrows” (did you mean “headerRows”?), which Themework does not know. Correct it or take it out; nothing was read.');
});

test('a key chosen first is kept until its file comes; it labels the codes, and can be done without', async () => {
  const key = csvFile([['URN', 'Unique Response Number'], ['Q1', 'What is your post?'], ['1', 'Nurse'], ['2', 'Doctor'], ['Q2', 'What helped you?']], 'results-key.en.csv');
  const data = csvFile([['URN', 'Q1', 'Q2', 'CompletionDate'], ...Array.from({ length: 6 }, (_, at) => [`638954-638945-6546162${at}`, at % 2 ? '1' : '2', text(at), '2020-11-02'])], 'results.csv');
  const { user } = await openImport();
  await user.upload(screen.getByLabelText('Survey file'), key);
  expect(await screen.findByText(/Now choose the file with the responses/)).toHaveTextContent('results-key.en.csv is kept');
  await user.upload(screen.getByLabelText('Survey file'), data);
  await screen.findByText('It knows 2 of 4 columns.');
  expect(within(screen.getByRole('region', { name: 'Preview' })).getAllByText('Doctor')).toHaveLength(2);
  await user.click(screen.getByRole('button', { name: 'Do without results-key.en.csv' }));
  await screen.findByText('Add its key file…');
  expect(within(screen.getByRole('region', { name: 'Preview' })).queryByText('Doctor')).toBeNull();
  await user.upload(screen.getByLabelText('Key or dictionary'), key);
  await screen.findByText('It knows 2 of 4 columns.');
});

test('REDCap: the event whose rows count is chosen', async () => {
  const { user } = await openImport(
    csvFile([['record_id', 'redcap_event_name', 'comments', 'survey_complete'], ...Array.from({ length: 6 }, (_, at) => [String(1 + (at % 3)), at < 3 ? 'first_arm_1' : 'second_arm_1', text(at), '2'])]),
  );
  await user.selectOptions(screen.getByLabelText('Rows of the event'), 'first_arm_1');
  await waitFor(() => expect(status()).toHaveTextContent('3 respondents, 1 question, 3 answers'));
});

test('HTML in answers is shown beside the text that it stands for, stays by default, and is read as text where that is wished', async () => {
  const rows = Array.from({ length: 6 }, (_, at) => [`P${at + 1}`, `<p>${text(at)} &amp; more</p><p>&lt;3</p>`]);
  const { core, user, container } = await openImport(csvFile([['ID', 'What helped you?'], ...rows, ['P7', 'It took < 5 hours and i <3 it']]));
  const html = section('HTML in answers');
  const on = html.getByRole('switch', { name: 'Read as text: What helped you?' });
  expect(on).not.toBeChecked();
  expect(html.getByText(/^6 answers\. They stay as they are; read as text:/)).toBeInTheDocument();
  expect(html.getAllByRole('listitem')).toHaveLength(3);
  expect(screen.queryByText(/in a plan: “html”/)).toBeNull();
  expect((await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations).toEqual([]);
  await user.click(html.getByRole('button', { name: 'Check all 30' }));
  expect(within(screen.getByRole('dialog', { name: 'HTML in “What helped you?”' })).getAllByRole('listitem')).toHaveLength(30);
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await user.click(on);
  await section('HTML in answers').findByText(/This is how they will read/);
  await waitFor(() => expect(screen.getByRole('button', { name: /^Import/ })).not.toHaveAttribute('aria-disabled'));
  await user.click(screen.getByRole('button', { name: /^Import/ }));
  await waitFor(() => expect(usePlace.getState().screen).toBe('code'));
  const answers = await ask(core, 'survey.answers', { questionId: 1 });
  expect([answers[0]?.text, answers[6]?.text]).toEqual([`${text(0)} & more\n<3`, 'It took < 5 hours and i <3 it']);
  expect((await ask(core, 'survey.repairs', {}))[0]?.places).toBe(30);
});

test('what people typed beside the options is shown with what is taken as options, stays by default, and is split off where that is wished', async () => {
  const options = ['The garden', 'The café', 'The choir'];
  const others = new Map([[2, 'the shed, when it rains'], [5, 'my aunt’s stall'], [8, 'the bus stop'], [11, 'nowhere, really']]);
  const rows = Array.from({ length: 28 }, (_, at) => [`P${at + 1}`, [...options.filter((__, place) => (((at % 7) + 1) >> place) & 1), ...[others.get(at) ?? ''].filter(Boolean)].join(';'), text(at)]);
  const { core, user, container } = await openImport(csvFile([['ID', 'Where did you go?', 'What did you see there?'], ...rows]));
  const typed = section('Typed beside the options');
  const on = typed.getByRole('switch', { name: 'Split off: Where did you go?' });
  expect(on).not.toBeChecked();
  expect(typed.getByText(/^4 people\. Taken as options, because they come more than once: “The garden”/)).toBeInTheDocument();
  expect(typed.getAllByRole('listitem')).toHaveLength(3);
  expect(screen.queryByText(/in a plan: “typed”/)).toBeNull();
  expect((await axe.run(container, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations).toEqual([]);
  await user.click(typed.getByRole('button', { name: 'Check all 4' }));
  expect(within(screen.getByRole('dialog', { name: 'Typed beside the options of “Where did you go?”' })).getAllByRole('listitem')).toHaveLength(4);
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await user.click(on);
  await section('Typed beside the options').findByText(/This is read as a question/);
  await user.click(screen.getByRole('switch', { name: 'Split off: Where did you go?' }));
  await section('Typed beside the options').findByText(/Typed, as it seems/);
  await user.click(screen.getByRole('switch', { name: 'Split off: Where did you go?' }));
  await section('Typed beside the options').findByText(/This is read as a question/);
  await waitFor(() => expect(screen.getByRole('button', { name: /^Import/ })).not.toHaveAttribute('aria-disabled'));
  await user.click(screen.getByRole('button', { name: /^Import/ }));
  await waitFor(() => expect(usePlace.getState().screen).toBe('code'));
  const other = (await ask(core, 'survey.questions', {})).find(({ tie }) => tie === 'other');
  expect([other?.answered, other?.shortName]).toEqual([4, 'Where did you go: other']);
  expect((await ask(core, 'survey.answers', { questionId: other?.id ?? 0 })).map((answer) => answer.text)).toEqual([...others.values()]);
});

test('a table with a row for each answer is read as people and questions, and as it stands where that is wished', async () => {
  const questions = ['What helped you?', 'What was hard?'];
  const rows = Array.from({ length: 8 }, (_, at) => questions.map((question) => [`P${at + 1}`, question, `${text(at)} ${question === questions[0] ? 'and warm' : 'and loud'}`])).flat();
  const { core, user } = await openImport(csvFile([['Participant', 'Question', 'Answer'], ...rows]));
  const turned = () => screen.getByRole('switch', { name: 'A row for each answer: read as people and questions' });
  expect(turned()).toBeChecked();
  expect(screen.getByText(/It is read as 8 people and 2 questions/)).toBeInTheDocument();
  await user.click(turned());
  await screen.findByText(/several rows for each person/);
  expect(turned()).not.toBeChecked();
  await user.click(turned());
  await user.click(await screen.findByRole('button', { name: /^Import 8 respondents/ }));
  await waitFor(() => expect(usePlace.getState().screen).toBe('code'));
  expect((await ask(core, 'survey.questions', {})).map(({ wording, answered }) => [wording, answered])).toEqual(questions.map((wording) => [wording, 8]));
});

test('a question for those who ticked an option among several: proposed with its evidence, changed to other options, confirmed once', async () => {
  const options = ['The garden', 'The café', 'The choir'];
  const ticks = (at: number) => options.filter((_, place) => (((at % 7) + 1) >> place) & 1);
  const rows = Array.from({ length: 56 }, (_, at) => [`P${at + 1}`, `${ticks(at).join(';')};`, ticks(at).includes('The garden') ? text(at) : '']);
  const { core, user } = await openImport(csvFile([['ID', 'Where did you go?', 'What did you see there?'], ...rows]));
  expect(section('Who was asked').getByText('32 could answer, 32 did')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /^Import/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Who was asked' }));
  expect(dialog.getByText('All 32 who answered ticked “The garden” in “Where did you go?”; nobody else did.')).toBeInTheDocument();
  const those = within(dialog.getByRole('group', { name: /those who ticked$/ }));
  expect(those.getAllByRole('checkbox').map((box) => [box.getAttribute('aria-checked') ?? String((box as HTMLInputElement).checked)])).toEqual([['true'], ['false'], ['false']]);
  await user.click(those.getByRole('checkbox', { name: 'The choir' }));
  await dialog.findByText('48 could answer, 32 did');
  await user.click(dialog.getByRole('button', { name: /That is right/ }));
  await waitFor(() => expect(usePlace.getState().screen).toBe('code'));
  expect((await ask(core, 'survey.questions', {}))[0]).toMatchObject({ asked: 48, answered: 32, askedOf: { values: ['The garden', 'The choir'], separator: ';' } });
});
