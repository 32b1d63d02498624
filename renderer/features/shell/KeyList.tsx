import { useState } from 'react';
import { type Hint, useHintStore } from '../../ui/hints.ts';
import { Dialog, Kbds, SearchBox } from '../../ui/index.ts';

/** All keys, as the screens have registered them: everywhere, here, and on the other screens seen so far. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const { known, stack } = useHintStore();
  const [wanted, setWanted] = useState('');
  const here = stack.toReversed().find(({ screen }) => screen !== '' && screen !== 'Everywhere')?.screen;
  const order = (screen: string) => (screen === 'Everywhere' ? 0 : screen === here ? 1 : 2);
  const matches = (hint: Hint) => `${hint.text} ${hint.keys.join(' ')} ${hint.or?.join(' ') ?? ''}`.toLowerCase().includes(wanted.trim().toLowerCase());
  const groups = Object.entries(known)
    .map(([screen, hints]) => ({ screen, hints: hints.filter(matches) }))
    .filter(({ hints }) => hints.length > 0)
    .sort((left, right) => order(left.screen) - order(right.screen));

  return (
    <Dialog
      open
      onClose={onClose}
      title="Keyboard"
      description="Everything can be done without a mouse."
      className="ks"
      tools={<SearchBox label="Find a key or an action" value={wanted} onChange={setWanted} autoFocus />}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className="ks-groups" tabIndex={0} role="region" aria-label="All keys">
        <div className="ks-columns">
          {groups.map(({ screen, hints }) => (
            <section key={screen} aria-label={screen}>
              <h3>{screen}</h3>
              {hints.map((hint) => (
                <div className="kr" key={hint.text}>
                  <span>{hint.text}</span>
                  <span>
                    <Kbds keys={hint.or ? [hint.keys, hint.or] : hint.keys} />
                  </span>
                </div>
              ))}
            </section>
          ))}
        </div>
        {groups.length === 0 && <p className="muted">No key does that.</p>}
      </div>
    </Dialog>
  );
}
