import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { SearchHit } from '../../../shared/contract/search.ts';
import type { QuestionRow } from '../../../shared/contract/survey.ts';
import { useSettings } from '../../state/settings.ts';
import { Check, Dot } from '../../ui/index.ts';
import { VersionNote } from '../../ui/VersionNote.tsx';
import { readSource } from '../familiarise/familiarise-ui.ts';
import { Hit } from '../palette/Marked.tsx';
import { isTicked, many, setSearchUi, tick, useSearchUi } from './search-ui.ts';
import type { Found } from './useFound.ts';

type Row =
  | { kind: 'question'; key: string; question: QuestionRow | undefined; number: number; answers: number | undefined }
  | { kind: 'hit'; key: number; hit: SearchHit; position: number };

interface Props {
  found: Found;
  questions: readonly QuestionRow[];
  onOpen: (hit: SearchHit) => void;
}

/** The hits under their questions, in their words; only those near the window are in the document. */
export function HitList({ found, questions, onOpen }: Props) {
  const { hits, count, more, loadMore } = found;
  const scroller = useRef<HTMLDivElement>(null);
  const itemId = useSearchUi((ui) => ui.itemId);
  const ticked = useSearchUi((ui) => ui.ticked);
  const textSize = useSettings((settings) => settings.textSize);
  const rows = useMemo(() => {
    const all: Row[] = [];
    hits.forEach((hit, index) => {
      if (hit.questionId !== hits[index - 1]?.questionId) {
        const at = questions.findIndex(({ id }) => id === hit.questionId);
        all.push({
          kind: 'question',
          key: `q${hit.questionId}`,
          question: questions[at],
          number: at + 1,
          answers: count?.questions.find((each) => each.questionId === hit.questionId)?.answers,
        });
      }
      all.push({ kind: 'hit', key: hit.itemId, hit, position: index + 1 });
    });
    return all;
  }, [hits, questions, count]);
  const current = rows.findIndex((row) => row.key === itemId);

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ((rows[index]?.kind === 'question' ? 46 : 104) * textSize) / 100,
    getItemKey: useCallback((index: number) => rows[index]?.key ?? index, [rows]),
    overscan: 6,
    // The hit in focus stays in the document, so that the focus survives scrolling.
    rangeExtractor: useCallback(
      (range: Range) => {
        const shown = defaultRangeExtractor(range);
        return current >= 0 && !shown.includes(current) ? [...shown, current].sort((a, b) => a - b) : shown;
      },
      [current],
    ),
  });
  const come = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only going somewhere scrolls
  useLayoutEffect(() => {
    const goes = come.current;
    come.current = true;
    if (current < 0) return;
    virtualizer.scrollToIndex(rows[current - 1]?.kind === 'question' ? current - 1 : current, { align: 'auto' });
    // Coming back shows the place where one was; the keyboard stays in the field.
    if (!goes) return;
    const inList = scroller.current?.contains(document.activeElement) || document.activeElement === document.body;
    if (inList)
      requestAnimationFrame(() => {
        if (useSearchUi.getState().itemId === itemId) focusHit(itemId);
      });
  }, [itemId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text size means other heights
  useEffect(() => virtualizer.measure(), [textSize]);

  const shown = virtualizer.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && lastShown > rows.length - 30) loadMore();
  }, [more, lastShown, rows.length, loadMore]);

  return (
    <div ref={scroller} className="se-hits">
      <div className="se-hits-in" role="group" aria-label="Answers found" style={{ height: virtualizer.getTotalSize() }}>
        {shown.map((place) => {
          const row = rows[place.index];
          if (!row) return null;
          return (
            <div
              key={place.key}
              ref={virtualizer.measureElement}
              data-index={place.index}
              className="se-row"
              style={{ transform: `translateY(${place.start}px)` }}
            >
              {row.kind === 'question' ? (
                <h2 className="se-q">
                  <span className="qn">Q{row.number}</span>{' '}
                  <span className="clip" title={row.question?.wording}>
                    {row.question?.shortName}
                  </span>{' '}
                  {row.answers !== undefined && <span className="count">{many(row.answers, 'answer', 'answers')}</span>}
                </h2>
              ) : (
                <HitView
                  hit={row.hit}
                  position={row.position}
                  total={count?.answers ?? -1}
                  current={row.key === itemId || (itemId === null && row.position === 1)}
                  ticked={isTicked(ticked, row.hit.itemId)}
                  onOpen={onOpen}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Puts the keyboard on a hit. */
export const focusHit = (itemId: number | null): void => document.querySelector<HTMLElement>(`[data-hit="${itemId}"]`)?.focus({ preventScroll: true });

interface HitProps {
  hit: SearchHit;
  position: number;
  total: number;
  current: boolean;
  ticked: boolean;
  onOpen: (hit: SearchHit) => void;
}

const HitView = memo(function HitView({ hit, position, total, current, ticked, onOpen }: HitProps) {
  const codes = hit.codes.map((code) => code.name).join(', ');
  return (
    <article
      className={`se-hit ${current ? 'is-current' : ''} ${ticked ? '' : 'is-left'}`}
      data-hit={hit.itemId}
      tabIndex={current ? 0 : -1}
      aria-posinset={position}
      aria-setsize={total}
      aria-current={current ? 'true' : undefined}
      aria-label={`${hit.shown}, ${ticked ? 'ticked' : 'not ticked'}${hit.places.length > 1 ? `, ${hit.places.length} places` : ''}${codes ? `. Coded: ${codes}` : ''}`}
      onFocus={(event) => {
        if (event.target === event.currentTarget) setSearchUi({ itemId: hit.itemId });
      }}
    >
      <Check className="se-tick" checked={ticked} onChange={() => tick(hit.itemId)} label={`Code the answer of ${hit.shown} too`} hideLabel />
      <div className="se-hit-b">
        <header>
          <button type="button" className="pid" tabIndex={-1} title={hit.document ? `Everything in ${hit.document.title} (P)` : `Everything ${hit.shown} wrote (P)`} onClick={() => readSource(hit)}>
            {hit.shown}
          </button>
          <VersionNote version={hit.version} latest={hit.latest} since={hit.since} />
          {hit.places.length > 1 && <span className="muted">{hit.places.length} places</span>}
          {hit.codes.slice(0, 3).map((code) => (
            <span key={code.id} className="tag clip">
              <Dot ink={code.ink} latent={code.kind === 'latent'} />
              <span className="clip">{code.name}</span>
            </span>
          ))}
          {hit.codes.length > 3 && <span className="muted">and {hit.codes.length - 3} more</span>}
          <button type="button" className="link push" tabIndex={-1} onClick={() => onOpen(hit)}>
            Open
          </button>
        </header>
        <p className="extract" dir="auto" onDoubleClick={() => onOpen(hit)}>
          <Hit hit={hit} />
        </p>
      </div>
    </article>
  );
});
