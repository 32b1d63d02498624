import { codingsByCode } from '../domain/counts.ts';
import { withMasks } from '../domain/masks.ts';
import { type TreeNode, treeOf } from '../domain/theme-tree.ts';
import { pathCell } from './coding-columns.ts';
import { activeAnalyses, type ReportData, sourceOf } from './data.ts';

/** When and by whom a coding was made. */
export interface Made { at: string; actor: string }

export const codingHeader = ['question', 'question name', 'question wording', 'participant', 'shown as', 'extract', 'start', 'end', 'code', 'theme', 'group', 'analysis', 'kind', 'note', 'borrowed', 'first code', 'coded at', 'coded by'] as const;

/**
 * One row per coding under an active code, in the researcher's order; `coding.import` reads it back to the same structure.
 * Participants stand by the id of the survey file, which is the same in every project made from it; documents by their title.
 */
export function codingRows(data: ReportData, labels: ReadonlyMap<number, string>, made: ReadonlyMap<number, Made>): (string | number)[][] {
  const byCode = codingsByCode(data.present.codings);
  const codeNames = new Map(data.present.codes.map((code) => [code.id, code.name]));
  const names = questionNames(data);
  const rows: (string | number)[][] = [];
  for (const analysis of activeAnalyses(data.present)) {
    const tree = treeOf(data.present, analysis.id);
    const visit = (node: TreeNode, groups: readonly string[], themes: readonly string[]): void => {
      if (node.type === 'theme') {
        // Headings above the first theme are the group; a heading further down is a level of the path like any other.
        const isGroup = node.kind === 'group' && themes.length === 0;
        for (const child of node.children) visit(child, isGroup ? [...groups, node.name] : groups, isGroup ? themes : [...themes, node.name]);
        return;
      }
      for (const coding of byCode.get(node.id) ?? []) {
        const item = data.items.get(coding.itemId);
        const question = data.questions.find((each) => each.id === item?.questionId);
        if (!item || !question) continue;
        const { at, actor } = made.get(coding.id) ?? { at: '', actor: '' };
        rows.push([
          names.get(question.id) ?? '', question.shortName, question.wording, coding.participantId === null ? (item.document?.title ?? '') : (labels.get(coding.participantId) ?? ''), sourceOf(data, coding).name,
          withMasks(item.text, item.masks, coding.start, coding.end), coding.start, coding.end, node.name, pathCell(themes), pathCell(groups), analysis.name, node.code.kind, coding.note,
          analysis.questionIds.includes(question.id) ? '' : 'yes', coding.fromCodeId === null ? '' : (codeNames.get(coding.fromCodeId) ?? ''), at, actor,
        ]);
      }
    };
    for (const node of [...tree.roots, ...tree.miscellaneous]) visit(node, [], []);
  }
  return rows;
}

/** The column of the survey file, or the number of the question where that name would not find it again. */
function questionNames({ questions }: ReportData): Map<number, string> {
  return new Map(questions.map((question, index) => {
    if (question.kind === 'documents') return [question.id, question.shortName];
    const clear = question.column.trim() !== '' && !/^\s*(question )?\d+\s*$/i.test(question.column)
      && questions.every((other) => other.id === question.id || (other.column !== question.column && other.wording !== question.column));
    return [question.id, clear ? question.column : String(index + 1)];
  }));
}
