import { useMemo, useState } from 'react';
import type { Answer } from '../../../shared/contract/survey.ts';
import { withMasks } from '../../../shared/domain/masks.ts';
import { wordAt } from '../../../shared/domain/text-range.ts';
import type { CodingRow } from '../../../shared/domain/types.ts';
import { usePlace } from '../../state/place.ts';
import { sourceName } from '../../data/source-name.ts';
import { Button, Dot, Field, Kbds, Popover } from '../../ui/index.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { readSource } from '../familiarise/familiarise-ui.ts';
import { useDraftText } from '../themes/useDraftText.ts';
import { cursorIn, focusAnswer, setCodeUi, useCodeUi } from './code-ui.ts';
import { rangeOf, textElement } from './dom-range.ts';
import { type Changes, neighbourOf } from './useChanges.ts';
import type { CodeData } from './useCodeData.ts';

/** Pixels that a handle stands out from its line: the mouse's, and below the line that for a finger. */
const grip = 6;
const roundGrip = 32;

/** UTF-16 code units of an extract that are shown. */
const most = 1_500;

interface Props { data: CodeData; changes: Changes; onRemove: (codingId: number) => void }

/** What a pressed underline, bracket or label is: its words, every code on the same stretch, its memo, and everything that can become of it. */
export function OpenedCoding({ data, changes, onRemove }: Props) {
  const opened = useCodeUi((ui) => ui.opened);
  const coding = data.codings.get(opened?.itemId ?? 0)?.find((each) => each.id === opened?.codingId);
  const answer = data.answerOf.get(opened?.itemId ?? 0);
  return coding && answer ? <Opened data={data} changes={changes} onRemove={onRemove} coding={coding} answer={answer} /> : null;
}

function Opened({ data, changes, onRemove, coding, answer }: Props & { coding: CodingRow; answer: Answer }) {
  const cursor = useCodeUi((ui) => cursorIn(ui.selection, answer.itemId));
  const dragging = useCodeUi((ui) => ui.dragging);
  const anchor = useMemo(() => ({
    current: {
      getBoundingClientRect: () => {
        const root = textElement(coding.itemId);
        const range = root ? rangeOf(root, coding.start, coding.end) : null;
        const box = range?.getBoundingClientRect?.();
        if (!box) return new DOMRect(200, 200, 0, 0);
        // The handles at both ends stay free as well.
        const below = useCodeUi.getState().touch ? roundGrip : grip;
        return new DOMRect(box.left, box.top - grip, box.width, box.height + grip + below);
      },
    },
  }), [coding]);
  const codings = data.codings.get(coding.itemId) ?? [];
  const same = codings.filter((each) => each.start === coding.start && each.end === coding.end);
  const other = neighbourOf(coding, codings);
  const splits = cursor !== null && coding.start < cursor && cursor < coding.end;
  const close = () => {
    setCodeUi({ opened: null, noting: false });
    focusAnswer(coding.itemId);
  };
  const whole = { itemId: coding.itemId, anchor: coding.start, focus: coding.end };
  const person = sourceName(answer, data.people);
  const move = (codingId: number) => setCodeUi({ opened: null, selection: whole, moving: codingId, choosing: true });
  const add = () => setCodeUi({ opened: null, selection: whole, choosing: true });

  // The keys that an extract in focus has in the answers, while the keyboard is in here.
  const here = (act: () => void) => (event: KeyboardEvent) => (event.target instanceof Element && event.target.closest('.opened') ? act() : false);
  const remove = here(() => onRemove(coding.id));
  useKeys({
    c: here(add), v: here(() => move(coding.id)), m: here(() => setCodeUi({ noting: true })), p: here(() => readSource(answer)), Backspace: remove, Delete: remove,
    s: here(() => { if (splits) void changes.split(coding, cursor); }), 'Shift+j': here(() => { if (other) void changes.join([coding, other]); }),
  }, { inDialogs: true });
  return (
    <Popover label="This extract" open onOpenChange={(open) => { if (!open) close(); }} anchor={anchor} className={`opened ${dragging ? 'is-aside' : ''}`}>
      <p className="extract" dir="auto">{withMasks(answer.text, answer.masks, coding.start, Math.min(coding.end, coding.start + most)).toWellFormed()}{coding.end - coding.start > most && ' …'}</p>
      <ul>
        {same.map((each) => {
          const code = data.codeOf.get(each.codeId);
          return code && (
            <li key={each.id}>
              <Dot ink={code.ink} latent={code.kind === 'latent'} /><button type="button" className="link grow" title="Go to this code" onClick={() => { setCodeUi({ opened: null, collating: false }); usePlace.getState().go({ codeId: code.id }); focusAnswer(coding.itemId); }}>{code.name}</button>
              <Button size="sm" variant="quiet" onClick={() => move(each.id)} aria-label={`Move from ${code.name} to another code`}>Move</Button>
              <Button size="sm" variant="quiet" onClick={() => onRemove(each.id)} aria-label={`Remove from ${code.name}`}>Remove</Button>
            </li>
          );
        })}
      </ul>
      <Memo key={coding.id} coding={coding} name={data.codeOf.get(coding.codeId)?.name ?? ''} changes={changes} />
      <div className="opened-f">
        <Button size="sm" onClick={add}>Add a code</Button>
        {splits && <Button size="sm" keys={['S']} onClick={() => void changes.split(coding, cursor)}>Split before “{wordFrom(answer, cursor)}”</Button>}
        {other && <Button size="sm" onClick={() => void changes.join([coding, other])}>Join with {other.start >= coding.start ? 'the next' : 'the one before'}</Button>}
        <Button size="sm" variant="quiet" onClick={() => { setCodeUi({ opened: null, selection: whole }); focusAnswer(coding.itemId); }}>Select these words</Button>
      </div>
      <p className="micro muted hstack"><Kbds keys={['Alt', '→']} />end <Kbds keys={['Alt', 'Shift', '→']} />beginning, or drag the ends</p>
      <button type="button" className="micro muted hstack" onClick={() => readSource(answer)}><Kbds keys={['P']} />{answer.document ? `everything in ${answer.document.title}` : `everything ${person} wrote`}</button>
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
