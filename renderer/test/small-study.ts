import type { Core } from '../../electron/core/core.ts';
import type { InputOf, Name, OutputOf } from '../../shared/contract/index.ts';

const csv = `id,role,why,stay
R1,Fixer,I like old radios and the people,Every kettle is a small protest
R2,Tea,My neighbour asked me to come along,The company on a Saturday morning
R3,Fixer,Saw a poster in the library,
`;

/** Calls a core and gives the value, or fails the test. */
export async function ask<N extends Name>(core: Pick<Core, 'call'>, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const result = await core.call(name, input);
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
  return result.value;
}

/** Three people, two questions, one code with one extract (“old radios”). */
export async function smallStudy(core: Pick<Core, 'call'>): Promise<void> {
  await ask(core, 'survey.import', {
    fileName: 'answers.csv',
    bytes: Buffer.from(csv).toString('base64'),
    plan: {
      headerRows: 1,
      analyses: 'together',
      columns: [
        { index: 0, name: 'id', wording: 'id', role: 'participant', shortName: 'id', filled: 3, reason: '' },
        { index: 1, name: 'role', wording: 'role', role: 'attribute', shortName: 'Role', filled: 3, reason: '' },
        { index: 2, name: 'why', wording: 'Why did you come?', role: 'question', shortName: 'Coming', filled: 3, reason: '' },
        { index: 3, name: 'stay', wording: 'What keeps you coming?', role: 'question', shortName: 'Staying', filled: 2, reason: '' },
      ],
    },
  });
  const analysis = (await ask(core, 'analysis.list', {}))[0];
  const question = (await ask(core, 'survey.questions', {}))[0];
  if (!analysis || !question) throw new Error('The small study did not import.');
  const answer = (await ask(core, 'survey.answers', { questionId: question.id }))[0];
  if (!answer) throw new Error('The small study has no answers.');
  const start = answer.text.indexOf('old radios');
  await ask(core, 'coding.add', {
    analysisId: analysis.id,
    itemId: answer.itemId,
    start,
    end: start + 'old radios'.length,
    codes: [{ name: 'Love of old things' }],
  });
}
