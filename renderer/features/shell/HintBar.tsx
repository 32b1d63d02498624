import { type Hint, useHintStore } from '../../ui/hints.ts';
import { Kbds } from '../../ui/index.ts';

/** Keys that fit the bar besides the two that are always there. */
const ROOM = 7;
const always: readonly Hint[] = [
  { keys: ['Ctrl', 'J'], text: 'Diary note' },
  { keys: ['?'], text: 'All keys' },
];
const same = (left: Hint, right: Hint) => left.keys.join('+') === right.keys.join('+');

/** The keys that matter on this screen. */
export function HintBar() {
  const stack = useHintStore((state) => state.stack);
  const newest = stack.toReversed().find(({ hints }) => hints.some((hint) => hint.bar !== false));
  const own = (newest?.hints ?? []).filter((hint) => hint.bar !== false && !always.some((each) => same(each, hint))).slice(0, ROOM);
  return (
    <footer className="hints" aria-label="Keys">
      {/* Those without room wrap out of sight; the last two always stay. */}
      <div className="hints-own">{own.map(shown)}</div>
      {always.map(shown)}
    </footer>
  );
}

const shown = (hint: Hint) => (
  <span key={hint.keys.join('+')}>
    <Kbds keys={hint.keys} />
    {hint.text}
  </span>
);
