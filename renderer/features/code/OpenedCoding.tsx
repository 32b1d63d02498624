import { useMemo } from 'react';
import { usePlace } from '../../state/place.ts';
import { Button, Dot, Popover } from '../../ui/index.ts';
import { focusAnswer, setCodeUi, useCodeUi } from './code-ui.ts';
import { rangeOf, textElement } from './dom-range.ts';
import type { CodeData } from './useCodeData.ts';

/** UTF-16 code units of an extract that are shown. */
const most = 1_500;

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
    focusAnswer(opened.itemId);
  };
  return (
    <Popover label="This extract" open onOpenChange={(open) => { if (!open) close(); }} anchor={anchor} className="opened">
      <p className="extract">{answer.text.slice(coding.start, Math.min(coding.end, coding.start + most)).toWellFormed()}{coding.end - coding.start > most && ' …'}</p>
      <ul>
        {same.map((each) => {
          const code = data.codeOf.get(each.codeId);
          return code && (
            <li key={each.id}>
              <Dot ink={code.ink} latent={code.kind === 'latent'} /><button type="button" className="link grow" title="Go to this code" onClick={() => { setCodeUi({ opened: null, collating: false }); usePlace.getState().go({ codeId: code.id }); focusAnswer(opened.itemId); }}>{code.name}</button>
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
