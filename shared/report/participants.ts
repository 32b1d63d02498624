import type { Block, Cell, Doc, TableBlock } from './model.ts';
import { count, run } from './words.ts';

/** An attribute with one value per participant; empty where somebody did not answer. */
export interface AttributeValues { name: string; values: string[] }
export interface ParticipantsOptions {
  title: string;
  /** Categories with fewer people are put together, so that nobody can be recognised; 1 leaves all as they are. */
  smallest: number;
}

interface Line { label: string; people: number | null; text?: string }
interface Characteristic { name: string; lines: Line[] }

/** More different numbers than this are summed up, more different words are only counted. */
const mostNumbers = 12;
const mostWords = 20;

/** Characteristics in the order of the survey, categories below them, “Not answered” last (METHOD.md, T1). */
export function characteristics(attributes: readonly AttributeValues[], smallest: number): Characteristic[] {
  return attributes.map(({ name, values }) => {
    const given = values.filter((value) => value.trim() !== '');
    const lines = linesOf(given, smallest);
    const unanswered = values.length - given.length;
    return { name, lines: unanswered ? [...lines, { label: 'Not answered', people: unanswered }] : lines };
  });
}

function linesOf(given: readonly string[], smallest: number): Line[] {
  const times = new Map<string, number>();
  for (const value of given) times.set(value, (times.get(value) ?? 0) + 1);
  const numbers = given.map((value) => Number(value.replace(',', '.')));
  if (times.size > mostNumbers && numbers.every(Number.isFinite)) return [{ label: 'Median (lowest to highest)', people: null, text: summary(numbers) }];
  if (times.size > mostWords) return [{ label: `${times.size} different answers`, people: given.length }];
  const ordered = [...times].map(([label, people]) => ({ label, people })).sort(byScale);
  const small = ordered.filter((line) => line.people < smallest);
  // One small category alone could be told from the total, so it takes the next smallest with it.
  const merged = small.length === 1 && ordered.length > 2 ? new Set([...ordered].sort((a, b) => a.people - b.people).slice(0, 2)) : new Set(small.length > 1 ? small : []);
  if (merged.size === 0) return ordered;
  return [...ordered.filter((line) => !merged.has(line)), { label: 'Other', people: [...merged].reduce((sum, line) => sum + line.people, 0) }];
}

/** Answers with a number near their beginning (“0–2 years”, “under 1”, “over 3”) in that order, others with the most frequent first. */
function byScale(a: { label: string; people: number }, b: { label: string; people: number }): number {
  const [first, second] = [rank(a.label), rank(b.label)];
  if (first === null || second === null) return b.people - a.people || a.label.localeCompare(b.label, 'en');
  return first - second || a.label.localeCompare(b.label, 'en', { numeric: true });
}

function rank(label: string): number | null {
  const [, before, number] = /^(\D{0,12})(\d+)/.exec(label) ?? [];
  if (before === undefined || number === undefined) return null;
  return Number(number) + (/under|less|below|fewer|<|up to/i.test(before) ? -0.5 : /over|more|above|>/i.test(before) ? 0.5 : 0);
}

function summary(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  return `${Number(median.toFixed(1))} (${sorted[0]} to ${sorted.at(-1)})`;
}

const percent = (people: number, all: number): string => ((100 * people) / all).toFixed(all >= 100 ? 1 : 0);

export function participantsTable(people: number, attributes: readonly AttributeValues[], options: ParticipantsOptions): Doc {
  const cell = (text: string, look: Omit<Cell, 'runs'> = {}): Cell => ({ ...look, runs: text ? [run(text)] : [] });
  const centre = { align: 'centre' as const };
  const table: TableBlock = {
    type: 'table', number: 'Table 1', title: 'Characteristics of Participants', widths: [64, 22, 14],
    header: [cell('Characteristic'), { ...centre, runs: [run('n', { italic: true })] }, cell('%', centre)],
    rows: characteristics(attributes, options.smallest).flatMap(({ name, lines }) => [
      { kind: 'group' as const, cells: [cell(name, { span: 3 })] },
      ...lines.map((line) => ({
        cells: [cell(line.label, { indent: 2 }), cell(line.text ?? String(line.people ?? ''), centre), cell(line.people === null ? '' : percent(line.people, people), centre)],
      })),
    ]),
    note: `N = ${people}. Percentages are of all ${count(people, 'participant')} and may not add up to 100 because of rounding.`,
  };
  const nobody: Block = { type: 'paragraph', runs: [run(people ? 'No closed questions were imported, so there are no characteristics to show.' : 'Nobody is in this project yet.')] };
  return { title: options.title, runningHead: options.title, orientation: 'upright', blocks: [{ type: 'heading', level: 1, runs: [run(options.title)] }, people && attributes.length ? table : nobody] };
}

export const participantsHeader = ['characteristic', 'category', 'n', 'percent'] as const;
export const participantsRows = (people: number, attributes: readonly AttributeValues[], smallest: number): (string | number)[][] =>
  characteristics(attributes, smallest).flatMap(({ name, lines }) => lines.map((line) => [name, line.label, line.people ?? line.text ?? '', line.people === null || people === 0 ? '' : percent(line.people, people)]));
