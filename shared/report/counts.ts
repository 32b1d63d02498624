import type { AnalysisCounts, CountNode } from '../contract/exchange.ts';
import { countTree, nodeKey } from '../domain/counts.ts';
import { type TreeNode, treeOf } from '../domain/theme-tree.ts';
import type { Question, Structure } from '../domain/types.ts';
import { activeAnalyses } from './data.ts';

/** Every node of every active analysis, parents before children, in the researcher's order; codes in the trays by their name alone. */
export function countsOf(structure: Structure, questions: readonly Question[], answered: (questionIds: readonly number[]) => number): AnalysisCounts[] {
  const known = new Map(questions.map((question) => [question.id, question]));
  return activeAnalyses(structure).map((analysis) => {
    const tree = treeOf(structure, analysis.id);
    const counts = countTree(tree, structure.codings);
    const nodes: CountNode[] = [];
    const visit = (node: TreeNode, above: readonly string[]): void => {
      const path = [...above, node.name];
      const { codings = 0, extracts = 0, participants = 0 } = counts.get(nodeKey(node)) ?? {};
      nodes.push({ path, kind: node.type === 'code' ? 'code' : node.kind === 'group' ? 'group' : 'theme', extracts: codings, distinctExtracts: extracts, participants });
      if (node.type === 'theme') for (const child of node.children) visit(child, path);
    };
    for (const node of [...tree.roots, ...tree.miscellaneous]) visit(node, []);
    return {
      name: analysis.name,
      questions: analysis.questionIds.flatMap((id) => known.get(id) ?? []).map(({ id, column, shortName, wording }) => ({ id, column, shortName, wording })),
      answered: answered(analysis.questionIds),
      nodes,
    };
  });
}
