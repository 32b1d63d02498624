import { useMemo, useState } from 'react';
import type { Answer } from '../../../shared/contract/survey.ts';
import { withMasks } from '../../../shared/domain/masks.ts';
import { wordAt } from '../../../shared/domain/text-range.ts';
import type { CodingRow } from '../../../shared/domain/types.ts';
import { usePlace } from '../../state/place.ts';
import { Button, Dot, Field, Kbds, Popover } from '../../ui/index.ts';
import { useDraftText } from '../themes/useDraftText.ts';
import { cursorIn, focusAnswer, setCodeUi, useCodeUi } from './code-ui.ts';
import { rangeOf, textElement } from './dom-range.ts';
import { type Changes, neighbourOf } from './useChanges.ts';
import type { CodeData } from './useCodeData.ts';

/** UTF-16 code units of an extract that are shown. */
const most = 1_500;

/** What a pressed underline, bracket or label is: its words, every code on the same stretch, its memo, and everything that can become of it. */
export function OpenedCoding({ data, changes, onRemove }: { data: CodeData; changes: Changes; onRemove: (codingId: number) => void }) {
  const opened = useCodeUi((ui) => ui.opened);
  const cursor = useCodeUi((ui) => cursorIn(ui.selection, opened?.itemId));
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
  const other = neighbourOf(coding, codings);
  const splits = cursor !== null && coding.start < cursor && cursor < coding.end;
  const close = () => {
    setCodeUi({ opened: null, noting: false });
    focusAnswer(opened.itemId);
  };
  const whole = { itemId: opened.itemId, anchor: coding.start, focus: coding.end };
  return (
    <Popover label="This extract" open onOpenChange={(open) => { if (!open) close(); }} anchor={anchor} className="opened">
      <p className="extract" dir="auto">{withMasks(answer.text, answer.masks, coding.start, Math.min(coding.end, coding.start + most)).toWellFormed()}{coding.end - coding.start > most && ' …'}</p>
      <ul>
        {same.map((each) => {
          const code = data.codeOf.get(each.codeId);
          return code && (
            <li key={each.id}>
              <Dot ink={code.ink} latent={code.kind === 'latent'} /><button type="button" className="link grow" title="Go to this code" onClick={() => { setCodeUi({ opened: null, collating: false }); usePlace.getState().go({ codeId: code.id }); focusAnswer(opened.itemId); }}>{code.name}</button>
              <Button size="sm" variant="quiet" onClick={() => setCodeUi({ opened: null, selection: whole, moving: each.id, choosing: true })} aria-label={`Move from ${code.name} to another code`}>Move</Button>
              <Button size="sm" variant="quiet" onClick={() => onRemove(each.id)} aria-label={`Remove from ${code.name}`}>Remove</Button>
            </li>
          );
        })}
      </ul>
      <Memo key={coding.id} coding={coding} name={data.codeOf.get(coding.codeId)?.name ?? ''} changes={changes} />
      <div className="opened-f">
        <Button size="sm" onClick={() => setCodeUi({ opened: null, selection: whole, choosing: true })}>Add a code</Button>
        {splits && <Button size="sm" keys={['S']} onClick={() => void changes.split(coding, cursor)}>Split before “{wordFrom(answer, cursor)}”</Button>}
        {other && <Button size="sm" onClick={() => void changes.join([coding, other])}>Join with {other.start >= coding.start ? 'the next' : 'the one before'}</Button>}
        <Button size="sm" variant="quiet" onClick={() => { setCodeUi({ opened: null, selection: whole }); focusAnswer(opened.itemId); }}>Select these words</Button>
      </div>
      <p className="micro muted hstack"><Kbds keys={['Alt', '→']} />end <Kbds keys={['Alt', 'Shift', '→']} />beginning, or drag the ends</p>
    </Popover>
  );
}

/** The word at an offset, short enough for a button. */
const wordFrom = ({ text, masks }: Answer, at: number): string => {
  const word = wordAt(text, at);
  return withMasks(text, masks, at, Math.min(word.end, at + 24)).toWellFormed();
};

function Memo({ coding, name, changes }: { coding: CodingRow; name: string; changes: Changes }) {
  const noting = useCodeUi((ui) => ui.noting);
  const draft = useDraftText(coding.note, (text) => void changes.note(coding, text));
  const [open, setOpen] = useState(coding.note !== '');
  if (!open && !noting) return <button type="button" className="link small" onClick={() => setOpen(true)}>Write a memo on this extract</button>;
  return <Field label={`Memo on this extract, under “${name}”`} multiline rows={2} maxLength={20_000} autoFocus={coding.note === '' || noting} placeholder="What you see in these words" {...draft} />;
}
