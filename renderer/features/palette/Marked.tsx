import type { Excerpt } from '../../../shared/domain/search/excerpt.ts';
import { placeOf } from '../../../shared/domain/search/fold.ts';

/** A text with what was typed set stronger, wherever it stands first. */
export function Marked({ text, wanted }: { text: string; wanted: string }) {
  const place = placeOf(text, wanted);
  if (!place) return <>{text}</>;
  return (
    <>
      {text.slice(0, place.start)}
      <mark>{text.slice(place.start, place.end)}</mark>
      {text.slice(place.end)}
    </>
  );
}

/** A stretch of a longer text around what was typed, cut at words. */
export function around(text: string, wanted: string, room = 64): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= room) return line;
  const at = placeOf(line, wanted)?.start ?? 0;
  const from = at < room - wanted.length ? 0 : line.indexOf(' ', Math.max(0, at - 24)) + 1;
  const end = line.length - from <= room ? line.length : line.lastIndexOf(' ', from + room);
  return `${from > 0 ? '…' : ''}${line.slice(from, end > from ? end : from + room)}${end < line.length ? '…' : ''}`;
}

/** A place in an answer, in its words; labels of masked words stand out as ours. */
export function Hit({ hit }: { hit: Excerpt }) {
  return (
    <>
      {hit.before && '…'}
      {hit.pieces.map((piece, at) =>
        piece.hit ? (
          <mark key={at}>{piece.text}</mark>
        ) : piece.label ? (
          <i key={at} className="masked">
            {piece.text}
          </i>
        ) : (
          piece.text
        ),
      )}
      {hit.after && '…'}
    </>
  );
}
