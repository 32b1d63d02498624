import type { ReadingSession } from '../../../shared/contract/reading.ts';
import { dayKey, shortDay, timeOf } from '../diary/dates.ts';

/** Milliseconds after which “you stopped here” is worth saying; as long as the pause that ends a sitting. */
const pause = 30 * 60_000;

/** “today at 09:42”, “yesterday at 17:20”, “on 9 March at 20:58”. */
function when(iso: string, now: Date): string {
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  const day = dayKey(iso);
  const said = day === dayKey(now.toISOString()) ? 'today' : day === dayKey(yesterday.toISOString()) ? 'yesterday' : `on ${shortDay(iso, now)}`;
  return `${said} at ${timeOf(iso)}`;
}

/** The line in the reading column where an earlier sitting ended; null while that sitting still goes on. */
export const stoppedHere = (read: number, at: string, now = new Date()): string | null =>
  now.getTime() - Date.parse(at) < pause ? null : `${read} read. You stopped here ${when(at, now)}`;

/** “9 March, 20:31 to 20:58”. */
export const sittingWords = ({ startedAt, endedAt }: ReadingSession, now = new Date()): string =>
  `${shortDay(startedAt, now)}, ${timeOf(startedAt)}${timeOf(startedAt) === timeOf(endedAt) ? '' : ` to ${timeOf(endedAt)}`}`;

export const answersWords = (count: number): string => (count === 1 ? '1 answer' : `${count.toLocaleString('en-GB')} answers`);

/** How long a text is, as people count: words, or characters where the writing has no spaces between words. */
export function lengthOf(text: string): { count: number; unit: 'words' | 'characters' } {
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(text)) return { count: text.trim().length, unit: 'characters' };
  return { count: text.split(/\s+/).filter(Boolean).length, unit: 'words' };
}

const lengthWords = ({ count, unit }: ReturnType<typeof lengthOf>): string => (count === 1 ? `1 ${unit.slice(0, -1)}` : `${count.toLocaleString('en-GB')} ${unit}`);

/** The middle one of all lengths, and the longest with its place in the list. */
export function lengthsOf(texts: readonly string[]): { typical: string; longest: string; longestAt: number } | null {
  const lengths = texts.map(lengthOf);
  const sorted = lengths.toSorted((a, b) => a.count - b.count);
  const middle = sorted[Math.floor(sorted.length / 2)];
  const longest = sorted.at(-1);
  return middle && longest ? { typical: lengthWords(middle), longest: lengthWords(longest), longestAt: lengths.indexOf(longest) } : null;
}
