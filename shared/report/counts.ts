import type { AnalysisCounts, CountNode } from '../contract/exchange.ts';
import { codingsByCode, countCodings, countTree, nodeKey } from '../domain/counts.ts';
import { type AnalysisTree, codesBelow, type TreeNode, treeOf } from '../domain/theme-tree.ts';
import type { CodingRow, Counts, Question, Structure } from '../domain/types.ts';
import { activeAnalyses } from './data.ts';

/** Every node of every active analysis, parents before children, in the researcher's order; codes in the trays by their name alone. */
export function countsOf(structure: Structure, questions: readonly Question[], answered: (questionIds: readonly number[]) => number, asked: (questionIds: readonly number[]) => number): AnalysisCounts[] {
  const known = new Map(questions.map((question) => [question.id, question]));
  return activeAnalyses(structure).map((analysis) => ({
    name: analysis.name,
    questions: analysis.questionIds.flatMap((id) => known.get(id) ?? []).map(({ id, column, shortName, wording }) => ({ id, column, shortName, wording })),
    answered: answered(analysis.questionIds),
    asked: asked(analysis.questionIds),
    nodes: nodesOf(treeOf(structure, analysis.id), structure.codings),
  }));
}

/**
 * A path names one node here. Where several bear it (a theme, and beside it a code of the same name that holds the theme's own
 * extracts), they are one entry, counted as a union like any other.
 */
function nodesOf(tree: AnalysisTree, codings: readonly CodingRow[]): CountNode[] {
  const counts = countTree(tree, codings);
  const byCode = codingsByCode(codings);
  const paths = new Map<string, { path: string[]; nodes: TreeNode[] }>();
  const visit = (node: TreeNode, above: readonly string[]): void => {
    const path = [...above, node.name];
    const key = JSON.stringify(path);
    const found = paths.get(key);
    if (found) found.nodes.push(node);
    else paths.set(key, { path, nodes: [node] });
    if (node.type === 'theme') for (const child of node.children) visit(child, path);
  };
  for (const node of [...tree.roots, ...tree.miscellaneous]) visit(node, []);
  const together = (nodes: readonly TreeNode[]): Counts => countCodings(nodes.flatMap(codesBelow).flatMap((code) => byCode.get(code.id) ?? []));
  return [...paths.values()].map(({ path, nodes }) => {
    const [only, ...others] = nodes;
    const { codings: placements, extracts, participants } = (others.length === 0 && only ? counts.get(nodeKey(only)) : undefined) ?? together(nodes);
    return { path, kind: kindOf(nodes), extracts: placements, distinctExtracts: extracts, participants };
  });
}

function kindOf(nodes: readonly TreeNode[]): CountNode['kind'] {
  const theme = nodes.find((node) => node.type === 'theme');
  return theme === undefined ? 'code' : theme.kind === 'group' ? 'group' : 'theme';
}
