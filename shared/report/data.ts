import type { DiaryEntry } from '../contract/record.ts';
import type { MergeRecord } from '../contract/theme.ts';
import { documentName, type DocumentPlace } from '../domain/document-place.ts';
import { type Mask, withMasks } from '../domain/masks.ts';
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
  items: ReadonlyMap<number, { questionId: number; participantId: number | null; document: DocumentPlace | null; text: string; masks?: readonly Mask[] | undefined }>;
  /** Participants with a non-empty answer to any of these questions. */
  answered: (questionIds: readonly number[]) => number;
  /** Participants who could answer any of them. */
  asked: (questionIds: readonly number[]) => number;
  present: Structure;
  steps: ReportStep[];
  merges: MergeRecord[];
  /** Oldest first. */
  diary: DiaryEntry[];
}

/** A drawing with its size in pixels at 96 per inch, and whose it is. */
export interface ReportFigure { analysis: string; answered: number; svg: string; width: number; height: number }

/** The verbatim words of a coding, with labels where words were masked; line breaks are kept, blanks around them are not. */
export function wordsOf(data: Pick<ReportData, 'items'>, coding: Pick<CodingRow, 'itemId' | 'start' | 'end'>): string {
  const item = data.items.get(coding.itemId);
  return item ? withMasks(item.text, item.masks, coding.start, coding.end).trim() : '';
}

/** How the source of a coding's words is named: the participant as shown, or the document with the heading. */
export function sourceOf(data: Pick<ReportData, 'items' | 'shown'>, coding: Pick<CodingRow, 'itemId' | 'participantId'>): { name: string; isDocument: boolean } {
  if (coding.participantId !== null) return { name: data.shown.get(coding.participantId) ?? '', isDocument: false };
  const place = data.items.get(coding.itemId)?.document;
  return { name: place ? documentName(place) : '', isDocument: true };
}

/** “Step 1: initial codes” as a milestone's name is the title “Initial codes”: the document numbers its steps itself. */
export function stepTitle(milestone: string): string {
  const title = milestone.replace(/^step\s*\d+\s*[:.,;–—-]?\s*/i, '') || milestone;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** Active analyses in their order. */
export const activeAnalyses = (structure: Structure): AnalysisRow[] => structure.analyses.filter((analysis) => analysis.status === 'active').sort((a, b) => a.position - b.position || a.id - b.id);
