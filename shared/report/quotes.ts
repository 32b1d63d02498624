import type { CodingRow } from '../domain/types.ts';
import { type ReportData, sourceOf, wordsOf } from './data.ts';
import type { Run } from './model.ts';
import { bracket, type IdStyle, oneLine, run } from './words.ts';

/** UTF-16 code units that make a quotation pleasant to read in a table. */
const best = 110;
const shortest = 20;

/**
 * Chooses example quotations: whole extracts of a readable length, from different people or documents, and rather from those who are not
 * quoted yet. `quotedPeople` remembers them across the rows of a table. Nothing is shortened: that is the author's to do.
 */
export function pickQuotes(data: ReportData, codings: readonly CodingRow[], howMany: number, quotedPeople: Set<string>): CodingRow[] {
  const distance = (coding: CodingRow) => {
    const length = oneLine(wordsOf(data, coding)).length;
    return Math.abs(length - best) + (length < shortest ? 400 : 0);
  };
  const source = ({ participantId, itemId }: CodingRow) => (participantId === null ? `document ${data.items.get(itemId)?.document?.id}` : `person ${participantId}`);
  const ranked = codings.map((coding) => ({ coding, distance: distance(coding) })).sort((a, b) => a.distance - b.distance || a.coding.id - b.coding.id);
  const picked: CodingRow[] = [];
  for (const fresh of [true, false]) {
    for (const { coding } of ranked) {
      if (picked.length >= howMany) break;
      if ((fresh && quotedPeople.has(source(coding))) || picked.some((each) => source(each) === source(coding))) continue;
      picked.push(coding);
      quotedPeople.add(source(coding));
    }
  }
  return picked;
}

/** Quotations one below the other, in quotation marks, each with its person. */
export const quoteRuns = (data: ReportData, codings: readonly CodingRow[], ids: IdStyle): Run[] =>
  codings.flatMap((coding, index) => {
    const { name, isDocument } = sourceOf(data, coding);
    return [run(`${index ? '\n' : ''}“${oneLine(wordsOf(data, coding))}”`, { voice: 'participant' }), run(bracket(name, ids, isDocument), { muted: true })];
  });
