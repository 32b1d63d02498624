import type { Header } from './headers.ts';
import { telltale } from './headers.ts';
import { plainName } from './known-columns.ts';

/** A column that tells how far people came, as it is proposed: an attribute under this name. `as`: only whether it is filled matters. */
export interface ProgressColumn {
  shortName: string;
  reason: string;
  as?: 'finished';
}

/** How a survey tool tells who did not finish: the columns, and the respondents (rows from 0) for whom the first of them says so. */
export interface Completion {
  unfinished: number[];
  /** What the column says about them, for a sentence. */
  sign: string;
  columns: ReadonlyMap<number, ProgressColumn>;
}

interface Sign {
  column: RegExp;
  /** Producers whose columns of this name mean this; any where it is left out. */
  producer?: string;
  unfinished: (value: string) => boolean;
  words: string;
  /** The cell holds a date of sending off, or nothing. */
  dated?: true;
}

/** What REDCap writes in place of the time. */
export const notCompleted = '[not completed]';

const no = /^(?:false|falsch|faux|falso|fals|nein|no|non|onwaar|0)$/i;

/** In this order: the first column that is there and tells some respondents from others. */
const signs: readonly Sign[] = [
  { column: /^finished$/, producer: 'SoSci Survey', unfinished: (value) => value === '0', words: 'is 0' },
  { column: /^finished$/, producer: 'Qualtrics', unfinished: (value) => no.test(value), words: 'says no' },
  { column: /^progress$/, producer: 'Qualtrics', unfinished: (value) => /^\d+$/.test(value) && Number(value) < 100, words: 'is below 100' },
  { column: /^submitdate$/, unfinished: (value) => value === '', words: 'is empty', dated: true },
  { column: /^responsetype$/, producer: 'Typeform', unfinished: (value) => /^(?:started|partial)$/i.test(value), words: 'says “started” or “partial”' },
  { column: /^status$/, producer: 'Alchemer', unfinished: (value) => /^(?:partial|disqualified)$/i.test(value), words: 'says “Partial” or “Disqualified”' },
  { column: /timestamp$/, producer: 'REDCap', unfinished: (value) => value === notCompleted, words: 'says “[not completed]”', dated: true },
  { column: /^(?:endingtime|datesubmitted|submitdateutc)$/, unfinished: (value) => value === '', words: 'is empty', dated: true },
];
/** How far people came: a percentage, or the last page they saw. */
const progress: readonly [RegExp, string][] = [
  [/^progress$/, 'Progress'],
  [/^lastpage$/, 'Last page'],
];

/** Who did not finish, where the tool says so; undefined where all did, or where nothing tells. */
export function completionOf(producer: string, headers: readonly Header[], rows: readonly (readonly string[])[]): Completion | undefined {
  const named = (pattern: RegExp) => headers.filter((header) => pattern.test(plainName(telltale(header))));
  for (const { column, producer: wanted, unfinished: test, words, dated } of signs) {
    if (wanted && wanted !== producer) continue;
    for (const header of named(column)) {
      const unfinished = rows.flatMap((row, at) => (test((row[header.index] ?? '').trim()) ? [at] : []));
      // A column that says the same of everybody was emptied or never filled.
      if (unfinished.length === 0 || unfinished.length === rows.length) continue;
      const columns = new Map<number, ProgressColumn>();
      for (const [pattern, shortName] of progress) for (const { index } of named(pattern)) columns.set(index, { shortName, reason: 'Tells how far they came' });
      if (!columns.has(header.index)) columns.set(header.index, { shortName: 'Finished', reason: 'Tells who finished', ...(dated ? { as: 'finished' as const } : {}) });
      return { unfinished, sign: `“${header.name}” ${words}`, columns };
    }
  }
  return undefined;
}
