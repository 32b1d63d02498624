import type { DocumentInspection, DocumentSplit, GivenPlan, ImportPlan, Inspection } from '../../../../shared/domain/plan.ts';
import type { ImportFile } from '../importer.ts';
import { type Part, partsOf, usualSplit } from './split.ts';
import { headingWords, type TextDocument } from './text-document.ts';

/** A document understood: the plan, and the parts that it brings in. */
export interface UnderstoodDocument {
  plan: ImportPlan & { document: { title: string; split: DocumentSplit; collection: string } };
  document: TextDocument;
  parts: Part[];
}

export const usualCollection = 'Documents';
/** Parts of the inspection, and UTF-16 code units of each. */
const shown = { parts: 300, beginning: 240 };
/** UTF-16 code units from which a part is tiresome to read and to code in one piece. */
const longPart = 100_000;

/** Decides about title, parts and collection. What `given` says wins over what is usual. */
export function understandDocument(file: ImportFile, format: string, document: TextDocument, given: GivenPlan): UnderstoodDocument {
  const wish = given.document ?? {};
  const split = wish.split ?? usualSplit(document);
  const parts = partsOf(document, split);
  const warnings = [...document.warnings];
  const long = parts.filter(({ text }) => text.length > longPart).length;
  if (long)
    warnings.push(`${long === 1 ? (parts.length === 1 ? 'It is one part' : '1 part is') : `${long} parts are`} of more than ${longPart.toLocaleString('en-GB')} characters. Splitting it by blank line makes reading and coding easier.`);
  return {
    plan: {
      format,
      encoding: document.encoding,
      delimiter: '',
      sheet: '',
      headerRows: 0,
      respondents: 0,
      columns: [],
      repairs: { count: 0, apply: true, samples: [] },
      rows: { leaveOut: [] },
      event: '',
      analyses: given.analyses ?? 'each',
      warnings,
      document: { title: wish.title ?? (document.title || titleOf(file.fileName)), split, collection: wish.collection ?? usualCollection },
    },
    document,
    parts,
  };
}

/** The name of the file, without its ending, as a title. */
const titleOf = (fileName: string): string => headingWords(fileName.replace(/\.[a-z]{1,8}$/i, '').replace(/_+/g, ' ')) || 'Document';

/** The plan with what the screen shows beside it. */
export function documentInspection({ plan, document, parts }: UnderstoodDocument, file: Inspection['file']): Inspection {
  const { encoding, found } = document;
  const count = (split: DocumentSplit) => (split === plan.document.split ? parts : partsOf(document, split)).length;
  const inspected: DocumentInspection = {
    ...plan.document,
    characters: document.text.length,
    counts: { whole: count('whole'), heading: count('heading'), 'blank-line': count('blank-line') },
    parts: parts.slice(0, shown.parts).map(({ heading, text }) => ({ heading, characters: text.length, beginning: beginning(text) })),
    evidence: document.evidence,
  };
  return {
    ...plan,
    document: inspected,
    file,
    producer: '',
    evidence: {
      producer: '',
      encoding: !found ? '' : found.encoding === encoding ? found.evidence : `chosen by you; the file itself looks like ${found.encoding}`,
      specials: document.specials,
    },
    sheets: [],
    questions: 0,
    attributes: 0,
    answers: 0,
    leftOut: [],
    found: [],
    events: [],
    twins: [],
    html: [],
    typed: [],
    choices: [],
    companions: [],
    preview: [],
  };
}

const beginning = (text: string): string => (text.length > shown.beginning ? `${text.slice(0, shown.beginning - 1).toWellFormed()}…` : text);
