import type { ImportPlan, PlanColumn } from '../../../shared/domain/plan.ts';
import { splitsPair } from '../../../shared/domain/offsets.ts';
import { cleanCell, isNoAnswer } from './clean.ts';
import type { Place } from './mojibake.ts';
import { repairText } from './mojibake.ts';
import type { Respondent } from './participants.ts';

/** The cells of one column as they will be kept, one per respondent ('' for none), and what was done to them. */
export interface TidyColumn {
  column: PlanColumn;
  cells: string[];
  /** Damaged places: repaired ones where repairing is on, otherwise those that would be. `person` counts the respondents from 0. */
  places: (Place & { person: number })[];
  removed: number;
  /** Cells with -99 or -999, left empty in questions. */
  noAnswers: number;
}

/** Cleans a column. In questions, marks for “not answered” count as empty. */
export function tidy(column: PlanColumn, respondents: readonly Respondent[], repair: boolean, question: boolean): TidyColumn {
  const result: TidyColumn = { column, cells: [], places: [], removed: 0, noAnswers: 0 };
  respondents.forEach(({ cells }, person) => {
    const cell = cleanCell(cells[column.index] ?? '', repair);
    const places = repair ? cell.places : repairText(cell.text).places;
    result.removed += cell.removed;
    if (question && isNoAnswer(cell.text)) {
      result.noAnswers++;
      result.cells.push('');
      return;
    }
    result.cells.push(cell.text);
    for (const place of places) result.places.push({ ...place, person });
  });
  return result;
}

const around = 24;

/** Examples of damage for the screen, at most `limit`: the characters before and after, and the words around them as they will read. */
export function samplesOf(columns: readonly TidyColumn[], names: readonly string[], limit = 300): ImportPlan['repairs']['samples'] {
  return columns.flatMap(({ cells, places }) =>
    places.map(({ person, start, before, after }) => {
      const raw = cells[person] ?? '';
      // Places are counted in the repaired text; where repairing is off, the cell is repaired here to show it.
      const text = raw.slice(start, start + after.length) === after ? raw : repairText(raw).text;
      let from = Math.max(0, start - around);
      let to = Math.min(text.length, start + after.length + around);
      if (splitsPair(text, from)) from++;
      if (splitsPair(text, to)) to--;
      return { participant: names[person] ?? '', before: text.slice(from, start), damaged: before, repaired: after, after: text.slice(start + after.length, to) };
    })).slice(0, limit);
}
