import { useState } from 'react';
import type { DiaryEntry } from '../../../shared/contract/record.ts';
import { Check } from '../../ui/index.ts';
import { shortDay } from './dates.ts';
import { DiscussForm } from './DiscussForm.tsx';
import { firstSentence, isDiscussed } from './filters.ts';
import { triggerOf } from './triggers.ts';

/** For the next team talk, and what came of the ones before. */
export function TeamPane({ entries, onShow }: { entries: readonly DiaryEntry[]; onShow: (entry: DiaryEntry) => void }) {
  const [ticked, setTicked] = useState<number | null>(null);
  const waiting = entries.filter((entry) => entry.toDiscuss);
  const talks = Map.groupBy(
    entries.filter((entry) => isDiscussed(entry) && !entry.toDiscuss).toSorted((left, right) => right.discussedOn.localeCompare(left.discussedOn)),
    (entry) => `Discussed on ${shortDay(entry.discussedOn)}, with ${entry.discussedWith}`,
  );

  return (
    <section className="pane" aria-label="For the next team talk">
      <div className="pane-h">
        <h2>For the next team talk</h2>
        <span className="muted num">{waiting.length}</span>
      </div>
      <div className="team-list">
        {waiting.length === 0 && (
          <p className="small muted team-none">Nothing is waiting. Mark an entry as to discuss, and it stands here until you have talked about it.</p>
        )}
        {waiting.map((entry) => (
          <div className="tk" key={entry.id}>
            <Check
              hideLabel
              label={`Mark as discussed: ${firstSentence(entry.text)}`}
              checked={ticked === entry.id}
              onChange={(on) => setTicked(on ? entry.id : null)}
            />
            <button type="button" className="tk-t" onClick={() => onShow(entry)}>
              {firstSentence(entry.text)}
            </button>
            <small>
              {triggerOf(entry.trigger).name}, {shortDay(entry.at)}
            </small>
            {ticked === entry.id && <DiscussForm entry={entry} onDone={() => setTicked(null)} />}
          </div>
        ))}
        {[...talks].map(([talk, discussed]) => (
          <section key={talk} aria-label={talk}>
            <h3 className="sect-h">{talk}</h3>
            {discussed.map((entry) => (
              <div className="tk done" key={entry.id}>
                <span className="check is-on" aria-hidden>
                  <svg
                    width="12"
                    height="12"
                    viewBox="0 0 24 24"
                    fill="none"
                    stroke="currentColor"
                    strokeWidth="3"
                    strokeLinecap="round"
                    strokeLinejoin="round"
                    aria-hidden
                  >
                    <path d="M20 6 9 17l-5-5" />
                  </svg>
                </span>
                <button type="button" className="tk-t" onClick={() => onShow(entry)}>
                  {firstSentence(entry.text)}
                </button>
                {entry.outcome !== '' && <small>{entry.outcome}</small>}
              </div>
            ))}
          </section>
        ))}
      </div>
    </section>
  );
}
