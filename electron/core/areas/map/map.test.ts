import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importSmallSurvey, tempProject, type TempProject } from '../../../../fixtures/testing.ts';

let project: TempProject;
let analysisId: number;
let ids: { over: number; nearby: number; proof: number; sub: number };

beforeEach(async () => {
  project = tempProject();
  const { items, analysisIds } = await importSmallSurvey(project.core);
  analysisId = analysisIds[0] ?? 0;
  const make = async (name: string, parentId: number | null, kind: 'theme' | 'overarching' = 'theme') => (await project.ask('theme.create', { analysisId, parentId, kind, name })).id;
  const over = await make('Staying', null, 'overarching');
  const nearby = await make('Known by someone', over);
  ids = { over, nearby, proof: await make('Small proof', over), sub: await make('Someone nearby', nearby) };
  for (const [index, name] of ['Corridor', 'Staffroom'].entries()) {
    const own = items.filter((item) => item.questionId === items[0]?.questionId).slice(index, index + 3);
    for (const item of own) await project.ask('coding.add', { analysisId, itemId: item.itemId, start: 0, end: 2, codes: [{ name }] });
  }
  const codes = await project.ask('code.list', { analysisId });
  await project.ask('code.place', { ids: codes.map((code) => code.id), to: { themeId: ids.sub } });
});
afterEach(() => project.close());

const current = async () => (await project.ask('map.current', { analysisId })).model;
const nodeOf = async (themeId: number) => (await current()).nodes.find((node) => node.themeId === themeId);
const operations = async () => (await project.ask('history.list', {})).length;

describe('the map as it is', () => {
  test('is there before anybody touched it: around the centre, with counts as unions of people', async () => {
    const model = await current();
    expect(model).toMatchObject({ layout: 'radial', relationsShown: true, relations: [], answered: 8 });
    expect(model.nodes.map((node) => [node.name, node.kind, node.participants, node.codes])).toEqual([['Staying', 'overarching', 4, 2], ['Known by someone', 'theme', 4, 2], ['Someone nearby', 'sub-theme', 4, 2], ['Small proof', 'theme', 0, 0]]);
    expect(model.nodes[2]?.codeList.map((code) => code.name)).toEqual(['Corridor', 'Staffroom']);
  });

  test('refuses an analysis that is not there', async () => {
    expect(await project.core.call('map.current', { analysisId: 999 })).toMatchObject({ ok: false, error: { kind: 'missing' } });
  });
});

test('merging themes leaves no relation twice on the map', async () => {
  await project.ask('map.relate', { analysisId, from: ids.nearby, to: ids.over, label: 'feeds' });
  await project.ask('map.relate', { analysisId, from: ids.proof, to: ids.over, label: 'feeds' });
  await project.ask('map.relate', { analysisId, from: ids.proof, to: ids.nearby, label: 'leads to' });
  const { targetId } = await project.ask('theme.merge', { ids: [ids.nearby, ids.proof], name: 'Both', reason: 'One idea.' });
  expect((await current()).relations.map(({ from, to, label }) => [from, to, label])).toEqual([[targetId, ids.over, 'feeds']]);
  await project.ask('history.undo', {});
  expect((await current()).relations).toHaveLength(3);
});

describe('moving nodes', () => {
  test('holds all others where they stand, and undo gives the arrangement back', async () => {
    await project.ask('map.arrange', { analysisId, layout: 'tree' });
    const before = await current();
    await project.ask('map.moveNodes', { analysisId, nodes: [{ themeId: ids.proof, x: 777, y: -50 }] });
    const after = await current();
    expect(after.layout).toBe('hand');
    expect(await nodeOf(ids.proof)).toMatchObject({ x: 777, y: -50 });
    expect(after.nodes.every((node) => node.x !== null && node.y !== null)).toBe(true);
    await project.ask('history.undo', {});
    expect(await current()).toEqual(before);
    await project.ask('history.redo', {});
    expect(await current()).toEqual(after);
  });

  test('is forgotten by an arrangement, and only by that', async () => {
    await project.ask('map.moveNodes', { analysisId, nodes: [{ themeId: ids.sub, x: 5, y: 6 }] });
    await project.ask('map.arrange', { analysisId, relationsShown: false, codes: { themeIds: [ids.sub], shown: true } });
    expect(await nodeOf(ids.sub)).toMatchObject({ x: 5, y: 6, codesShown: true });
    await project.ask('map.arrange', { analysisId, layout: 'radial' });
    expect(await nodeOf(ids.sub)).toMatchObject({ x: null, y: null, codesShown: true });
  });

  test('is one operation, named in the history without a participant’s word', async () => {
    const before = await operations();
    await project.ask('map.moveNodes', { analysisId, nodes: [{ themeId: ids.nearby, x: 1, y: 2 }, { themeId: ids.sub, x: 3, y: 4 }] });
    expect(await operations()).toBe(before + 1);
    expect((await project.ask('history.list', { limit: 1 }))[0]?.label).toBe('Moved 2 themes on the map');
  });

  test('refuses a theme of another analysis and one that is gone', async () => {
    const other = (await project.ask('analysis.list', {})).find((analysis) => analysis.id !== analysisId);
    const foreign = await project.ask('theme.create', { analysisId: other?.id ?? 0, name: 'Foreign' });
    for (const [themeId, kind] of [[foreign.id, 'refused'], [9_999, 'missing']] as const) {
      expect(await project.core.call('map.moveNodes', { analysisId, nodes: [{ themeId, x: 0, y: 0 }] })).toMatchObject({ ok: false, error: { kind } });
    }
  });
});

describe('relations', () => {
  test('are drawn, relabelled, turned round and removed', async () => {
    const { id } = await project.ask('map.relate', { analysisId, from: ids.nearby, to: ids.proof, label: 'steadies' });
    expect((await current()).relations).toEqual([{ id, from: ids.nearby, to: ids.proof, label: 'steadies', direction: 'one' }]);
    await project.ask('map.updateRelation', { id, label: 'needs', direction: 'both' });
    await project.ask('map.updateRelation', { id, reverse: true });
    expect((await current()).relations).toEqual([{ id, from: ids.proof, to: ids.nearby, label: 'needs', direction: 'both' }]);
    await project.ask('map.removeRelation', { id });
    expect((await current()).relations).toEqual([]);
    expect(await project.core.call('map.removeRelation', { id })).toMatchObject({ ok: false, error: { kind: 'missing' } });
  });

  test('never join a theme to itself, nor twice in the same words', async () => {
    const twice = { analysisId, from: ids.nearby, to: ids.proof, label: 'steadies' };
    expect(await project.core.call('map.relate', { ...twice, to: ids.nearby })).toMatchObject({ ok: false, error: { kind: 'refused' } });
    await project.ask('map.relate', twice);
    expect(await project.core.call('map.relate', twice)).toMatchObject({ ok: false, error: { kind: 'conflict' } });
  });

  test('leave the map with their theme and come back with it', async () => {
    await project.ask('map.relate', { analysisId, from: ids.nearby, to: ids.proof, label: 'steadies' });
    await project.ask('theme.dissolve', { id: ids.proof, reason: 'Too thin' });
    expect((await current()).relations).toEqual([]);
    await project.ask('history.undo', {});
    expect((await current()).relations).toHaveLength(1);
  });
});

describe('kept versions', () => {
  test('stay as they were, whatever happens to the map', async () => {
    const { id } = await project.ask('map.keep', { analysisId, name: 'Map 1' });
    const kept = await current();
    await project.ask('theme.update', { id: ids.proof, name: 'Renamed' });
    await project.ask('map.moveNodes', { analysisId, nodes: [{ themeId: ids.proof, x: 1, y: 1 }] });
    const version = await project.ask('map.version', { id });
    expect(version.model).toEqual(kept);
    expect((await project.ask('map.current', { analysisId })).versions).toMatchObject([{ id, name: 'Map 1', themes: 2 }]);
    expect(await project.core.call('map.keep', { analysisId, name: 'Map 1' })).toMatchObject({ ok: false, error: { kind: 'conflict' } });
  });

  test('need a theme to keep', async () => {
    const other = (await project.ask('analysis.list', {})).find((analysis) => analysis.id !== analysisId);
    expect(await project.core.call('map.keep', { analysisId: other?.id ?? 0, name: 'Empty' })).toMatchObject({ ok: false, error: { kind: 'refused' } });
  });
});

test('development follows codes from a milestone to the present', async () => {
  await project.ask('milestone.create', { name: 'Step 1: initial codes' });
  const codes = await project.ask('code.list', { analysisId });
  await project.ask('code.merge', { ids: codes.map((code) => code.id), name: 'Around', reason: 'The same idea' });
  const model = await project.ask('map.development', { analysisId });
  expect(model.columns.map((column) => [column.milestone, column.shows])).toEqual([['Step 1: initial codes', 'codes'], ['Step 1: initial codes', 'themes'], [null, 'themes']]);
  expect(model.bands.map((band) => [band.name, band.places.at(-1)?.codeName, band.places.at(-1)?.merged])).toEqual([['Corridor', 'Around', true], ['Staffroom', 'Around', true]]);
});
