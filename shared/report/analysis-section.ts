import { codingsByCode, countTree, nodeKey, placeKey } from '../domain/counts.ts';
import { type CodeNode, type ThemeNode, type TreeNode, treeOf } from '../domain/theme-tree.ts';
import type { AnalysisRow, CodingRow, Structure } from '../domain/types.ts';
import { activeAnalyses, type ReportData, sourceOf, wordsOf } from './data.ts';
import type { Block, Run } from './model.ts';
import { bracket, count, type IdStyle, oneLine, run } from './words.ts';

export interface SectionOptions { ids: IdStyle; counts: boolean; once: boolean }

const analysisLevel = 3;
type Level = Extract<Block, { type: 'heading' }>['level'];
const level = (depth: number): Level => Math.min(9, analysisLevel + 1 + depth) as Level;

/** One analysis of a step: its heading, then its tree in the researcher's order with every extract. Empty where nothing was coded. */
export function analysisSection(data: ReportData, structure: Structure, analysis: AnalysisRow, options: SectionOptions): Block[] {
  const tree = treeOf(structure, analysis.id);
  const byCode = codingsByCode(structure.codings);
  const counts = countTree(tree, structure.codings);
  const answered = options.counts ? data.answered(analysis.questionIds) : 0;

  /** A listing of coded extracts leaves out what holds none. */
  const coded = <T extends TreeNode>(nodes: readonly T[]): T[] => nodes.filter((node) => (counts.get(nodeKey(node))?.codings ?? 0) > 0);
  const countRun = (node: TreeNode): Run[] => {
    const found = counts.get(nodeKey(node));
    return options.counts && found ? [run(` (${count(found.extracts, 'extract')}${answered === 0 ? '' : `, ${found.participants} of ${count(answered, 'person', 'people')}`})`, { muted: true })] : [];
  };
  const heading = (node: TreeNode, depth: number): Block => ({ type: 'heading', level: level(depth), runs: [run(node.name), ...countRun(node)] });
  const bullets = (node: CodeNode): Block[] => {
    const codings = byCode.get(node.id) ?? [];
    return (options.once ? onePerPlace(codings) : codings).map((coding) => bullet(data, coding, options.ids));
  };
  const section = (node: TreeNode, depth: number): Block[] => {
    if (node.type === 'code') return [heading(node, depth), ...bullets(node)];
    const children = coded(node.children);
    const own = ownCode(node, children[0]);
    return [heading(node, depth), ...(own ? bullets(own) : []), ...children.filter((child) => child !== own).flatMap((child) => section(child, depth + 1))];
  };
  const roots = coded(tree.roots);
  const tray = coded(tree.miscellaneous);
  if (roots.length === 0 && tray.length === 0) return [];
  return [
    ...analysisHeading(data, structure, analysis),
    ...roots.flatMap((node) => section(node, 0)),
    ...(tray.length ? [{ type: 'heading', level: level(0), runs: [run('Miscellaneous')] } satisfies Block, ...tray.flatMap((node) => section(node, 1))] : []),
  ];
}

/** A theme whose first code bears its name is one heading with the extracts directly under it: they are the theme's own. */
function ownCode(node: ThemeNode, first: TreeNode | undefined): CodeNode | undefined {
  return node.kind !== 'group' && first?.type === 'code' && first.name === node.name ? first : undefined;
}

function onePerPlace(codings: readonly CodingRow[]): CodingRow[] {
  const seen = new Set<string>();
  return codings.filter((coding) => !seen.has(placeKey(coding)) && seen.add(placeKey(coding)));
}

const bullet = (data: ReportData, coding: CodingRow, ids: IdStyle): Block => {
  const source = sourceOf(data, coding);
  const name = bracket(source.name, ids, source.isDocument);
  return { type: 'bullet', runs: [run(wordsOf(data, coding), { voice: 'participant' }), ...(name ? [run(name)] : [])] };
};

/** “Question 3, Barriers: ‘…’”, “Merge 1: Barriers” with its questions below, or the name of an analysis that runs over several questions from the start. */
export function analysisHeading(data: Pick<ReportData, 'questions'>, structure: Structure, analysis: AnalysisRow): Block[] {
  const [only] = analysis.questionIds;
  if (analysis.questionIds.length === 1 && only !== undefined) return [{ type: 'heading', level: analysisLevel, runs: questionRuns(data, only) }];
  const merged = activeAnalyses(structure).filter((each) => isMerged(structure, each));
  const number = merged.indexOf(analysis) + 1;
  return [
    { type: 'heading', level: analysisLevel, runs: [run(number > 0 ? `Merge ${number}: ${analysis.name}` : analysis.name)] },
    ...analysis.questionIds.map((id): Block => ({ type: 'paragraph', style: 'note', keepNext: true, runs: questionRuns(data, id) })),
  ];
}

/** Made by a merge, or standing beside narrower analyses of its questions, as where the merging was done elsewhere. */
function isMerged(structure: Structure, analysis: AnalysisRow): boolean {
  if (analysis.questionIds.length < 2) return false;
  return structure.analyses.some((other) => other.id !== analysis.id && (other.mergedInto === analysis.id
    || (other.questionIds.length < analysis.questionIds.length && other.questionIds.every((id) => analysis.questionIds.includes(id)))));
}

export function questionRuns(data: Pick<ReportData, 'questions'>, questionId: number): Run[] {
  const index = data.questions.findIndex((question) => question.id === questionId);
  const question = data.questions[index];
  if (!question) return [run('A question')];
  if (question.kind === 'documents') return [run(/^documents$/i.test(question.shortName) ? 'Documents' : `Documents: ${oneLine(question.shortName)}`)];
  const wording = oneLine(question.wording || question.column);
  const short = oneLine(question.shortName);
  // A short name that is nothing but the beginning of the wording would say the same twice.
  const named = short !== '' && !wording.toLowerCase().startsWith(short.replace(/…$/, '').toLowerCase());
  return [run(`Question ${index + 1}${named ? `, ${short}` : ''}: ‘${wording}’`)];
}
