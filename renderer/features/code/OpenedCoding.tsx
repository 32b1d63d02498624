import { useMemo } from 'react';
import { Button, Dot, Popover } from '../../ui/index.ts';
import { setCodeUi, useCodeUi } from './code-ui.ts';
import { rangeOf, textElement } from './dom-range.ts';
import type { CodeData } from './useCodeData.ts';

/** What a pressed underline, bracket or label is: its words, every code on the same stretch, and taking it away. */
export function OpenedCoding({ data, onRemove }: { data: CodeData; onRemove: (codingId: number) => void }) {
  const opened = useCodeUi((ui) => ui.opened);
  const codings = opened ? (data.codings.get(opened.itemId) ?? []) : [];
  const coding = codings.find((each) => each.id === opened?.codingId);
  const anchor = useMemo(() => ({
    current: {
      getBoundingClientRect: () => {
        const root = opened && textElement(opened.itemId);
        const range = root && coding ? rangeOf(root, coding.start, coding.end) : null;
        return range?.getBoundingClientRect?.() ?? new DOMRect(200, 200, 0, 0);
      },
    },
  }), [opened, coding]);
  const answer = opened ? data.answerOf.get(opened.itemId) : undefined;
  if (!opened || !coding || !answer) return null;
  const same = codings.filter((each) => each.start === coding.start && each.end === coding.end);
  const close = () => {
    setCodeUi({ opened: null });
    document.querySelector<HTMLElement>(`[data-item="${opened.itemId}"]`)?.focus({ preventScroll: true });
  };
  return (
    <Popover label="This extract" open onOpenChange={(open) => { if (!open) close(); }} anchor={anchor} className="opened">
      <p className="extract">{answer.text.slice(coding.start, coding.end)}</p>
      <ul>
        {same.map((each) => {
          const code = data.codeOf.get(each.codeId);
          return code && (
            <li key={each.id}>
              <Dot ink={code.ink} latent={code.kind === 'latent'} /><span className="grow">{code.name}</span>
              <Button size="sm" variant="quiet" onClick={() => onRemove(each.id)} aria-label={`Remove from ${code.name}`}>Remove</Button>
            </li>
          );
        })}
      </ul>
      <div className="hstack">
        <Button size="sm" onClick={() => setCodeUi({ opened: null, selection: { itemId: opened.itemId, anchor: coding.start, focus: coding.end }, choosing: true })}>Add a code</Button>
        <Button size="sm" variant="quiet" onClick={() => setCodeUi({ opened: null, selection: { itemId: opened.itemId, anchor: coding.start, focus: coding.end } })}>Select these words</Button>
      </div>
    </Popover>
  );
}
