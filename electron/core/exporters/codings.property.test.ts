import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileOf, surveyCsv, tempProject, type TempProject } from '../../../fixtures/testing.ts';
import { toCsv } from '../../../shared/report/csv.ts';
import { made } from './testing.ts';

const questions = ['What helps you along, mostly?', '=What stops you now and then?', 'Anything else that you would say?'];
const answers = [
  ['- a list, "quoted"\n- of; things I like 👩‍🔧👩‍🔧', "'-odd beginnings are odd beginnings", 'tea\ttea tea and a little more tea'],
  ['=1+1 said the man who counts everything', '+44 is not a number that I would call', '@home and nowhere else, thank you'],
  ['cafe\u0301 talk with the others over cake', '  blanks around it, for no reason  ', 'مرحبا hello, 修理很有意思, and so on'],
];
const names = ['Warmth', '=Warmth', 'tea > cake', '- dash', 'a;b,"c"', "'quoted"];
const name = fc.constantFrom(...names);
const row = fc.record({ question: fc.nat(2), person: fc.nat(2), from: fc.nat(30), length: fc.integer({ min: 1, max: 12 }), code: name, theme: fc.array(name, { maxLength: 3 }), group: fc.array(name, { maxLength: 2 }), analysis: fc.constantFrom('', 'Together'), kind: fc.constantFrom('', 'latent'), note: fc.constantFrom('', '=note') });

async function fresh(): Promise<TempProject> {
  const project = tempProject();
  const columns = ['participant', 'question', 'question', 'question'].map((role, index) => ({ index, role: role as 'participant' | 'question', name: ['ParticipantId', ...questions][index] ?? '' }));
  await project.ask('survey.import', { ...fileOf('survey.csv', surveyCsv(questions, answers)), plan: { columns } });
  return project;
}
/**
 * Nodes with something in them, each by its analysis. Their order and kinds count as well, but for `afterMerge`: a theme that a merge
 * emptied is not in a listing of codings, so what shares its path (a group, a code) may stand in its place or elsewhere when it comes back.
 */
const nodesOf = async (project: TempProject, { afterMerge }: { afterMerge: boolean }) => {
  const { analyses } = await project.ask('counts.list', {});
  const nodes = analyses.map((analysis) => ({ name: analysis.name, nodes: analysis.nodes.filter((node) => node.extracts > 0) })).filter((analysis) => analysis.nodes.length);
  if (!afterMerge) return nodes;
  const byPath = (a: { path: readonly string[] }, b: { path: readonly string[] }): number => JSON.stringify(a.path).localeCompare(JSON.stringify(b.path));
  return nodes.map((analysis) => ({ ...analysis, nodes: analysis.nodes.map((node) => ({ ...node, extracts: 0, kind: '' })).sort(byPath) }));
};

describe('codings as CSV', () => {
  it('come back into a fresh project as the same tree with the same counts', async () => {
    await fc.assert(fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 25 }), fc.boolean(), fc.boolean(), async (rows, guard, merged) => {
      const project = await fresh();
      const again = await fresh();
      try {
        const header = ['question', 'participant', 'start', 'end', 'code', 'theme', 'group', 'analysis', 'kind', 'note'];
        const lines = rows.map((each) => {
          const text = answers[each.person]?.[each.question] ?? '';
          const start = Math.min(each.from, text.length - 1);
          return [String(each.question + 1), `P${each.person + 1}`, String(start), String(Math.min(start + each.length, text.length)), each.code, each.theme.join(' > '), each.group.join(' > '), each.analysis, each.kind, each.note];
        });
        const result = await project.core.call('coding.import', { ...fileOf('first.csv', toCsv([header, ...lines], { guard: true })), skipBadRows: true });
        if (!result.ok) return;
        const twins = merged ? (await project.ask('code.list', { analysisId: (await project.ask('analysis.list', {}))[0]?.id ?? 0 })).slice(0, 2) : [];
        if (twins.length === 2) await project.ask('code.merge', { ids: twins.map((code) => code.id), name: 'Merged', reason: 'To see.' });
        const csv = await made(project, 'codings', { guard: guard ? 'yes' : 'no' });
        const { problems } = await again.ask('coding.import', fileOf('again.csv', csv.toString('utf8')));
        expect(problems).toEqual([]);
        const afterMerge = twins.length === 2;
        expect(await nodesOf(again, { afterMerge })).toEqual(await nodesOf(project, { afterMerge }));
        if (!afterMerge) expect((await made(again, 'codings')).toString('utf8').replace(/,[^,]*,researcher\r\n/g, '\n')).toBe((await made(project, 'codings')).toString('utf8').replace(/,[^,]*,researcher\r\n/g, '\n'));
      } finally {
        project.close();
        again.close();
      }
    }), { numRuns: 40, verbose: 1 });
  });
});
