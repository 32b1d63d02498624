import type { DiaryEntry } from '../../../shared/contract/record.ts';
import type { Trigger } from '../../../shared/domain/types.ts';

export type Filter =
  | { kind: 'all' }
  | { kind: 'trigger'; trigger: Trigger }
  | { kind: 'toDiscuss' }
  | { kind: 'discussed' }
  | { kind: 'inReport' }
  | { kind: 'leftOut' }
  | { kind: 'phase'; phase: number };

/** The first word of an entry's context tells the phase in which it was written. */
const phaseWords: readonly [RegExp, number][] = [
  [/^(reading|familiaris|import)/i, 1],
  [/^cod/i, 2],
  [/^(build|merg|plac)/i, 3],
  [/^(review|draw|map|themat|arrang)/i, 4],
  [/^defin/i, 5],
  [/^(report|export|writ)/i, 6],
];

/** The phase (1 to 6) an entry was written in, or null where its context does not say. */
export const phaseOf = (entry: Pick<DiaryEntry, 'context'>): number | null => phaseWords.find(([words]) => words.test(entry.context.trim()))?.[1] ?? null;

export const isDiscussed = (entry: DiaryEntry): boolean => entry.discussedOn !== '';

export function passes(entry: DiaryEntry, filter: Filter): boolean {
  switch (filter.kind) {
    case 'all':
      return true;
    case 'trigger':
      return entry.trigger === filter.trigger;
    case 'toDiscuss':
      return entry.toDiscuss;
    case 'discussed':
      return isDiscussed(entry);
    case 'inReport':
      return entry.inReport;
    case 'leftOut':
      return !entry.inReport;
    case 'phase':
      return phaseOf(entry) === filter.phase;
  }
}

export const sameFilter = (left: Filter, right: Filter): boolean => JSON.stringify(left) === JSON.stringify(right);

/** The first sentence of an entry, shortened at a word to about `room` characters; its name in short lists. */
export function firstSentence(text: string, room = 84): string {
  const sentence = /^.*?[.?!…](?=\s|$)/su.exec(text)?.[0] ?? text;
  const line = sentence.replace(/\s+/g, ' ').replace(/\.$/, '').trim();
  if (line.length <= room) return line;
  return `${line.slice(0, line.lastIndexOf(' ', room) || room)}…`;
}
