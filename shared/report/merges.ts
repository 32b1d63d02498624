import type { MergeRecord } from '../contract/theme.ts';
import { activeAnalyses, type ReportData } from './data.ts';
import type { Cell, TableBlock } from './model.ts';
import { count, longDate, quoted, run } from './words.ts';

const kinds: Record<MergeRecord['kind'], [one: string, many: string]> = { code: ['Code', 'Codes'], theme: ['Theme', 'Themes'], analysis: ['Analysis', 'Analyses'] };

/** Every merge with its reason, oldest first (METHOD.md, T7). */
export function mergeTable(data: Pick<ReportData, 'merges' | 'present'>, number: string): TableBlock {
  const analyses = new Map(data.present.analyses.map((analysis) => [analysis.id, analysis.name]));
  const several = activeAnalyses(data.present).length > 1;
  const cell = (text: string): Cell => ({ runs: [run(text)] });
  const rows = data.merges.map((merge) => ({
    cells: [
      { runs: [run(`${kinds[merge.kind][merge.sources.length === 1 ? 0 : 1]} `, { muted: true }), run(merge.sources.map((source) => `${quoted(source.name)} (${source.moved})`).join(', '))] },
      { runs: [run(quoted(merge.targetName)), ...(merge.kind === 'analysis' || !several ? [] : [run(`, in ${analyses.get(merge.analysisId) ?? 'an analysis'}`, { muted: true })])] },
      { ...cell(String(merge.moved)), align: 'centre' as const },
      { ...cell(String(merge.duplicates)), align: 'centre' as const },
      cell(merge.reason),
      cell(`${longDate(merge.at)}, ${merge.actor}`),
    ],
  }));
  return {
    type: 'table', number, title: 'Merges of Codes, Themes and Analyses, With Reasons',
    widths: [20, 16, 13, 13, 25, 15],
    header: ['From', 'Became', 'Extracts moved', 'Counted once', 'Reason', 'When, by'].map((text, index) => ({ ...cell(text), ...(index === 2 || index === 3 ? { align: 'centre' as const } : {}) })),
    rows,
    note: `${count(data.merges.length, 'merge')}, oldest first. Beside each source stands how many codings it brought. “Counted once” are extracts that stood in more than one source; no coding was lost.`,
  };
}
