import { meets } from '../../../../shared/domain/ticked.ts';
import { branchesOf } from './branching.ts';
import type { TidyColumn } from './tidy.ts';

/**
 * Decides for each question who could answer it: what the plan says, otherwise what the answers show. Written into the columns, together with how many
 * that are; `progress` are columns that tell how far people came. A condition on a column that is no attribute falls away, and a sentence tells it.
 */
export function whoWasAsked(questions: readonly TidyColumn[], attributes: readonly TidyColumn[], progress: ReadonlySet<number>): string[] {
  const fallen: string[] = [];
  const ties = new Map(questions.flatMap(({ column }) => (column.tiedTo == null ? [] : [[column.index, column.tiedTo]])));
  const branches = branchesOf(questions, attributes, progress, ties);
  const byIndex = new Map(attributes.map((attribute) => [attribute.column.index, attribute]));
  for (const question of questions) {
    const { column } = question;
    const branch = branches.get(column.index);
    const asked = column.asked === undefined ? branch && { column: branch.column, values: branch.values, ...(branch.separator ? { separator: branch.separator } : {}) } : column.asked;
    if (!asked) continue;
    const gate = byIndex.get(asked.column);
    if (!gate) {
      const { asked: _, could: __, askedReason: ___, ...rest } = column;
      question.column = rest;
      fallen.push(`The plan says who was asked “${column.shortName}” by column ${asked.column} (counted from 0), which is not brought in as an attribute. So everyone counts as asked; choose another column, or set that one to Attribute.`);
      continue;
    }
    const values = new Set(asked.values);
    const could = gate.cells.reduce((sum, cell) => sum + (meets(cell, asked) ? 1 : 0), 0);
    const proposed = branch?.column === asked.column && branch.separator === asked.separator && branch.values.length === values.size && branch.values.every((value) => values.has(value));
    question.column = { ...column, asked, could, ...(proposed ? { askedReason: branch.reason } : {}) };
  }
  return fallen;
}

/** Answers of people who, by the plan, were not asked; as sentences. `names` as the respondents will be shown. */
export function notAsked(questions: readonly TidyColumn[], attributes: readonly TidyColumn[], names: readonly string[]): string[] {
  return questions.flatMap(({ column, cells }) => {
    const gate = column.asked && attributes.find((each) => each.column.index === column.asked?.column);
    const asked = column.asked;
    if (!gate || !asked) return [];
    const people = cells.flatMap((cell, person) => (cell !== '' && !meets(gate.cells[person] ?? '', asked) ? [names[person] ?? ''] : []));
    if (people.length === 0) return [];
    const shown = people.length > 4 ? `${people.slice(0, 3).join(', ')} and ${people.length - 3} more` : people.join(', ');
    return [`${people.length === 1 ? 'Respondent' : 'Respondents'} ${shown} answered “${column.shortName}”, but by the answer to “${gate.column.shortName}” should not have been asked. The answers come in.`];
  });
}
