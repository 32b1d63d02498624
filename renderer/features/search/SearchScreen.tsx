import { useEffect, useMemo, useRef, useState } from 'react';
import type { SearchHit } from '../../../shared/contract/search.ts';
import { useQuery } from '../../data/useQuery.ts';
import { setOnScreen } from '../../state/onScreen.ts';
import { Button, Empty } from '../../ui/index.ts';
import { useCommands } from '../../ui/commands.ts';
import { useHints } from '../../ui/hints.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { foldDrawers, unfold, useDrawers } from '../shell/drawers.ts';
import { readSource } from '../familiarise/familiarise-ui.ts';
import { CodeThemPane } from './CodeThemPane.tsx';
import { focusHit, HitList } from './HitList.tsx';
import { openHit } from './open-hit.ts';
import { modeFor, SearchBar, searchHelp } from './SearchBar.tsx';
import { enterSearch, isFiltered, openSearch, setSearchUi, showEverything, tick, tickAll, useSearchUi, whatOf } from './search-ui.ts';
import { SearchFilters } from './SearchFilters.tsx';
import { type Found, useFound } from './useFound.ts';
import '../code/code.css';
import '../diary/diary.css';
import './search.css';

/** Search all answers: words in context, and all of them coded as one step. */
export function SearchScreen() {
  useState(enterSearch);
  const { text, mode, questionId, analysisId, attribute, coding, itemId } = useSearchUi();
  const what = useMemo(() => whatOf({ text, mode, questionId, analysisId, attribute, coding }), [text, mode, questionId, analysisId, attribute, coding]);
  const found = useFound(what);
  const questions = useQuery('survey.questions', {}).data ?? none;
  const code = useRef<HTMLInputElement>(null);
  const { hits } = found;
  const current = hits.find((hit) => hit.itemId === itemId) ?? hits[0];

  useEffect(
    () => setOnScreen({ context: 'Searching all answers', links: current ? [{ kind: 'extract', id: current.itemId, ...wordsOf(current) }] : [] }),
    [current],
  );
  const goTo = (hit: SearchHit | undefined) => {
    if (!hit) return;
    setSearchUi({ itemId: hit.itemId });
    focusHit(hit.itemId);
  };
  const step = (by: 1 | -1) => () => {
    if (itemId === null || !hits.some((hit) => hit.itemId === itemId)) return goTo(hits[0]);
    return goTo(hits[hits.findIndex((hit) => hit.itemId === itemId) + by] ?? current);
  };
  /** Back from the codes to the hits. */
  const leave = () => {
    foldDrawers();
    if (current) goTo(current);
    else openSearch();
  };
  const onButton = (event: KeyboardEvent) => event.target instanceof Element && event.target.closest('button, select, [role="listbox"]') !== null;
  useKeys({
    j: step(1),
    k: step(-1),
    ArrowDown: step(1),
    ArrowUp: step(-1),
    Home: () => goTo(hits[0]),
    End: () => goTo(hits.at(-1)),
    Space: (event) => (onButton(event) || !current ? false : tick(current.itemId)),
    Enter: (event) => (onButton(event) || !current ? false : openHit(current)),
    'Ctrl+a': () => (hits.length === 0 ? false : tickAll()),
    c: () => { unfold('right'); code.current?.focus(); },
    p: () => (current ? readSource(current) : false),
    '/': () => openSearch(),
    Escape: () => openSearch(),
  });
  useHints(
    [
      { keys: ['J'], or: ['K'], text: 'Next, previous' },
      { keys: ['Space'], text: 'Tick or untick' },
      { keys: ['Ctrl', 'A'], text: 'All or none' },
      { keys: ['Enter'], text: 'Open in Code' },
      { keys: ['C'], text: 'Choose codes' },
      { keys: ['Ctrl', 'Enter'], text: 'Code them' },
      { keys: ['/'], text: 'Search for something else' },
      { keys: ['P'], text: 'All from this person', bar: false },
    ],
    'Search',
  );
  useCommands([{ id: 'search-everywhere', label: 'Search everywhere', run: showEverything }]);

  return (
    <div className="panes se" data-open={useDrawers((drawers) => drawers.open) ?? undefined}>
      <SearchFilters found={found} />
      <section className="pane is-paper" aria-label="Search">
        <SearchBar found={found} onDown={() => goTo(current)} />
        {what === null ? (
          <NothingAsked />
        ) : hits.length > 0 ? (
          <HitList key={JSON.stringify(what)} found={found} questions={questions} onOpen={openHit} />
        ) : (
          found.count && <NothingFound found={found} />
        )}
      </section>
      <CodeThemPane found={found} what={hits.length > 0 ? what : null} field={code} onLeave={leave} />
    </div>
  );
}

const none: readonly never[] = [];
const wordsOf = ({ places: [place] }: SearchHit) => ({ start: place?.start ?? 0, end: place?.end ?? 1 });

const NothingAsked = () => (
  <div className="se-none">
    <Empty title="Search what people wrote">
      Type words to find them in all answers. Capitals, accents, curly quotes and odd spaces make no difference: cafe finds café.
    </Empty>
    <dl>
      {searchHelp.map(([typed, meaning]) => (
        <div key={typed}>
          <dt>{typed}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  </div>
);

function NothingFound({ found }: { found: Found }) {
  const ui = useSearchUi();
  if (found.loading) return null;
  const words = ui.text.trim();
  return (
    <div className="se-none">
      <Empty
        title="Nothing found"
        action={
          <>
            {ui.mode !== 'anywhere' && <Button onClick={() => modeFor('anywhere')}>Look inside words too</Button>}
            {isFiltered(ui) && <Button onClick={showEverything}>Search everywhere</Button>}
          </>
        }
      >
        {/^[-–—]\S*$/.test(words)
          ? 'A word with a minus before it is left out. Type a word to look for as well.'
          : `No answer ${isFiltered(ui) ? 'among these ' : ''}has ${ui.mode === 'anywhere' ? '' : 'words like '}“${words}”${ui.mode === 'anywhere' ? ' in it' : ''}. Fewer words, or only the beginning of a word, find more.`}
      </Empty>
    </div>
  );
}
