import type { CodingRow } from '../domain/types.ts';
import { type ReportData, wordsOf } from './data.ts';
import type { Run } from './model.ts';
import { bracket, type IdStyle, oneLine, run } from './words.ts';

/** UTF-16 code units that make a quotation pleasant to read in a table. */
const best = 110;
const shortest = 20;

/**
 * Chooses example quotations: whole extracts of a readable length, from different people, and rather from people who are not
 * quoted yet. `quotedPeople` remembers them across the rows of a table. Nothing is shortened: that is the author's to do.
 */
export function pickQuotes(data: ReportData, codings: readonly CodingRow[], howMany: number, quotedPeople: Set<number>): CodingRow[] {
  const distance = (coding: CodingRow) => {
    const length = oneLine(wordsOf(data, coding)).length;
    return Math.abs(length - best) + (length < shortest ? 400 : 0);
  };
  const ranked = codings.map((coding) => ({ coding, distance: distance(coding) })).sort((a, b) => a.distance - b.distance || a.coding.id - b.coding.id);
  const picked: CodingRow[] = [];
  for (const fresh of [true, false]) {
    for (const { coding } of ranked) {
      if (picked.length >= howMany) break;
      if ((fresh && quotedPeople.has(coding.participantId)) || picked.some((each) => each.participantId === coding.participantId)) continue;
      picked.push(coding);
      quotedPeople.add(coding.participantId);
    }
  }
  return picked;
}

/** Quotations one below the other, in quotation marks, each with its person. */
export const quoteRuns = (data: ReportData, codings: readonly CodingRow[], ids: IdStyle): Run[] =>
  codings.flatMap((coding, index) => [
    run(`${index ? '\n' : ''}“${oneLine(wordsOf(data, coding))}”`, { voice: 'participant' }),
    run(bracket(data.shown.get(coding.participantId) ?? '', ids), { muted: true }),
  ]);
