import type { Header } from './headers.ts';
import { telltale } from './headers.ts';
import { plainName } from './known-columns.ts';

/** How a survey tool tells who did not finish: the column, and the respondents (rows from 0) for whom it says so. */
export interface Completion {
  index: number;
  unfinished: number[];
  /** What the column says about them, for a sentence. */
  sign: string;
}

interface Sign {
  column: RegExp;
  /** Producers whose columns of this name mean this; any where it is left out. */
  producer?: string;
  unfinished: (value: string) => boolean;
  words: string;
}

const no = /^(?:false|falsch|faux|falso|fals|nein|no|non|onwaar|0)$/i;

/** In this order: the first column that is there and tells some respondents from others. */
const signs: readonly Sign[] = [
  { column: /^finished$/, producer: 'Qualtrics', unfinished: (value) => no.test(value), words: 'says no' },
  { column: /^progress$/, producer: 'Qualtrics', unfinished: (value) => /^\d+$/.test(value) && Number(value) < 100, words: 'is below 100' },
  { column: /^submitdate$/, unfinished: (value) => value === '', words: 'is empty' },
  { column: /^responsetype$/, producer: 'Typeform', unfinished: (value) => /^(?:started|partial)$/i.test(value), words: 'says “started” or “partial”' },
  { column: /^status$/, producer: 'Alchemer', unfinished: (value) => /^(?:partial|disqualified)$/i.test(value), words: 'says “Partial” or “Disqualified”' },
  { column: /timestamp$/, producer: 'REDCap', unfinished: (value) => value === '[not completed]', words: 'says “[not completed]”' },
  { column: /^(?:endingtime|datesubmitted|submitdateutc)$/, unfinished: (value) => value === '', words: 'is empty' },
];

/** Who did not finish, where the tool says so; undefined where all did, or where nothing tells. */
export function completionOf(producer: string, headers: readonly Header[], rows: readonly (readonly string[])[]): Completion | undefined {
  for (const { column, producer: wanted, unfinished: test, words } of signs) {
    if (wanted && wanted !== producer) continue;
    for (const header of headers) {
      if (!column.test(plainName(telltale(header)))) continue;
      const unfinished = rows.flatMap((row, at) => (test((row[header.index] ?? '').trim()) ? [at] : []));
      // A column that says the same of everybody was emptied or never filled.
      if (unfinished.length && unfinished.length < rows.length) return { index: header.index, unfinished, sign: `“${header.name}” ${words}` };
    }
  }
  return undefined;
}
