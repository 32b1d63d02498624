import { codingsByCode, countTree, nodeKey } from '../domain/counts.ts';
import { codesBelow, flatten, type ThemeNode, type TreeNode, treeOf } from '../domain/theme-tree.ts';
import type { AnalysisRow } from '../domain/types.ts';
import { activeAnalyses, type ReportData } from './data.ts';
import type { Block, Cell, Doc, TableBlock } from './model.ts';
import { pickQuotes, quoteRuns } from './quotes.ts';
import { answeredWords, appendixLetter, count, type IdStyle, listed, quoted, run } from './words.ts';

export interface ThemeTableOptions {
  title: string;
  /** Down to the themes and sub-themes, or to the codes below them. */
  rows: 'themes' | 'codes';
  /** Example quotations per row. */
  quotes: number;
  ids: IdStyle;
  /** What the numbers of people stand beside: those who answered, or those who were asked. */
  denominator: 'answered' | 'asked';
}
type Row = TableBlock['rows'][number];

/** The table of themes of a results section, one for each analysis (METHOD.md, T2). Counts are people: every row by itself, never a sum. */
export function themeTable(data: ReportData, options: ThemeTableOptions): Doc {
  const letter = appendixLetter(options.title);
  const tables: Block[] = [];
  for (const analysis of activeAnalyses(data.present)) {
    const table = tableOf(data, analysis, options, `Table ${letter}${tables.length + 1}`);
    if (table) tables.push(table);
  }
  const empty: Block = { type: 'paragraph', runs: [run(options.rows === 'themes' ? 'There are no themes yet. Build themes from your codes first, or show the rows down to the codes.' : 'Nothing has been coded yet.')] };
  return { title: options.title, runningHead: options.title, orientation: 'upright', blocks: [{ type: 'heading', level: 1, runs: [run(options.title)] }, ...(tables.length ? tables : [empty])] };
}

function tableOf(data: ReportData, analysis: AnalysisRow, options: ThemeTableOptions, number: string): TableBlock | undefined {
  const tree = treeOf(data.present, analysis.id);
  const counts = countTree(tree, data.present.codings);
  const byCode = codingsByCode(data.present.codings);
  const answered = data.answered(analysis.questionIds);
  const asked = data.asked(analysis.questionIds);
  const of = options.denominator === 'asked' ? Math.max(asked, answered) : answered;
  const quotedPeople = new Set<string>();

  const shownChildren = (node: ThemeNode): TreeNode[] => node.children.filter((child) => (child.type === 'theme' ? hasRows(child) : options.rows === 'codes' && (byCode.has(child.id)) && child.name !== node.name));
  const hasRows = (node: ThemeNode): boolean => options.rows === 'themes' || codesBelow(node).some((code) => byCode.has(code.id));
  const people = (node: TreeNode): Cell => ({ runs: [run(answered === 0 ? '–' : `${counts.get(nodeKey(node))?.participants ?? 0} of ${of}`)], align: 'centre' });
  /** Quotations for a row: from everything below it that has no row of its own. */
  const quotes = (node: TreeNode, children: readonly TreeNode[]): Cell => {
    const elsewhere = new Set(children.flatMap(codesBelow).map((code) => code.id));
    const codings = codesBelow(node).filter((code) => !elsewhere.has(code.id)).flatMap((code) => byCode.get(code.id) ?? []);
    return { runs: quoteRuns(data, pickQuotes(data, codings, options.quotes, quotedPeople), options.ids) };
  };
  const visit = (node: TreeNode, depth: number): Row[] => {
    const children = node.type === 'theme' ? shownChildren(node) : [];
    if (node.type === 'theme' && (node.kind === 'group' || node.kind === 'overarching')) {
      const row: Row = { kind: 'group', cells: [{ runs: [run(node.name, { italic: node.kind === 'overarching' })], span: 3, bold: true, indent: depth }, people(node)] };
      return [row, ...children.flatMap((child) => visit(child, depth))];
    }
    const name: Cell = { runs: [run(node.name)], indent: Math.max(0, depth - 1) };
    const blank: Cell = { runs: [] };
    // A code that stands under no theme goes where sub-themes stand.
    const isSub = depth > 0 || node.type === 'code';
    return [{ cells: [isSub ? blank : name, isSub ? name : blank, quotes(node, children), people(node)] }, ...children.flatMap((child) => visit(child, depth + 1))];
  };

  const roots = tree.roots.filter((node) => (node.type === 'theme' ? hasRows(node) : options.rows === 'codes' && byCode.has(node.id)));
  if (roots.length === 0) return undefined;
  const leftOut = options.rows === 'codes' ? tree.miscellaneous : flatten(tree).filter((node) => node.type === 'code' && (node.code.themeId === null));
  const header = ['Theme', options.rows === 'codes' ? 'Sub-theme or code' : 'Sub-theme', options.quotes === 1 ? 'Example quote' : 'Example quotes', 'Participants'];
  return {
    type: 'table', number, title: `${analysis.name}: Themes, Sub-Themes, Example Quotes and Number of Contributing Participants`,
    widths: [21, 21, 42, 16],
    header: header.map((text, index) => ({ runs: [run(text)], align: index === 3 ? 'centre' : 'left' })),
    rows: roots.flatMap((node) => visit(node, 0)),
    note: noteOf(answered, asked, leftOut.filter((node) => (counts.get(nodeKey(node))?.codings ?? 0) > 0).map((node) => node.name)),
  };
}

function noteOf(answered: number, asked: number, leftOut: readonly string[]): string {
  const rest = leftOut.length === 0 ? '' : leftOut.length <= 4 ? ` Not part of a theme: ${listed(leftOut.map(quoted))}.` : ` ${count(leftOut.length, 'code is', 'codes are')} not part of a theme.`;
  const of = asked > answered ? ` of the ${asked.toLocaleString('en-GB')} who were asked` : '';
  if (answered === 0) return `${answeredWords(0)}.${rest}`;
  return `${answeredWords(answered)}${of}. Numbers are different people. One person may contribute to several rows, so the rows below a theme do not add up to its number.${rest}`;
}
