import type { DiaryEntry } from '../contract/record.ts';
import type { MergeRecord } from '../contract/theme.ts';
import type { AnalysisRow, CodingRow, Question, Structure } from '../domain/types.ts';

/** A stage of the analysis: a milestone, or (`present`) the structure as it is now. Numbered from 1 in order of time. */
export interface ReportStep { number: number; title: string; at: string; present: boolean; structure: Structure }

/** What tables and listings are made from. Answers are there as far as a coding points to them. */
export interface ReportData {
  title: string;
  /** In survey order. */
  questions: Question[];
  /** How each participant is shown, by id. */
  shown: ReadonlyMap<number, string>;
  items: ReadonlyMap<number, { questionId: number; participantId: number; text: string }>;
  /** Participants with a non-empty answer to any of these questions. */
  answered: (questionIds: readonly number[]) => number;
  present: Structure;
  steps: ReportStep[];
  merges: MergeRecord[];
  /** Oldest first. */
  diary: DiaryEntry[];
}

/** A drawing with its size in pixels at 96 per inch, and whose it is. */
export interface ReportFigure { analysis: string; answered: number; svg: string; width: number; height: number }

/** The verbatim words of a coding; line breaks are kept, blanks around them are not. */
export const wordsOf = (data: Pick<ReportData, 'items'>, coding: Pick<CodingRow, 'itemId' | 'start' | 'end'>): string => (data.items.get(coding.itemId)?.text.slice(coding.start, coding.end) ?? '').trim();

/** “Step 1: initial codes” as a milestone's name is the title “Initial codes”: the document numbers its steps itself. */
export function stepTitle(milestone: string): string {
  const title = milestone.replace(/^step\s*\d+\s*[:.,;–—-]?\s*/i, '') || milestone;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** Active analyses in their order. */
export const activeAnalyses = (structure: Structure): AnalysisRow[] => structure.analyses.filter((analysis) => analysis.status === 'active').sort((a, b) => a.position - b.position || a.id - b.id);
