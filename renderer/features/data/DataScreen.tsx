import { type KeyboardEvent, useEffect } from 'react';
import { setOnScreen } from '../../state/onScreen.ts';
import { useHints } from '../../ui/hints.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { showDataTab, useDataUi } from './data-ui.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { tabs } from './tabs.ts';
import './data.css';

/** What the project holds: people and their numbers, questions, imports. Everything that comes in or goes for good is seen here. */
export function DataScreen() {
  const wanted = useDataUi((ui) => ui.tab);
  const at = Math.max(0, tabs.findIndex(({ key }) => key === wanted));
  const open = tabs[at];

  useEffect(() => setOnScreen({ context: '', links: [] }), []);
  const turn = (by: number) => {
    const next = tabs[(at + by + tabs.length) % tabs.length];
    if (next) showDataTab(next.key);
    return next;
  };
  useKeys({ '[': () => void turn(-1), ']': () => void turn(1) });
  const findable = open?.key === 'people';
  // The bar belongs to the identifiers while they are open: they have keys of their own.
  useHints([{ keys: [']'], or: ['['], text: 'Next section, previous one', bar: open?.key !== 'identifiers' }, ...(findable ? [{ keys: ['/'], text: 'Find a person' }] : [])], 'Data');
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const next = turn(event.key === 'ArrowLeft' ? -1 : 1);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next?.key}"]`)?.focus();
  };

  return (
    <div className="main has-tabs data-screen">
      <div className="tabs pane data-tabs">
        <div role="tablist" aria-label="Data" className="data-tablist" onKeyDown={walk}>
          {tabs.map(({ key, label }) => (
            <button
              key={key}
              type="button"
              role="tab"
              id={`data-tab-${key}`}
              data-tab={key}
              className={`tab ${key === open?.key ? 'is-on' : ''}`}
              aria-selected={key === open?.key}
              aria-controls="data-panel"
              tabIndex={key === open?.key ? 0 : -1}
              onClick={() => showDataTab(key)}
            >
              {label}
            </button>
          ))}
        </div>
      </div>
      <section className="pane is-paper data-panel" role="tabpanel" id="data-panel" aria-labelledby={`data-tab-${open?.key}`}>
        {open && <open.Body key={open.key} />}
      </section>
      <DeleteDialog />
    </div>
  );
}
