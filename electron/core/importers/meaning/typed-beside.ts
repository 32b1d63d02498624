import type { GivenPlan, Inspection } from '../../../../shared/domain/plan.ts';
import { areNamesJoined } from '../../../../shared/domain/ticked.ts';
import { again } from '../further-looks.ts';
import type { Header } from './headers.ts';
import { severalTicked } from './offers.ts';
import type { TidyColumn } from './tidy.ts';

/** Answers below which one that came once may well be an option. */
const fewest = 15;
const mostShown = 300;
const mostOptions = 40;

/** Pieces of a cell between separators, each with its place. */
function piecesIn(cell: string, separator: string): { text: string; start: number; end: number }[] {
  let next = 0;
  return cell.split(separator).flatMap((piece) => {
    const start = next;
    next += piece.length + separator.length;
    return piece.trim() === '' ? [] : [{ text: piece.trim(), start, end: start + piece.length }];
  });
}

/**
 * What people typed beside the options of a question with several answers in one cell, for each cell ('' for nothing), and what is taken as options:
 * pieces that came once were typed, where nearly all others return. What was typed may have the separator in it, and stays as it stands in the cell.
 */
function typedIn(cells: readonly string[]): { texts: string[]; options: string[] } {
  const answers = cells.filter(Boolean);
  // Lists that a program wrote, and names of options, hold nothing else.
  if (answers.some((cell) => cell.startsWith("['")) || areNamesJoined(answers)) return { texts: cells.map(() => ''), options: [] };
  const separator = answers.filter((cell) => cell.includes(';')).length > answers.length * 0.15 ? ';' : ', ';
  const times = new Map<string, number>();
  for (const cell of answers) for (const { text } of piecesIn(cell, separator)) times.set(text, (times.get(text) ?? 0) + 1);
  const texts = cells.map((cell) => {
    const runs: { start: number; end: number }[] = [];
    let beside = false;
    for (const { text, start, end } of piecesIn(cell, separator)) {
      const own = times.get(text) === 1;
      const last = runs.at(-1);
      if (own && beside && last) last.end = end;
      else if (own) runs.push({ start, end });
      beside = own;
    }
    return runs.map(({ start, end }) => cell.slice(start, end).trim()).join(`${separator.trim()} `);
  });
  const options = [...times].filter(([, count]) => count > 1).toSorted((a, b) => b[1] - a[1]);
  return { texts, options: options.slice(0, mostOptions).map(([text]) => text) };
}

interface Split {
  rows: string[][];
  headers: Header[];
  given: GivenPlan;
}

/**
 * Puts a column behind the others (at the file's width plus the place of the closed one) for what was typed beside the options, where the plan wishes so.
 * Only then: that a piece came once is a good guess and no more. The cells of the closed column stay as they are, so nothing of the file is lost by a wrong one.
 */
export function splitOffTyped(rows: string[][], headers: readonly Header[], width: number, given: GivenPlan): Split {
  const wished = new Set((given.columns ?? []).flatMap(({ index, role, typed }) => (typed && role === 'attribute' ? index : [])));
  const from = headers.filter(({ index }) => wished.has(index));
  const columns = given.columns?.flatMap((column) => (column.typedIn === undefined ? column : wished.has(column.typedIn) ? { ...column, index: width + column.typedIn } : []));
  const split = { headers: [...headers], given: columns ? { ...given, columns } : given };
  if (from.length === 0) return { ...split, rows };
  for (const { index, name, wording } of from) split.headers.push({ index: width + index, name: `${name} [other]`, wording: `${wording} – Other`, importId: '', sub: '', typedIn: index });
  return {
    ...split,
    rows: again(rows, 'typed beside options', [width, ...from.map(({ index }) => index)], () => {
      const typed = from.map(({ index }) => ({ at: width + index, texts: typedIn(rows.map((cells) => cells[index] ?? '')).texts }));
      const last = Math.max(...typed.map(({ at }) => at));
      return rows.map((cells, row) => {
        const longer = Array.from({ length: last + 1 }, (_, at) => cells[at] ?? '');
        for (const { at, texts } of typed) longer[at] = texts[row] ?? '';
        return longer;
      });
    }),
  };
}

/** Columns where people seem to have typed something beside the options: forms mix both in one cell, without any mark. `names` as the respondents will be shown. */
export function typedBeside(attributes: readonly TidyColumn[], names: readonly string[]): Inspection['typed'] {
  const found = attributes.flatMap(({ column, cells }) => {
    // Rows of a grid hold options only.
    if (column.reason !== severalTicked || column.group) return [];
    const { texts, options } = again(cells, 'typed beside options', [], () => typedIn(cells));
    const samples = texts.flatMap((text, person) => (text === '' ? [] : { participant: names[person] ?? '', text }));
    const split = column.typed ?? false;
    const enough = cells.filter(Boolean).length >= fewest && samples.length > 0 && samples.length <= cells.length / 4;
    return enough || split ? [{ column: column.index, shortName: column.shortName, split, people: samples.length, options, samples: samples.slice(0, mostShown) }] : [];
  });
  const sentence = noteOf(found.filter(({ split }) => !split));
  return found.map(({ shortName: _, ...each }) => ({ ...each, sentence: each.split ? '' : sentence }));
}

function noteOf(offered: readonly { shortName: string; people: number; samples: readonly { text: string }[] }[]): string {
  if (offered.length === 0) return '';
  const cut = (text = '') => (text.length > 50 ? `${text.slice(0, 49).toWellFormed().trimEnd()}…` : text);
  const most = offered.toSorted((a, b) => b.people - a.people).slice(0, 3);
  const shown = most.map(({ shortName, people, samples }) => `“${shortName}” (${people === 1 ? '1 person' : `${people} people`}, such as “${cut(samples[0]?.text)}”)`);
  const more = offered.length > 3 ? ` and ${offered.length - 3} more` : '';
  return `Some people seem to have typed something beside the options that they ticked: ${shown.join('; ')}${more}. It stays in the attribute. To read and code it, split it off as a question of its own (in a plan: “typed”: true on its column).`;
}
