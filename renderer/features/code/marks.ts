import type { CodeWithCounts } from '../../../shared/contract/code.ts';
import type { CodingRow } from '../../../shared/domain/types.ts';

/** What a mark shows of its code. */
export type CodeLook = Pick<CodeWithCounts, 'id' | 'name' | 'ink' | 'kind'>;

/** A coding as it is drawn on an answer. Offsets are UTF-16 code units of the answer's text. */
export interface Mark {
  codingId: number; codeId: number; start: number; end: number; name: string; ink: number; latent: boolean;
  /** How deep its underline hangs, 0 to 4, the same on every line; null: listed in the margin only. */
  level: number | null;
  /** A memo was written on it. */
  noted: boolean;
}
export interface Piece { start: number; end: number; text: string; marks: readonly Mark[] }

/** Underlines that fit under a line of text; a sixth overlapping code is shown in the margin only. */
const levels = 5;
/** Levels that have their usual distance; with more, all of an answer's lines move closer together. */
export const roomyLevels = 3;

/** Gives every coding a free underline level; longer extracts first, so that they lie nearest to the words. */
export function layMarks(codings: readonly CodingRow[], codes: ReadonlyMap<number, CodeLook>): Mark[] {
  const taken: number[] = [];
  return [...codings].sort((a, b) => a.start - b.start || b.end - a.end || a.id - b.id).flatMap((coding): Mark[] => {
    const code = codes.get(coding.codeId);
    if (!code) return [];
    let level: number | null = null;
    for (let candidate = 0; candidate < levels && level === null; candidate++) if ((taken[candidate] ?? 0) <= coding.start) level = candidate;
    if (level !== null) taken[level] = coding.end;
    return [{ codingId: coding.id, codeId: code.id, start: coding.start, end: coding.end, name: code.name, ink: code.ink, latent: code.kind === 'latent', level, noted: coding.note !== '' }];
  });
}

/** Cuts a text at every boundary of a mark, so that each piece carries one set of marks. The pieces joined are the text. */
export function cutPieces(text: string, marks: readonly Mark[]): Piece[] {
  const cuts = [...new Set([0, text.length, ...marks.flatMap((mark) => [mark.start, mark.end])])].filter((cut) => cut >= 0 && cut <= text.length).sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    return { start, end, text: text.slice(start, end), marks: marks.filter((mark) => mark.start < end && mark.end > start) };
  });
}

/** Whether the blanks of a text mean something (columns, verse), so that they are kept as they are, at the ends of lines too, where underlines then run on. */
export const isSpaced = (text: string): boolean => /\t| {2}|(^|\n) /.test(text);

/** Of several extracts on the same words, the one that a press or the pointer means. */
export const shortest = <Stretch extends { start: number; end: number }>(stretches: readonly Stretch[]): Stretch | undefined =>
  stretches.reduce<Stretch | undefined>((a, b) => (a && a.end - a.start <= b.end - b.start ? a : b), undefined);

/** Codings by answer; an answer whose codings did not change keeps its old array, so that only touched answers are drawn again. */
export function groupByItem(codings: readonly CodingRow[], before: ReadonlyMap<number, readonly CodingRow[]>): Map<number, readonly CodingRow[]> {
  const groups = Map.groupBy(codings, (coding) => coding.itemId) as Map<number, readonly CodingRow[]>;
  for (const [itemId, group] of groups) {
    const old = before.get(itemId);
    if (old && old.length === group.length && old.every((coding, index) => coding.id === group[index]?.id && coding.codeId === group[index]?.codeId && coding.start === group[index]?.start && coding.end === group[index]?.end && coding.note === group[index]?.note)) groups.set(itemId, old);
  }
  return groups;
}

/** The map that was there before, unless a code looks different now. */
export function sameLooks(before: ReadonlyMap<number, CodeLook>, now: ReadonlyMap<number, CodeLook>): ReadonlyMap<number, CodeLook> {
  const same = (code: CodeLook) => {
    const old = before.get(code.id);
    return old !== undefined && old.name === code.name && old.ink === code.ink && old.kind === code.kind;
  };
  return before.size === now.size && [...now.values()].every(same) ? before : now;
}
