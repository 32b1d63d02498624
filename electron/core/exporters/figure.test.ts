import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { importSmallSurvey, tempProject, type TempProject } from '../../../fixtures/testing.ts';

let project: TempProject;
let analysisId: number;

beforeEach(async () => {
  project = tempProject();
  const { items, analysisIds } = await importSmallSurvey(project.core);
  analysisId = analysisIds[1] ?? 0;
  const item = items.find((each) => each.questionId !== items[0]?.questionId);
  await project.ask('coding.add', { analysisId, itemId: item?.itemId ?? 0, start: 0, end: 2, codes: [{ name: 'Corridor & kettle' }] });
  const [code] = await project.ask('code.list', { analysisId });
  const nearby = await project.ask('theme.create', { analysisId, name: 'Known by <someone>', codeIds: [code?.id ?? 0] });
  const proof = await project.ask('theme.create', { analysisId, name: 'Small proof' });
  await project.ask('map.relate', { analysisId, from: nearby.id, to: proof.id, label: 'steadies' });
});
afterEach(() => project.close());

const made = async (format: string, ending: string, settings: Record<string, string> = {}) => {
  const file = await project.ask('export.make', { format, ending, settings });
  return { ...file, content: Buffer.from(file.bytes, 'base64') };
};
const svgOf = async (format: string, settings: Record<string, string> = {}) => (await made(format, 'svg', settings)).content.toString('utf8');

describe('the map as a file', () => {
  test('is the first analysis that has themes, as SVG', async () => {
    const svg = await svgOf('map');
    expect(svg).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg /);
    expect(svg).toContain('Known by &lt;someone&gt;');
    expect(svg).toContain('steadies');
    expect(svg).not.toContain('Corridor &amp; kettle');
  });

  test('shows codes, leaves out relations, counts or colours as asked', async () => {
    expect(await svgOf('map', { codes: 'all', layout: 'tree' })).toContain('Corridor &amp; kettle');
    const plain = await svgOf('map', { relations: 'none', counts: 'no', key: 'no' });
    expect(plain).not.toMatch(/steadies|person|Sub-theme/);
    expect(await svgOf('map', { codes: 'all', colours: 'grey' })).not.toContain('#37569c');
  });

  test('draws a kept version as it was', async () => {
    const { id } = await project.ask('map.keep', { analysisId, name: 'Map 1' });
    const before = await svgOf('map');
    const [theme] = await project.ask('theme.list', { analysisId });
    await project.ask('theme.update', { id: theme?.id ?? 0, name: 'Another name' });
    expect(await svgOf('map', { version: String(id) })).toBe(before);
    expect(await svgOf('map')).toContain('Another name');
  });

  test('is a PNG 16 cm wide at the resolution asked for', async () => {
    for (const [resolution, width] of [['150', 945], ['300', 1890]] as const) {
      const { content, mime } = await made('map', 'png', { resolution });
      expect(mime).toBe('image/png');
      expect(content.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
      expect(content.readUInt32BE(16)).toBe(width);
      expect(content.readUInt32BE(content.indexOf('pHYs') + 4)).toBe(Math.round(Number(resolution) / 0.0254));
    }
  });

  test('says in a sentence why there is nothing to draw', async () => {
    const [first] = await project.ask('analysis.list', {});
    expect(await project.core.call('export.make', { format: 'map', settings: { analysis: String(first?.id) } })).toMatchObject({ ok: false, error: { kind: 'refused', message: expect.stringContaining('no themes yet') } });
    expect(await project.core.call('export.make', { format: 'development', settings: { analysis: String(first?.id) } })).toMatchObject({ ok: false, error: { kind: 'refused' } });
    const empty = tempProject();
    for (const format of ['map', 'development']) expect(await empty.core.call('export.make', { format })).toMatchObject({ ok: false, error: { kind: 'refused', message: expect.stringContaining('no analysis') } });
    empty.close();
  });
});

test('the development figure is an SVG and a PNG', async () => {
  await project.ask('milestone.create', { name: 'Step 1' });
  const svg = await svgOf('development', { width: 'people' });
  expect(svg).toContain('Corridor &amp; kettle');
  expect(svg).toContain('Known by &lt;someone&gt;');
  expect((await made('development', 'png')).content.readUInt32BE(16)).toBe(1890);
});
