import { analysisSection } from './analysis-section.ts';
import { activeAnalyses, type ReportData, type ReportFigure, type ReportStep } from './data.ts';
import { diaryBlocks } from './diary.ts';
import { mergeTable } from './merges.ts';
import type { Block, Doc } from './model.ts';
import { stepChanges } from './step-changes.ts';
import { answeredWords, appendixLetter, type IdStyle, run } from './words.ts';

export interface AppendixOptions {
  title: string;
  /** Numbers of the steps to print. */
  steps: readonly number[];
  ids: IdStyle;
  /** Extracts and people beside every heading. */
  counts: boolean;
  /** A stretch that stands twice under one code, because two codes were merged, is printed once. */
  once: boolean;
  /** What changed since the step before, at the end of each step. */
  changes: boolean;
  merges: boolean;
  diary: boolean;
  /** Thematic maps, printed where there are any. */
  maps: readonly ReportFigure[];
}

/**
 * The coding process as an appendix, step by step: analysis, group heading, theme, code, and every extract in full. The form
 * is that of published appendices (APPENDIX-B-FORMAT.md): labels on lines of their own, here as real headings.
 */
export function appendix(data: ReportData, options: AppendixOptions): Doc {
  const blocks: Block[] = [{ type: 'heading', level: 1, runs: [run(options.title)] }];
  for (const step of data.steps) if (options.steps.includes(step.number)) blocks.push(...stepSection(data, step, options));
  if (options.merges && data.merges.length) {
    blocks.push({ type: 'heading', level: 2, runs: [run('Merges and their reasons')] }, mergeTable(data, `Table ${appendixLetter(options.title)}1`));
  }
  if (options.maps.length) blocks.push({ type: 'heading', level: 2, runs: [run(options.maps.length === 1 ? 'Thematic map' : 'Thematic maps')] });
  options.maps.forEach(({ analysis, answered, svg, width, height }, index) => {
    blocks.push({ type: 'figure', number: `Figure ${appendixLetter(options.title)}${index + 1}`, title: `${analysis}: Thematic Map`, svg, width, height, note: answered === 0 ? `${answeredWords(0)}.` : `${answeredWords(answered)}. Numbers in the map are different people, so they do not add up.` });
  });
  const entries = data.diary.filter((entry) => entry.inReport);
  if (options.diary && entries.length) blocks.push({ type: 'heading', level: 2, runs: [run('From the reflexive diary')] }, ...diaryBlocks(entries, options.ids, 3));
  return { title: options.title, runningHead: options.title, orientation: 'upright', blocks };
}

function stepSection(data: ReportData, step: ReportStep, options: AppendixOptions): Block[] {
  const sections = activeAnalyses(step.structure).flatMap((analysis) => analysisSection(data, step.structure, analysis, options));
  const before = data.steps[step.number - 2];
  return [
    { type: 'heading', level: 2, runs: [run(`Step ${step.number}: ${step.title}`)] },
    ...(sections.length ? sections : [{ type: 'paragraph', style: 'note', runs: [run('Nothing was coded at this step.')] } satisfies Block]),
    ...(options.changes && before ? stepChanges(before, step) : []),
  ];
}
