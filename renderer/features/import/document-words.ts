import type { DocumentInspection, DocumentSplit } from '../../../shared/domain/plan.ts';
import { many } from './words.ts';

export const formatNames: Readonly<Record<string, string>> = { txt: 'Plain text', markdown: 'Markdown', docx: 'Word document', pdf: 'PDF with text' };

const splitNames: Readonly<Record<DocumentSplit, string>> = { whole: 'Not at all', heading: 'By heading', 'blank-line': 'By blank line' };

/** The ways to split a document, with the number of parts; a way that gives nothing else than the whole is there, but cannot be chosen. */
export const splitOptions = ({ counts }: DocumentInspection) =>
  (['whole', 'heading', 'blank-line'] as const).map((value) => ({
    value,
    label: value === 'whole' ? splitNames.whole : `${splitNames[value]}, ${many(counts[value], 'part')}`,
    disabled: value !== 'whole' && counts[value] <= 1,
  }));

export const documentsWords = (documents: number, parts: number): string => `${many(documents, 'document')} in ${many(parts, 'part')}`;
