import { Check, MessageSquarePlus } from 'lucide-react';
import { memo, useMemo, useRef } from 'react';
import type { Noticing } from '../../../shared/contract/reading.ts';
import type { Answer } from '../../../shared/contract/survey.ts';
import { IconButton, Tooltip, VersionNote, Words } from '../../ui/index.ts';
import { usePlace } from '../../state/place.ts';
import { readQuestion, readSource, setFamiliariseUi, type Writing } from './familiarise-ui.ts';
import { isSpaced } from '../code/marks.ts';
import { SelectionGrips } from '../code/SelectionGrips.tsx';
import { MarginNotes } from './MarginNotes.tsx';
import { cutAtNotes } from './pieces.ts';
import { useMarking } from './useMarking.ts';

interface Props {
  answer: Answer;
  /** The person or document, or (with one of them open) the question or part; `whole` is the question's full wording. */
  heading: string; about: string; whole: string | undefined;
  read: boolean; current: boolean; notes: readonly Noticing[]; writing: Writing | null; position: number; total: number;
}

/** One answer: its words, dotted where something was noticed, and the notes beside them. */
export const ReadAnswer = memo(function ReadAnswer({ answer, heading, about, whole, read, current, notes, writing, position, total }: Props) {
  const article = useRef<HTMLElement>(null);
  const mark = useMarking();
  const marked = useMemo(() => (writing && writing.noticingId === null ? [...notes, { id: 0, start: writing.start, end: writing.end }] : notes), [notes, writing]);
  const pieces = useMemo(() => cutAtNotes(answer.text, marked), [answer.text, marked]);
  const noted = notes.length === 0 ? '' : notes.length === 1 ? ', 1 note' : `, ${notes.length} notes`;
  const open = () => (whole === undefined ? readSource(answer) : readQuestion(answer.questionId, answer.itemId));
  const write = () => {
    usePlace.getState().go({ itemId: answer.itemId });
    setFamiliariseUi({ notes: true, writing: { itemId: answer.itemId, start: 0, end: answer.text.length, noticingId: null } });
  };
  return (
    <article
      ref={article} className={`resp ${current ? 'is-current' : ''} ${read ? 'is-read' : ''}`} data-item={answer.itemId} tabIndex={current ? 0 : -1} aria-posinset={position} aria-setsize={total}
      aria-label={`${heading}${about ? `, ${about}` : ''}. ${read ? 'Read' : 'Unread'}${noted}`}
    >
      <Tooltip text={read ? 'Mark as unread' : 'Mark as read'} keys={['R']} side="left">
        <button type="button" className={`rd ${read ? 'read' : ''}`} tabIndex={-1} aria-pressed={read} aria-label={`${heading}: read`} onClick={() => void mark(answer.itemId, !read)}>{read ? <Check size={13} strokeWidth={2.8} aria-hidden /> : <i />}</button>
      </Tooltip>
      <header className="resp-h">
        <button type="button" className="pid" tabIndex={-1} title={whole === undefined ? (answer.document ? `Everything in ${answer.document.title}` : `Everything ${heading} wrote`) : 'All answers to this question'} onClick={open}>{heading}</button>
        <span className="fam-about" title={whole}>{about}</span><VersionNote {...answer} />
        <IconButton size="sm" className="fam-add" label="Note in the margin" keys={['M']} tabIndex={-1} icon={<MessageSquarePlus size={14} />} onClick={write} />
      </header>
      <p className={`data ${isSpaced(answer.text) ? 'is-spaced' : ''}`} data-text={answer.itemId} dir="auto">
        {pieces.map((piece) => (piece.notes.length === 0 ? <Words key={piece.start} text={piece.text} start={piece.start} masks={answer.masks} /> : <span key={piece.start} className="noted" data-notes={piece.notes.join(' ')}><Words text={piece.text} start={piece.start} masks={answer.masks} /></span>))}
      </p>
      <SelectionGrips article={article} itemId={answer.itemId} text={answer.text} />
      <MarginNotes answer={answer} notes={notes} writing={writing} />
    </article>
  );
});
