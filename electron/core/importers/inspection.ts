import type { Inspection } from '../../../shared/domain/plan.ts';
import { cleanCell, isNoAnswer } from './clean.ts';
import type { ImportFile } from './importer.ts';
import { namesOf, type Understood } from './plan.ts';

/** The plan with what the screen shows beside it. */
export function inspectionOf({ plan, producer, table, leftOut, respondents, questions, attributes }: Understood, file: ImportFile): Inspection {
  const names = namesOf(respondents);
  const width = Math.max(0, ...plan.columns.map(({ index }) => index + 1));
  const excerpt = (text: string) => (text.length > 400 ? `${text.slice(0, 399).toWellFormed()}…` : text);
  return {
    ...plan,
    file: { name: file.fileName, size: file.bytes.length },
    producer: producer.name,
    evidence: { producer: producer.evidence, encoding: encodingEvidence(plan.encoding, table), specials: [...table.specials] },
    sheets: [...table.sheets],
    questions: questions.length,
    attributes: attributes.length,
    answers: questions.reduce((sum, { cells }) => sum + cells.filter(Boolean).length, 0),
    leftOut,
    preview: respondents.slice(0, 5).map(({ cells }, person) => ({
      participant: names[person] ?? '',
      cells: Array.from({ length: width }, (_, index) => excerpt(shownCell(cells[index] ?? '', plan.repairs.apply))),
    })),
  };
}

function encodingEvidence(encoding: string, { found }: Understood['table']): string {
  if (!found) return '';
  return found.encoding === encoding ? found.evidence : `chosen by you; the file itself looks like ${found.encoding}`;
}

const shownCell = (raw: string, repair: boolean): string => {
  const { text } = cleanCell(raw, repair);
  return isNoAnswer(text) ? '' : text;
};
