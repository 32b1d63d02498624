import { countCodings, codingsByCode } from '../domain/counts.ts';
import { flatten, type ThemeNode, type TreeNode, treeOf } from '../domain/theme-tree.ts';
import type { AnalysisRow, CodeKind, CodeRow } from '../domain/types.ts';
import { activeAnalyses, type ReportData } from './data.ts';
import { pathCell } from './coding-columns.ts';
import type { Block, Cell, Doc, TableBlock } from './model.ts';
import { answeredWords, appendixLetter, quoted, run } from './words.ts';

export interface CodebookOptions { title: string; /** Codes that were merged or set aside, with the reason. */ removed: boolean; /** The table of themes with their central concepts. */ themes: boolean }

const kindNames: Record<CodeKind, string> = { semantic: 'Semantic', latent: 'Latent', undecided: '' };
const removedKinds = ['merged', 'set-aside'];

/** A code with where it stands and who contributes to it. */
interface Entry { code: CodeRow; groups: string[]; themes: string[]; extracts: number; codings: number; people: number; status: string }

/** The codes of an analysis in the researcher's order; trays next, codes that are no longer used last. */
function entriesOf(data: ReportData, analysis: AnalysisRow, removed: boolean): { place: string; entries: Entry[] }[] {
  const byCode = codingsByCode(data.present.codings);
  const tree = treeOf(data.present, analysis.id);
  const names = new Map(data.present.codes.map((code) => [code.id, code.name]));
  const entry = (code: CodeRow, groups: string[] = [], themes: string[] = []): Entry => {
    const counts = countCodings(byCode.get(code.id) ?? []);
    const status = code.status === 'merged' ? `Merged into ${quoted(names.get(code.mergedInto ?? 0) ?? '')}` : code.status === 'set-aside' ? 'Set aside' : '';
    return { code, groups, themes, extracts: counts.extracts, codings: counts.codings, people: counts.participants, status: [status, code.reason].filter(Boolean).join('. ') };
  };
  const places: { place: string; entries: Entry[] }[] = [];
  const visit = (node: ThemeNode, above: readonly ThemeNode[]): void => {
    const path = [...above, node];
    const groups = path.filter((each) => each.kind === 'group').map((each) => each.name);
    const themes = path.filter((each) => each.kind !== 'group').map((each) => each.name);
    const codes = node.children.filter((child) => child.type === 'code');
    if (codes.length) places.push({ place: path.map((each) => each.name).join(' › '), entries: codes.map((child) => entry(child.code, groups, themes)) });
    for (const child of node.children) if (child.type === 'theme') visit(child, path);
  };
  for (const root of tree.roots) if (root.type === 'theme') visit(root, []);
  const tray = (place: string, codes: readonly CodeRow[]) => { if (codes.length) places.push({ place, entries: codes.map((code) => entry(code)) }); };
  tray(places.length ? 'Not yet placed' : '', tree.roots.filter((node) => node.type === 'code').map((node) => node.code));
  tray('Miscellaneous', tree.miscellaneous.map((node) => node.code));
  if (removed) tray('Merged or set aside', data.present.codes.filter((code) => code.analysisId === analysis.id && removedKinds.includes(code.status)));
  return places;
}

/** Every code with its description and counts (METHOD.md, T4), and the themes with their central concepts (T3). */
export function codebook(data: ReportData, options: CodebookOptions): Doc {
  const letter = appendixLetter(options.title);
  const tables: TableBlock[] = [];
  const number = () => `Table ${letter}${tables.length + 1}`;
  for (const analysis of activeAnalyses(data.present)) {
    const places = entriesOf(data, analysis, options.removed);
    if (places.length) tables.push(codeTable(data, analysis, places, number()));
    const themes = flatten(treeOf(data.present, analysis.id)).filter((node) => node.type === 'theme');
    if (options.themes && themes.some((node) => node.theme.concept || node.theme.definition || node.theme.excludes)) tables.push(definitionTable(analysis, themes, number()));
  }
  const empty: Block = { type: 'paragraph', runs: [run('There are no codes yet.')] };
  return { title: options.title, runningHead: options.title, orientation: 'sideways', blocks: [{ type: 'heading', level: 1, runs: [run(options.title)] }, ...(tables.length ? tables : [empty])] };
}

const cell = (text: string, look: Omit<Cell, 'runs'> = {}): Cell => ({ ...look, runs: text ? [run(text)] : [] });

function codeTable(data: ReportData, analysis: AnalysisRow, places: ReturnType<typeof entriesOf>, number: string): TableBlock {
  const answered = data.answered(analysis.questionIds);
  const centre = { align: 'centre' as const };
  return {
    type: 'table', number, title: `${analysis.name}: Codes`,
    widths: [22, 11, 31, 10, 13, 27],
    header: ['Code', 'Kind', 'Description', 'Extracts', 'Participants', 'Status, reason'].map((text, index) => cell(text, index === 3 || index === 4 ? centre : {})),
    rows: places.flatMap(({ place, entries }) => [
      ...(place ? [{ kind: 'group' as const, cells: [cell(place, { bold: true, span: 6 })] }] : []),
      ...entries.map((each) => ({
        cells: [cell(each.code.name, { indent: place ? 1 : 0 }), cell(kindNames[each.code.kind]), cell(each.code.definition), cell(String(each.extracts), centre), cell(String(each.people), centre), cell(each.status)],
      })),
    ]),
    note: `${answeredWords(answered)}. Extracts are different stretches of text; an extract may stand under several codes. Participants are different people.`,
  };
}

function definitionTable(analysis: AnalysisRow, themes: readonly (TreeNode & { type: 'theme' })[], number: string): TableBlock {
  return {
    type: 'table', number, title: `${analysis.name}: Definitions of Themes`,
    widths: [24, 28, 28, 20],
    header: ['Theme', 'Central concept', 'Definition', 'What it is not'].map((text) => cell(text)),
    rows: themes.map((node) => (node.kind === 'group'
      ? { kind: 'group' as const, cells: [cell(node.name, { bold: true, span: 4 })] }
      : { cells: [cell(node.name, { indent: node.depth, bold: node.kind === 'overarching' }), cell(node.theme.concept), cell(node.theme.definition), cell(node.theme.excludes)] })),
  };
}

export const codebookHeader = ['analysis', 'group', 'theme', 'code', 'kind', 'description', 'codings', 'extracts', 'participants', 'answered', 'status', 'reason', 'merged into'] as const;

/** The same codes as plain rows. */
export function codebookRows(data: ReportData, removed: boolean): (string | number)[][] {
  const names = new Map(data.present.codes.map((code) => [code.id, code.name]));
  return activeAnalyses(data.present).flatMap((analysis) => {
    const answered = data.answered(analysis.questionIds);
    return entriesOf(data, analysis, removed).flatMap(({ entries }) => entries.map(({ code, groups, themes, codings, extracts, people }) => [
      analysis.name, pathCell(groups), pathCell(themes), code.name, code.kind, code.definition, codings, extracts, people, answered,
      code.status === 'active' && code.themeId === null ? code.tray : code.status, code.reason, code.mergedInto === null ? '' : (names.get(code.mergedInto) ?? ''),
    ]));
  });
}
