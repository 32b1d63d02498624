import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Noticing } from '../../../shared/contract/reading.ts';
import type { Answer } from '../../../shared/contract/survey.ts';
import { setFamiliariseUi, type Writing } from './familiarise-ui.ts';
import { NoteField } from './NoteField.tsx';
import { stackNotes } from './pieces.ts';

interface Props {
  answer: Answer;
  notes: readonly Noticing[];
  writing: Writing | null;
}

/** The notes beside an answer, each level with its words, and the one being written. */
export function MarginNotes({ answer, notes, writing }: Props) {
  const margin = useRef<HTMLDivElement>(null);
  const { tops, height } = usePlaces(margin, notes, writing);
  if (notes.length === 0 && !writing) return null;
  const field = writing && <NoteField key={writing.noticingId ?? 'new'} writing={writing} saved={notes.find((note) => note.id === writing.noticingId)?.text ?? ''} />;
  return (
    <div ref={margin} className="margin" style={{ minHeight: height }}>
      {notes.map((note) => (
        <div key={note.id} className="mnote-at" data-note={note.id} style={{ top: tops.get(note.id) ?? 0 }}>
          {writing?.noticingId === note.id ? field : (
            <button
              type="button" className="mnote" title="Change this note"
              onClick={() => setFamiliariseUi({ writing: { itemId: answer.itemId, start: note.start, end: note.end, noticingId: note.id } })}
            >
              {note.text}
            </button>
          )}
        </div>
      ))}
      {writing && writing.noticingId === null && <div className="mnote-at" data-note={0} style={{ top: tops.get(0) ?? 0 }}>{field}</div>}
    </div>
  );
}

/** Measures where the words fell and how tall the notes are, again whenever either changes. */
function usePlaces(margin: RefObject<HTMLElement | null>, notes: readonly Noticing[], writing: Writing | null): ReturnType<typeof stackNotes> {
  const [places, setPlaces] = useState<ReturnType<typeof stackNotes>>({ tops: new Map(), height: 0 });
  useLayoutEffect(() => {
    const element = margin.current?.closest<HTMLElement>('[data-item]');
    if (!element || (notes.length === 0 && !writing)) return undefined;
    const measure = () => {
      const top = element.getBoundingClientRect().top;
      const text = element.querySelector('.data');
      const found = [...element.querySelectorAll<HTMLElement>('[data-note]')].map((box) => {
        const id = Number(box.dataset.note);
        const words = element.querySelector(`[data-notes~="${id}"]`) ?? text;
        return { id, at: Math.max(0, (words?.getClientRects()[0]?.top ?? top) - top + 4), height: box.offsetHeight };
      });
      const next = stackNotes(found);
      setPlaces((before) => (before.height === next.height && [...next.tops].every(([id, at]) => before.tops.get(id) === at) && before.tops.size === next.tops.size ? before : next));
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    for (const box of element.querySelectorAll('.data, [data-note]')) observer.observe(box);
    return () => observer.disconnect();
  }, [margin, notes, writing]);
  return places;
}
