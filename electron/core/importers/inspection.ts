import type { Inspection } from '../../../shared/domain/plan.ts';
import { optionsIn } from '../../../shared/domain/ticked.ts';
import { again } from './further-looks.ts';
import { cleanCell } from './damage/clean.ts';
import { namesOf, type Understood } from './meaning/plan.ts';

/** The plan with what the screen shows beside it. */
export function inspectionOf(understood: Understood, file: Inspection['file']): Inspection {
  const { plan, producer, table, respondents, questions, attributes } = understood;
  const names = namesOf(respondents);
  const width = Math.max(0, ...plan.columns.map(({ index }) => index + 1));
  const kept = new Map([...questions, ...attributes].map(({ column, cells }) => [column.index, cells]));
  const excerpt = (text: string) => (text.length > 400 ? `${text.slice(0, 399).toWellFormed()}…` : text);
  const shown = (index: number, person: number) => kept.get(index)?.[person] ?? cleanCell(respondents[person]?.cells[index] ?? '', plan.repairs.apply).text;
  return {
    ...plan,
    file,
    document: null,
    producer: producer.name,
    evidence: { producer: producer.evidence, encoding: encodingEvidence(plan.encoding, table), specials: [...table.specials] },
    sheets: [...table.sheets],
    questions: questions.length,
    attributes: attributes.length,
    answers: questions.reduce((sum, { column }) => sum + column.filled, 0),
    leftOut: understood.leftOut,
    found: understood.found,
    events: understood.events,
    twins: understood.twins,
    html: understood.html,
    typed: understood.typed,
    companions: understood.companions,
    choices: attributes.flatMap(({ column, cells }) => again(cells, 'choices', [], () => choicesOf(cells)).map((found) => ({ column: column.index, ...found }))),
    preview: respondents.slice(0, 5).map((_, person) => ({
      participant: names[person] ?? '',
      cells: Array.from({ length: width }, (__, index) => excerpt(shown(index, person))),
    })),
  };
}

/** Different values that a closed column may have for somebody to choose among them. */
const mostChoices = 15;

/** The values of a column, or the options that could be ticked in it, in a list of one; an empty list where there are too many. */
function choicesOf(cells: readonly string[]): Omit<Inspection['choices'][number], 'column'>[] {
  const ticked = again(cells, 'options', [], () => optionsIn(cells));
  if (ticked) return [{ values: ticked.options, separator: ticked.separator }];
  const counts = new Map<string, number>();
  for (const cell of cells) {
    if (cell === '') continue;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
    if (counts.size > mostChoices) return [];
  }
  return [{ values: [...counts].map(([value, people]) => ({ value, people })).toSorted((a, b) => b.people - a.people) }];
}

function encodingEvidence(encoding: string, { found }: Understood['table']): string {
  if (!found) return '';
  return found.encoding === encoding ? found.evidence : `chosen by you; the file itself looks like ${found.encoding}`;
}
