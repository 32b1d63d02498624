import { MessageSquare, StickyNote } from 'lucide-react';
import { memo, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Answer } from '../../../shared/contract/survey.ts';
import type { Noticing } from '../../../shared/contract/reading.ts';
import type { CodingRow } from '../../../shared/domain/types.ts';
import { useSettings } from '../../state/settings.ts';
import { VersionNote, Words } from '../../ui/index.ts';
import { readSource } from '../familiarise/familiarise-ui.ts';
import { litOf, setCodeUi, useCodeUi } from './code-ui.ts';
import { ExtractEnds } from './ExtractEnds.tsx';
import { SelectionGrips } from './SelectionGrips.tsx';
import { type Bracket, layoutMargin, type MarkBox } from './margin.ts';
import { type CodeLook, cutPieces, isSpaced, layMarks, type Mark, type Piece, roomyLevels, shortest } from './marks.ts';

interface Props {
  answer: Answer; shown: string; about: string; codings: readonly CodingRow[]; notes: readonly Noticing[]; looks: ReadonlyMap<number, CodeLook>;
  current: boolean; nothing: boolean; brackets: boolean; position: number; total: number;
  onOpen: (mark: Mark) => void; onReach: (codingId: number, range: { start: number; end: number }) => void; onNothing: (itemId: number, nothing: boolean) => void;
}

const none: readonly CodingRow[] = [];

/** One answer in the reading column: its words with underlines, brackets and labels beside them. */
export const AnswerView = memo(function AnswerView({ answer, shown, about, codings = none, notes, looks, current, nothing, brackets, position, total, onOpen, onReach, onNothing }: Props) {
  const marks = useMemo(() => layMarks(codings, looks), [codings, looks]);
  const pieces = useMemo(() => cutPieces(answer.text, marks), [answer.text, marks]);
  // Only answers that hold what is hot are drawn again.
  const hot = useCodeUi((ui) => {
    const lit = litOf(ui);
    return lit && marks.some((mark) => isHot(mark, lit)) ? lit : null;
  });
  const held = useCodeUi((ui) => marks.find((mark) => mark.codingId === ui.walked?.codingId));
  const article = useRef<HTMLElement>(null);
  const margin = useMargin(article, marks, brackets, held?.codingId ?? null);
  const dense = marks.some((mark) => (mark.level ?? 0) >= roomyLevels);
  const names = [...new Set(marks.map((mark) => mark.name))];
  return (
    <article
      ref={article} className={`resp ${current ? 'is-current' : ''}`} data-item={answer.itemId} tabIndex={current ? 0 : -1} aria-posinset={position} aria-setsize={total}
      aria-label={`${shown}${about ? `, ${about}` : ''}. ${names.length ? `Coded: ${names.join(', ')}` : nothing ? 'Nothing to code here' : 'Not coded yet'}${notes.length === 0 ? '' : notes.length === 1 ? '. 1 note from familiarising' : `. ${notes.length} notes from familiarising`}`}
    >
      <header className="resp-h">
        <button type="button" className="pid" tabIndex={-1} title={`Everything ${shown} wrote (P)`} onClick={() => readSource(answer)}>{shown}</button><span className="resp-about">{about}</span><VersionNote {...answer} />
        {notes.length > 0 && <button type="button" className="noticed" data-noticed={answer.itemId} tabIndex={-1} title="What you noticed here (O)" onClick={() => setCodeUi({ noticed: answer.itemId })}><MessageSquare size={13} aria-hidden />{notes.length === 1 ? '1 note' : `${notes.length} notes`}</button>}
        {marks.length === 0 && (
        <span className="state">{nothing ? 'nothing to code here' : 'not coded yet'}{current && <button type="button" className="link" title="N" onClick={() => onNothing(answer.itemId, !nothing)}>{nothing ? 'Code it after all' : 'Nothing to code here'}</button>}</span>
      )}
      </header>
      <p className={`data ${dense ? 'is-dense' : ''} ${isSpaced(answer.text) ? 'is-spaced' : ''}`} data-text={answer.itemId} dir="auto">
        {pieces.map((piece) => <PieceView key={piece.start} piece={piece} masks={answer.masks} hot={hot} />)}
      </p>
      <SelectionGrips article={article} itemId={answer.itemId} text={answer.text} />
      {held && <ExtractEnds article={article} mark={held} text={answer.text} onReach={onReach} />}
      {brackets && (
        <div className="margin" style={{ minHeight: margin.height }}>
          {margin.brackets.map((bracket) => {
            const mark = marks.find((each) => each.codingId === bracket.codingId);
            return mark && <BracketView key={bracket.codingId} bracket={bracket} mark={mark} hot={isHot(mark, hot)} held={mark === held} onOpen={onOpen} />;
          })}
        </div>
      )}
    </article>
  );
});

const isHot = (mark: Mark, hot: { codeId: number; codingId: number | null } | null): boolean =>
  hot !== null && (hot.codingId === null ? hot.codeId === mark.codeId : hot.codingId === mark.codingId);
const warm = (mark: Mark) => setCodeUi({ hot: { codeId: mark.codeId, codingId: mark.codingId } });
const cool = () => setCodeUi({ hot: null });

/** Nested spans, one per underline: the outermost is nearest to the words. */
function PieceView({ piece, masks, hot }: { piece: Piece; masks: Answer['masks']; hot: ReturnType<typeof useCodeUi.getState>['hot'] }) {
  const words = <Words text={piece.text} start={piece.start} masks={masks} />;
  if (piece.marks.length === 0) return words;
  const drawn = piece.marks.filter((mark) => mark.level !== null).sort((a, b) => (b.level ?? 0) - (a.level ?? 0));
  const inner = drawn.reduce<ReactNode>(
    (inside, mark) => <span key={mark.codingId} className={`m l${mark.level} ${isHot(mark, hot) ? 'is-hot' : ''}`} data-ink={mark.ink}>{inside}</span>,
    words,
  );
  const nearest = shortest(piece.marks);
  return (
    // The words stay selectable text; the reading column tells a press from a selection.
    <span className="piece" data-codings={piece.marks.map((mark) => mark.codingId).join(' ')} onMouseEnter={() => nearest && warm(nearest)} onMouseLeave={cool}>
      {inner}
    </span>
  );
}

function BracketView({ bracket, mark, hot, held, onOpen }: { bracket: Bracket; mark: Mark; hot: boolean; /** In focus: its name is shown whole. */ held: boolean; onOpen: (mark: Mark) => void }) {
  const on = hot ? 'is-hot' : '';
  return (
    <>
      {bracket.lead && <i className="brk-lead" data-ink={mark.ink} style={bracket.lead} />}
      <i className={`brk ${on}`} data-ink={mark.ink} style={{ left: bracket.left, top: bracket.top, height: bracket.height }} />
      <button
        type="button" className={`brk-label ${on} ${held ? 'is-held' : ''} ${bracket.lines > 1 ? 'is-roomy' : ''}`} data-ink={mark.ink} data-coding={mark.codingId} tabIndex={-1} style={{ left: bracket.labelLeft, top: bracket.labelTop, maxWidth: `calc(100% - ${bracket.labelLeft}px)` }} title={mark.name}
        onClick={() => onOpen(mark)} onMouseEnter={() => warm(mark)} onMouseLeave={cool} onFocus={() => warm(mark)} onBlur={cool}
      >
        <i className={`dot ${mark.latent ? 'latent' : ''}`} /><span style={{ WebkitLineClamp: bracket.lines }}>{mark.name}</span>{mark.noted && <StickyNote size={11} aria-label="with a memo" />}
      </button>
    </>
  );
}

interface Places { boxes: readonly MarkBox[]; scale: number; end: number }
const nowhere: Places = { boxes: [], scale: 1, end: 0 };

/** Measures where the marks fell after layout, again whenever the column changes its width or the fonts arrive; and how many lines the label in focus needs. */
function useMargin(article: React.RefObject<HTMLElement | null>, marks: readonly Mark[], wanted: boolean, held: number | null) {
  const [places, setPlaces] = useState<Places>(nowhere);
  const [lines, setLines] = useState(1);
  useLayoutEffect(() => {
    const element = article.current;
    if (!element || !wanted || marks.length === 0) {
      setPlaces(nowhere);
      return undefined;
    }
    const measure = () => setPlaces({ boxes: boxesOf(element, marks), scale: useSettings.getState().textSize / 100, end: endOf(element) });
    measure();
    const text = element.querySelector('.data');
    if (!text || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(text);
    // Another typeface breaks lines elsewhere, often without making the text taller.
    document.fonts?.addEventListener('loadingdone', measure);
    return () => {
      observer.disconnect();
      document.fonts?.removeEventListener('loadingdone', measure);
    };
  }, [article, marks, wanted]);
  useLayoutEffect(() => {
    const name = held === null || places.boxes.length === 0 ? null : article.current?.querySelector(`[data-coding="${held}"] > span`);
    setLines(name ? Math.max(1, Math.round(name.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(name).lineHeight) || 1)) : 1);
  }, [article, held, places]);
  return useMemo(() => layoutMargin(places.boxes, places.scale, places.end, held === null ? null : { codingId: held, lines }), [places, held, lines]);
}

/** Where the words of an answer end, in pixels from its top. */
const endOf = (element: HTMLElement): number => (element.querySelector('.data')?.getBoundingClientRect().bottom ?? 0) - element.getBoundingClientRect().top;

function boxesOf(element: HTMLElement, marks: readonly Mark[]): MarkBox[] {
  const top = element.getBoundingClientRect().top;
  const rects = new Map<number, MarkBox>();
  for (const piece of element.querySelectorAll<HTMLElement>('[data-codings]')) {
    const lines = [...piece.getClientRects()].filter((line) => line.width > 0.5);
    for (const id of (piece.dataset.codings ?? '').split(' ').map(Number)) {
      const box = rects.get(id) ?? { codingId: id, top: Number.POSITIVE_INFINITY, bottom: 0, left: lines[0]?.left ?? 0 };
      for (const line of lines) {
        box.top = Math.min(box.top, line.top - top);
        box.bottom = Math.max(box.bottom, line.bottom - top);
      }
      rects.set(id, box);
    }
  }
  return marks.map((mark) => {
    const box = rects.get(mark.codingId);
    return box && Number.isFinite(box.top) ? box : { codingId: mark.codingId, top: 24, bottom: 50, left: 0 };
  });
}
