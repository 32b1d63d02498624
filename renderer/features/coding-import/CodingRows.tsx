import { useMemo, useRef, useState } from 'react';
import type { CodingFileRow, CodingInspection } from '../../../shared/domain/coding-import.ts';
import { Button } from '../../ui/index.ts';
import { useHints } from '../../ui/hints.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { type Decision, groupsOf, needsLook, type RowGroup, rowKey, verbatimElsewhere } from './decisions.ts';
import { RowCard } from './RowCard.tsx';
import { type Item, RowList, type RowListHandle } from './RowList.tsx';
import type { CodingImport } from './useCodingImport.ts';
import { many } from './words.ts';

const heads: Readonly<Record<RowGroup['key'], { title: (rows: number) => string; about: string }>> = {
  look: { title: (rows) => `${many(rows, 'quote')} to look at`, about: 'Nearly the same words, or the same words somewhere else than the table says. You decide.' },
  missing: { title: (rows) => `${rows.toLocaleString('en-GB')} not found`, about: 'No answer comes near. They stay out unless you find the place by hand.' },
  incomplete: { title: (rows) => `${rows.toLocaleString('en-GB')} incomplete`, about: 'Something is missing in the row itself. They stay out.' },
  forgiving: { title: (rows) => `${rows.toLocaleString('en-GB')} found with other spaces or quotation marks`, about: 'The words are the same. The extract is what stands in the answer.' },
  exact: { title: (rows) => `${rows.toLocaleString('en-GB')} found as written`, about: 'Word for word.' },
};

/** The rows of the file: first what has to be looked at, then what was found. J and K move, Y and N decide, F finds by hand. */
export function CodingRows({ importing, inspection }: { importing: CodingImport; inspection: CodingInspection }) {
  const { decisions, decide } = importing;
  const groups = useMemo(() => groupsOf(inspection.rows), [inspection]);
  const cards = useMemo(() => inspection.rows.filter((row) => needsLook(row.state) || row.state === 'missing'), [inspection]);
  const looked = useMemo(() => groups.filter(({ key }) => key === 'look' || key === 'missing').flatMap(({ rows }) => rows), [groups]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => new Set(cards.length > 0 ? ['exact', 'forgiving'] : []));
  const [active, setActive] = useState<string | null>(looked[0] ? rowKey(looked[0]) : null);
  const [shown, setShown] = useState<ReadonlyMap<string, number>>(new Map());
  const [searching, setSearching] = useState<string | null>(null);
  const list = useRef<RowListHandle>(null);
  const row = looked.find((each) => rowKey(each) === active);

  const goTo = (next: CodingFileRow | undefined) => {
    if (!next) return;
    const group = needsLook(next.state) ? 'look' : 'missing';
    if (closed.has(group)) setClosed(new Set([...closed].filter((each) => each !== group)));
    setActive(rowKey(next));
    list.current?.show(rowKey(next));
  };
  const move = (by: 1 | -1) => goTo(row ? looked[looked.indexOf(row) + by] : looked[0]);
  /** Decides and goes on to the next row that nobody has decided about. */
  const settle = (decision: Decision) => {
    if (!row) return;
    decide([row], () => decision);
    const at = looked.indexOf(row);
    goTo([...looked.slice(at + 1), ...looked.slice(0, at)].find((each) => needsLook(each.state) && !decisions.has(rowKey(each))) ?? row);
  };
  const place = row?.places[shown.get(rowKey(row)) ?? 0];
  const choose = (index: number) => (row && index < row.places.length && row.places.length > 1 && !decisions.has(rowKey(row)) ? setShown(new Map(shown).set(rowKey(row), index)) : false);
  useKeys({
    j: () => move(1), k: () => move(-1),
    y: () => (row && place && !decisions.has(rowKey(row)) ? settle(place) : false),
    n: () => (row && place && !decisions.has(rowKey(row)) ? settle('none') : false),
    f: () => {
      if (!row) return false;
      setSearching(rowKey(row));
      return true;
    },
    ...Object.fromEntries([0, 1, 2, 3, 4, 5].map((index) => [String(index + 1), () => choose(index)])),
  });
  useHints(looked.length ? [{ keys: ['J'], or: ['K'], text: 'Next, previous' }, { keys: ['Y'], text: 'This is the place' }, { keys: ['N'], text: 'Not this' }, { keys: ['F'], text: 'Find by hand' }, { keys: ['1'], or: ['2'], text: 'Show another place' }, { keys: ['Ctrl', 'Enter'], text: 'Bring in' }] : [{ keys: ['Ctrl', 'Enter'], text: 'Bring in' }], 'Coding done elsewhere');

  const together = verbatimElsewhere(groups.find(({ key }) => key === 'look')?.rows ?? [], decisions);
  const takeTogether = <Button size="sm" onClick={() => decide(together, (each) => each.places[0])}>Take {many(together.length, 'quote')} where they stand word for word</Button>;
  const items = groups.flatMap(({ key, rows }): Item[] => {
    const open = !closed.has(key);
    const head: Item = { kind: 'head', group: key, title: heads[key].title(rows.length), about: heads[key].about, open, ...(key === 'look' && together.length > 1 ? { tools: takeTogether } : {}) };
    return [head, ...(open ? rows.map((each): Item => ({ kind: key === 'look' || key === 'missing' ? 'card' : 'line', row: each })) : [])];
  });
  const flip = (key: string) => setClosed(closed.has(key) ? new Set([...closed].filter((each) => each !== key)) : new Set([...closed, key]));
  return (
    <RowList
      handle={list} items={items} onFlip={flip}
      card={(each) => {
        const key = rowKey(each);
        return (
          <RowCard
            row={each} decision={decisions.get(key)} active={key === active} shown={shown.get(key) ?? 0} searching={searching === key}
            onActive={() => setActive(key)} onShow={(index) => setShown(new Map(shown).set(key, index))}
            onSearch={(open) => {
              setSearching(open ? key : null);
              if (!open) list.current?.show(key);
            }}
            onDecide={(decision) => decide([each], () => decision)}
          />
        );
      }}
    />
  );
}
