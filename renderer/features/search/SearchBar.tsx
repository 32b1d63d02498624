import { Search } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { SearchMode } from '../../../shared/domain/search/query.ts';
import { Check, Kbd, Segmented } from '../../ui/index.ts';
import { DrawerButton } from '../shell/DrawerButton.tsx';
import { askFor, isTicked, many, setSearchUi, sources, tickAll, useSearchUi } from './search-ui.ts';
import type { Found } from './useFound.ts';

const modes: { value: SearchMode; label: string }[] = [
  { value: 'beginnings', label: 'Words beginning with' },
  { value: 'words', label: 'Exact words' },
  { value: 'anywhere', label: 'Anywhere' },
];

/** What is looked for, how it is meant, and how much of it there is. */
export function SearchBar({ found, onDown }: { found: Found; onDown: () => void }) {
  const { text, mode, asked, ticked } = useSearchUi();
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again, the field takes the keyboard again
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  const { count, hits } = found;
  const all = ticked.all ? ticked.but.size === 0 : hits.length > 0 && hits.every((hit) => isTicked(ticked, hit.itemId)) && !found.more;
  const none = !ticked.all && ticked.but.size === 0;
  return (
    <header className="se-head">
      <h1 className="vh">Search all answers</h1>
      <div className="se-top">
        <DrawerButton side="left" label="Where to search" />
        <div className="input se-field">
          <Search size={16} aria-hidden />
          <input
            ref={field}
            type="search"
            aria-label="Search all answers"
            placeholder="Search what people wrote"
            value={text}
            maxLength={500}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => askFor({ text: event.target.value })}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'ArrowDown' || event.key === 'Enter') {
                event.preventDefault();
                onDown();
              } else if (event.key === 'Escape' && text !== '') {
                event.preventDefault();
                askFor({ text: '' });
              }
            }}
          />
          {text === '' && <Kbd>/</Kbd>}
        </div>
        <DrawerButton side="right" label="Code them" />
      </div>
      <div className="se-how">
        <Segmented label="How words are meant" value={mode} options={modes} onChange={(value) => askFor({ mode: value })} />
        <p className="small muted" role="status">
          {text.trim() === '' ? '' : sentence(found)}
        </p>
        {hits.length > 0 && (
          <Check
            className="push"
            checked={all ? true : none ? false : 'mixed'}
            onChange={tickAll}
            label={count && count.answers > 1 ? `All ${count.answers.toLocaleString('en')}` : 'All'}
          />
        )}
      </div>
    </header>
  );
}

function sentence({ count, atLeast, loading, hits }: Found): string {
  if (loading && hits.length === 0) return '';
  if (!count) return `At least ${many(atLeast, 'answer', 'answers')}`;
  if (count.answers === 0) return 'Nothing found';
  const places = count.places > count.answers ? `, ${many(count.places, 'place', 'places')}` : '';
  return `${many(count.answers, 'answer', 'answers')} from ${sources(count)}${places}`;
}

/** What to do where nothing is found, or nothing is asked yet. */
export const searchHelp: readonly [typed: string, meaning: string][] = [
  ['tea repair', 'answers with both words'],
  ['“every week”', 'these words in this order'],
  ['“café”', 'with this accent; café alone finds cafe too'],
  ['repair*', 'words that begin so'],
  ['tea -kettle', 'the first without the second'],
  ['tea OR coffee', 'either of the two'],
];

export const modeFor = (mode: SearchMode): void => {
  askFor({ mode });
  setSearchUi({ asked: useSearchUi.getState().asked + 1 });
};
