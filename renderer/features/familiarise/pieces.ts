/** A stretch of an answer between two boundaries of notes, with the notes that stand by it. */
export interface NotedPiece { start: number; text: string; notes: readonly number[] }
interface Stretch { id: number; start: number; end: number }

/** Cuts a text at the boundaries of the notes in its margin. A note on the whole answer underlines nothing. The pieces joined are the text. */
export function cutAtNotes(text: string, notes: readonly Stretch[]): NotedPiece[] {
  const partial = notes.filter((note) => note.start > 0 || note.end < text.length);
  const cuts = [...new Set([0, text.length, ...partial.flatMap((note) => [note.start, note.end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    return { start, text: text.slice(start, end), notes: partial.filter((note) => note.start < end && note.end > start).map((note) => note.id) };
  });
}

/** Pixels between two notes. */
const gap = 8;

/** Where notes stand: level with their words, in order, moved down where the one above is in the way. Pixels from the top of the answer. */
export function stackNotes(notes: readonly { id: number; at: number; height: number }[]): { tops: Map<number, number>; height: number } {
  const tops = new Map<number, number>();
  let free = 0;
  for (const note of [...notes].sort((a, b) => a.at - b.at)) {
    const top = Math.max(note.at, free);
    tops.set(note.id, top);
    free = top + note.height + gap;
  }
  return { tops, height: Math.max(0, free - gap) };
}
