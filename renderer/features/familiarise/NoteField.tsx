import { Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../../data/useCommand.ts';
import { Button, IconButton } from '../../ui/index.ts';
import { focusAnswer, setCodeUi } from '../code/code-ui.ts';
import { scrollInto } from '../code/scroll-into.ts';
import { setFamiliariseUi, useFamiliariseUi, type Writing } from './familiarise-ui.ts';

/** A note being written or changed. Enter or Escape keeps what is written, and so does going elsewhere. */
export function NoteField({ writing, saved }: { writing: Writing; saved: string }) {
  const [text, setText] = useState(saved);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  /** Closed, or closing: losing the focus finds nothing to keep. */
  const done = useRef(false);
  const add = useCommand('noticing.add');
  const update = useCommand('noticing.update');
  const remove = useCommand('noticing.remove');

  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(saved.length, saved.length);
    // Below other notes it may stand outside the window; where it stands is known with the next picture.
    const frame = requestAnimationFrame(() => {
      const [note, reader] = [field.current?.closest('.mnote'), field.current?.closest('.reader')];
      if (note && reader) scrollInto(reader, note.getBoundingClientRect(), 24);
    });
    return () => cancelAnimationFrame(frame);
  }, [saved.length]);

  /** Closes this field, unless another note has been opened meanwhile. */
  const close = (toAnswer: boolean) => {
    done.current = true;
    if (useFamiliariseUi.getState().writing === writing) setFamiliariseUi({ writing: null });
    if (toAnswer) focusAnswer(writing.itemId);
  };
  async function take(toAnswer: boolean) {
    if (writing.noticingId === null) return close(toAnswer);
    done.current = true;
    const { ok } = await remove({ id: writing.noticingId });
    if (ok) close(toAnswer);
    else done.current = false;
  }
  async function keep(toAnswer: boolean) {
    const words = text.trim();
    if (busy || done.current) return;
    if (words === saved) return close(toAnswer);
    if (words === '') return take(toAnswer);
    setBusy(true);
    const { itemId, start, end, noticingId } = writing;
    const result = noticingId === null ? await add({ itemId, start, end, text: words }) : await update({ id: noticingId, text: words });
    setBusy(false);
    if (!result.ok) return;
    if (noticingId === null) setCodeUi({ selection: null, said: 'Note kept in the margin' });
    close(toAnswer);
  }

  return (
    <div
      className="mnote writing"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget) && document.hasFocus()) void keep(false);
      }}
    >
      <textarea
        ref={field} aria-label={saved === '' ? 'New note in the margin' : 'Change the note'} placeholder="What strikes you here?" rows={2} maxLength={5_000} value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key !== 'Escape' && (event.key !== 'Enter' || event.shiftKey)) return;
          void keep(true);
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <div className="mnote-f">
        <Button size="sm" keys={['Enter']} onClick={() => void keep(true)}>Keep</Button>
        {writing.noticingId !== null && <IconButton size="sm" label="Remove this note" icon={<Trash2 size={14} />} onClick={() => void take(true)} />}
      </div>
    </div>
  );
}
