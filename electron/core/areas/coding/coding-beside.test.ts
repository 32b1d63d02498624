import { expect, it } from 'vitest';
import { importSmallSurvey, tempProject } from '../../../../fixtures/testing.ts';

it('tells which other codes stand in the same answer as each extract of a code, the nearest first', async () => {
  const project = tempProject();
  try {
    const { items } = await importSmallSurvey(project.core);
    const code = (index: number, start: number, end: number, ...names: string[]) => project.ask('coding.add', { analysisId: 1, itemId: items[index]?.itemId ?? 0, start, end, codes: names.map((name) => ({ name })) });
    // 1 Tea, 2 Far, 3 Near, 4 Over
    await code(0, 0, 3, 'Tea');
    await code(0, 9, 10, 'Far');
    await code(0, 4, 5, 'Near', 'Far');
    await code(0, 1, 2, 'Over');
    await code(1, 0, 1, 'Tea');
    expect(await project.ask('coding.beside', { codeId: 1 })).toEqual([{ codingId: 1, codeIds: [4, 2, 3] }]);
    expect(await project.ask('coding.beside', { codeId: 3 })).toEqual([{ codingId: 3, codeIds: [2, 1, 4] }]);
    // A merged code is nobody's neighbour; its target is.
    await project.ask('code.merge', { ids: [2, 3], name: 'Near and far', reason: 'One thing' });
    const [row] = await project.ask('coding.beside', { codeId: 1 });
    expect(row?.codeIds).toHaveLength(2);
  } finally {
    project.close();
  }
});
