import { useEffect, useMemo, useRef, useState } from 'react';
import type { DiaryEntry } from '../../../shared/contract/record.ts';
import { useQuery } from '../../data/useQuery.ts';
import { setOnScreen } from '../../state/onScreen.ts';
import { Button, Empty } from '../../ui/index.ts';
import { useHints } from '../../ui/hints.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { Composer, emptyDraft } from './Composer.tsx';
import { dayKey, longDay } from './dates.ts';
import { EntryView } from './EntryView.tsx';
import { FilterPane } from './FilterPane.tsx';
import { type Filter, passes } from './filters.ts';
import { TeamPane } from './TeamPane.tsx';
import { triggers } from './triggers.ts';
import { useEntryActions } from './useEntryActions.ts';
import { useDiaryFocus, useDrafts, useKeep } from './useKeep.ts';
import './diary.css';

/** The reflexive diary: write, read by day, choose for the report, and prepare the next team talk. */
export function DiaryScreen() {
  const { data: entries, loading } = useQuery('diary.list', {});
  const draft = useDrafts((state) => state.screen);
  const [filter, setFilter] = useState<Filter>({ kind: 'all' });
  const [currentId, setCurrentId] = useState<number | null>(null);
  const actions = useEntryActions();
  const keep = useKeep();
  const field = useRef<HTMLTextAreaElement>(null);
  const wanted = useDiaryFocus((state) => state.entryId);

  const shown = useMemo(() => entries?.filter((entry) => passes(entry, filter)) ?? [], [entries, filter]);
  const days = useMemo(() => [...Map.groupBy(shown, (entry) => dayKey(entry.at)).values()], [shown]);
  const current = shown.find((entry) => entry.id === currentId) ?? shown[0];

  useEffect(() => setOnScreen({ context: '', links: [] }), []);

  const show = (entry: DiaryEntry | undefined) => {
    if (!entry) return;
    if (!passes(entry, filter)) setFilter({ kind: 'all' });
    setCurrentId(entry.id);
    setTimeout(() => {
      const article = document.querySelector<HTMLElement>(`[data-entry="${entry.id}"]`);
      article?.focus({ preventScroll: true });
      article?.scrollIntoView({ block: 'nearest' });
    }, 0);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per wish, as soon as the entries are here
  useEffect(() => {
    const entry = entries?.find((each) => each.id === wanted);
    if (!entry) return;
    useDiaryFocus.setState({ entryId: null });
    show(entry);
  }, [wanted, entries]);

  const step = (by: number) =>
    show(currentId === null && by > 0 ? shown[0] : shown[Math.min(shown.length - 1, Math.max(0, shown.findIndex((entry) => entry.id === current?.id) + by))]);
  const onCurrent = (act: (entry: DiaryEntry) => void) => () => (current ? act(current) : false);
  const write = () => field.current?.focus();
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    n: write,
    'Ctrl+j': write,
    e: onCurrent(actions.edit),
    t: onCurrent(actions.toggleDiscuss),
    d: onCurrent(actions.discuss),
    r: onCurrent(actions.toggleReport),
    Delete: onCurrent((entry) => void actions.remove(entry)),
    Backspace: onCurrent((entry) => void actions.remove(entry)),
    ...Object.fromEntries(triggers.map(({ trigger }, index) => [String(index + 1), onCurrent((entry) => actions.setTrigger(entry, trigger))])),
  });
  useHints(
    [
      { keys: ['Ctrl', 'J'], text: 'New entry from anywhere' },
      { keys: ['J'], text: 'Next entry' },
      { keys: ['K'], text: 'Previous entry', bar: false },
      { keys: ['1–6'], text: 'Set the type' },
      { keys: ['T'], text: 'To discuss' },
      { keys: ['D'], text: 'Mark as discussed' },
      { keys: ['E'], text: 'Change the entry' },
      { keys: ['R'], text: 'In the report or not' },
      { keys: ['Del'], text: 'Remove', bar: false },
      { keys: ['Alt', '1–6'], text: 'Set the type while writing', bar: false },
      { keys: ['Alt', 'L'], text: 'Link an extract, a code or a theme', bar: false },
      { keys: ['Ctrl', 'Enter'], text: 'Keep what you wrote', bar: false },
    ],
    'Diary',
  );

  return (
    <div className="panes dy">
      <FilterPane entries={entries ?? []} filter={filter} onFilter={setFilter} />
      <section className="pane is-paper" aria-label="Entries">
        <div className="dcol">
          <Composer
            fieldRef={field}
            draft={draft}
            onChange={(screen) => useDrafts.setState({ screen })}
            onSave={async (written) => {
              const id = await keep(written, '');
              if (id === null) return false;
              useDrafts.setState({ screen: emptyDraft });
              setFilter({ kind: 'all' });
              return true;
            }}
          />
          {!loading && entries?.length === 0 && (
            <div className="diary-empty">
              <Empty
                title="Your diary is empty"
                picture={<DiaryPicture />}
                action={
                  <Button variant="primary" onClick={write}>
                    Write an entry
                  </Button>
                }
              >
                Write what you feel, wonder, decide or take for granted while you read. It makes your part in the analysis visible, and pieces of it can go in
                the report.
              </Empty>
            </div>
          )}
          {entries && entries.length > 0 && shown.length === 0 && (
            <div className="diary-empty">
              <Empty title="No entry of this kind" action={<Button onClick={() => setFilter({ kind: 'all' })}>Show all entries</Button>}>
                The other entries are still here.
              </Empty>
            </div>
          )}
          {days.map((day) => (
            <section key={dayKey(day[0]?.at ?? '')} className="day-group">
              <h2 className="day">
                {longDay(day[0]?.at ?? '')}
                <span>{[...new Set(day.map((entry) => entry.context).filter(Boolean))].slice(0, 2).join(', ')}</span>
              </h2>
              {day.map((entry) => (
                <EntryView key={entry.id} entry={entry} actions={actions} current={entry.id === current?.id} onFocus={() => setCurrentId(entry.id)} />
              ))}
            </section>
          ))}
        </div>
      </section>
      <TeamPane entries={entries ?? []} onShow={show} />
    </div>
  );
}

const DiaryPicture = () => (
  <svg width="200" height="66" fill="none" aria-hidden>
    <rect x="4.5" y="3.5" width="96" height="60" rx="6" stroke="var(--line-control)" fill="var(--panel)" />
    <path d="M22 4v59" stroke="var(--line-control)" />
    <path d="M34 18h52M34 30h40M34 42h48" stroke="var(--line-control)" strokeWidth="2" strokeLinecap="round" />
    <path d="M86 42l36-30 8 9-36 29-11 3z" stroke="var(--accent)" strokeWidth="1.8" fill="var(--paper)" strokeLinejoin="round" />
  </svg>
);
