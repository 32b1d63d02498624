import { useMemo } from 'react';
import { Button, Popover } from '../../ui/index.ts';
import { readQuestion } from '../familiarise/familiarise-ui.ts';
import { focusAnswer, setCodeUi, useCodeUi } from './code-ui.ts';
import type { CodeData } from './useCodeData.ts';

/** What one noticed in an answer while familiarising, opened from the quiet mark beside its name. */
export function Noticed({ data }: { data: CodeData }) {
  const itemId = useCodeUi((ui) => ui.noticed);
  const notes = data.noticings.get(itemId ?? 0) ?? [];
  const anchor = useMemo(() => ({
    current: { getBoundingClientRect: () => document.querySelector(`[data-noticed="${itemId}"]`)?.getBoundingClientRect() ?? new DOMRect(200, 200, 0, 0) },
  }), [itemId]);
  if (itemId === null || notes.length === 0) return null;
  const close = () => {
    setCodeUi({ noticed: null });
    focusAnswer(itemId);
  };
  return (
    <Popover label="What you noticed here" open onOpenChange={(open) => { if (!open) close(); }} anchor={anchor} className="noticed-pop">
      <ul>
        {notes.map((note) => (
          <li key={note.id}>
            <p className="noticed-t">{note.text}</p>
            <p className="sample clip">{note.words}</p>
          </li>
        ))}
      </ul>
      <Button size="sm" variant="quiet" onClick={() => { setCodeUi({ noticed: null }); readQuestion(data.question.id, itemId); }}>See it in Familiarise</Button>
    </Popover>
  );
}
