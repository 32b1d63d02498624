import { expect, it } from 'vitest';
import { importSmallSurvey, tempProject } from '../../../../fixtures/testing.ts';

it('tells sittings of coding apart by a pause of more than half an hour, with the codes that were new in each', async () => {
  let minutes = 0;
  const project = tempProject('A study', { now: () => new Date(Date.UTC(2026, 2, 9, 9, minutes)) });
  try {
    const { items } = await importSmallSurvey(project.core);
    const code = (index: number, ...names: string[]) => project.ask('coding.add', { analysisId: 1, itemId: items[index]?.itemId ?? 0, start: 0, end: 1, codes: names.map((name) => ({ name })) });
    await code(0, 'Tea', 'Company');
    minutes = 30;
    await code(1, 'Tea', 'Cake');
    minutes = 61;
    await code(2, 'Stairs');
    await code(3, 'Tea');
    minutes = 62;
    await code(4, 'Rain');
    await project.ask('history.undo', {});
    minutes = 200;
    await project.ask('code.create', { analysisId: 1, name: 'Silence' });
    await project.ask('code.merge', { ids: [1, 2], name: 'Tea in company', reason: 'One thing' });
    expect(await project.ask('coding.sittings', { analysisId: 1 })).toEqual({
      sittings: [
        { startedAt: '2026-03-09T09:00:00.000Z', endedAt: '2026-03-09T09:30:00.000Z', actor: 'researcher', codings: 4, newCodes: 3 },
        { startedAt: '2026-03-09T10:01:00.000Z', endedAt: '2026-03-09T10:01:00.000Z', actor: 'researcher', codings: 2, newCodes: 1 },
        { startedAt: '2026-03-09T12:20:00.000Z', endedAt: '2026-03-09T12:20:00.000Z', actor: 'researcher', codings: 0, newCodes: 1 },
      ],
      lastUsed: [[1, 1], [2, 0], [3, 0], [4, 1]],
    });
    expect(await project.ask('coding.sittings', { analysisId: 2 })).toEqual({ sittings: [], lastUsed: [] });
  } finally {
    project.close();
  }
});
