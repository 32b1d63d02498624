import type { Excerpt } from '../../../shared/domain/search/excerpt.ts';

/** A text with what was typed set stronger, wherever it stands first. */
export function Marked({ text, wanted }: { text: string; wanted: string }) {
  const at = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted.toLowerCase());
  if (at === -1) return <>{text}</>;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + wanted.length)}</mark>
      {text.slice(at + wanted.length)}
    </>
  );
}

/** A stretch of a longer text around what was typed, cut at words. */
export function around(text: string, wanted: string, room = 64): string {
  const line = text.replace(/\s+/g, ' ');
  const at = Math.max(0, line.toLowerCase().indexOf(wanted.toLowerCase()));
  if (line.length <= room) return line;
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
