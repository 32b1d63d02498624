import type { PlanColumn, RepairSample } from '../../../../shared/domain/plan.ts';
import { cleanCell, isNoAnswer } from '../damage/clean.ts';
import { readHtml, throughHtml } from '../damage/html.ts';
import { type Place, repairText } from '../damage/mojibake.ts';
import { notCompleted } from './completion.ts';
import type { Respondent } from './participants.ts';

type PersonsPlace = Place & { person: number };

/** The cells of one column as they will be kept, one per respondent ('' for none), and what was done to them. */
export interface TidyColumn {
  column: PlanColumn;
  cells: string[];
  /** Damaged places: repaired ones where repairing is on, otherwise those that would be. `person` counts the respondents from 0. */
  places: PersonsPlace[];
  /** Codes and tags of HTML in answers: those that were read as text, otherwise those that could be. */
  html: PersonsPlace[];
  removed: number;
  /** Cells with -99, -999 or the survey tool's own mark, left empty in questions. */
  noAnswers: number;
}

/** Cleans a column. In questions, marks for “not answered” count as empty. `fillers`: columns that fill the gaps of this one; `toolMark`: what the survey tool writes where nobody was asked. */
export function tidy(column: PlanColumn, respondents: readonly Respondent[], repair: boolean, question: boolean, fillers: readonly number[], toolMark?: string): TidyColumn {
  const result: TidyColumn = { column, cells: [], places: [], html: [], removed: 0, noAnswers: 0 };
  const labels = column.labels === undefined ? undefined : new Map(Object.entries(column.labels));
  respondents.forEach(({ cells }, person) => {
    const own = cells[column.index] ?? '';
    const filler = fillers.length && own.trim() === '' ? fillers.find((index) => (cells[index] ?? '').trim() !== '') : undefined;
    const cell = cleanCell(filler === undefined ? own : (cells[filler] ?? ''), repair);
    if (column.as === 'finished') {
      result.cells.push(cell.text === '' || cell.text === notCompleted ? 'no' : 'yes');
      return;
    }
    result.removed += cell.removed;
    const found = question ? readHtml(cell.text) : undefined;
    const text = found && column.html ? found.text : cell.text;
    if (question && (isNoAnswer(text) || text.trim() === toolMark)) {
      result.noAnswers++;
      result.cells.push('');
      return;
    }
    result.cells.push(labels?.get(text.trim()) ?? text);
    const { repaired, html } = repair && found && column.html ? throughHtml(cell.places, found.places) : { repaired: repair ? cell.places : repairText(text).places, html: found?.places ?? [] };
    for (const place of repaired) result.places.push({ ...place, person });
    for (const place of html) result.html.push({ ...place, person });
  });
  return result;
}

/** UTF-16 code units of context on either side, and examples at most. */
const around = 22;
const mostSamples = 300;

/** Examples of repairs for the screen: the characters before and after, and the words around them as they will read (with … where they were cut). `repair` makes the cell that its places are counted in. */
export function samplesOf(columns: readonly { cells: readonly string[]; places: readonly PersonsPlace[] }[], names: readonly string[], repair: (cell: string) => string): RepairSample[] {
  const samples: RepairSample[] = [];
  for (const { cells, places } of columns) {
    for (const { person, start, before, after } of places.slice(0, mostSamples - samples.length)) {
      const text = repair(cells[person] ?? '');
      samples.push({
        participant: names[person] ?? '',
        before: contextBefore(text, start),
        damaged: before,
        repaired: after,
        after: contextAfter(text, start + after.length),
      });
    }
  }
  return samples;
}

function contextBefore(text: string, end: number): string {
  if (end <= around) return text.slice(0, end);
  const near = text.slice(end - around, end).toWellFormed();
  const blank = near.search(/\s/);
  return `…${blank === -1 ? near : near.slice(blank + 1)}`;
}

function contextAfter(text: string, start: number): string {
  if (text.length - start <= around) return text.slice(start);
  const near = text.slice(start, start + around).toWellFormed();
  const blank = near.search(/\s\S*$/);
  return `${blank === -1 ? near : near.slice(0, blank)}…`;
}

/** The same columns with the respondents in `out` (by their place) left out. */
export const withoutPeople = (columns: readonly TidyColumn[], out: ReadonlySet<number>): TidyColumn[] => {
  if (out.size === 0) return [...columns];
  return columns.map((each) => {
    const places = new Map<number, number>();
    const cells = each.cells.filter((_, person) => {
      if (out.has(person)) return false;
      places.set(person, places.size);
      return true;
    });
    const kept = (list: readonly PersonsPlace[]) => list.flatMap((place) => (places.has(place.person) ? [{ ...place, person: places.get(place.person) ?? 0 }] : []));
    return {
      ...each,
      column: { ...each.column, filled: cells.reduce((sum, cell) => sum + (cell === '' ? 0 : 1), 0) },
      cells,
      places: kept(each.places),
      html: kept(each.html),
    };
  });
};
