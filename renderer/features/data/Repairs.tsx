import { useState } from 'react';
import { useQuery } from '../../data/useQuery.ts';
import { Dialog } from '../../ui/index.ts';
import { many } from './words.ts';
import './repairs.css';

/** The record of damaged characters that imports repaired: each place with the characters before and after. Nothing where nothing was repaired. */
export function Repairs() {
  const [open, setOpen] = useState(false);
  const questions = useQuery('survey.repairs', { limit: open ? 500 : 0 }).data ?? [];
  const places = questions.reduce((sum, question) => sum + question.places, 0);
  if (places === 0) return null;
  return (
    <>
      <button type="button" className="link small" onClick={() => setOpen(true)}>
        {many(places, 'damaged place')} {places === 1 ? 'was' : 'were'} repaired
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Repaired characters" description={many(places, 'place')} className="repairs-dialog">
        <div className="dialog-b">
          {questions.map(({ questionId, shortName, places: count, samples }) => (
            <section key={questionId} aria-label={shortName}>
              <h3>
                {shortName} <span className="small muted">{many(count, 'place')}</span>
              </h3>
              <ul className="repairs">
                {samples.map(({ itemId, shown, start, before, after, left, right }) => (
                  <li key={`${itemId} ${start}`}>
                    <span className="pid clip" title={shown}>
                      {shown}
                    </span>
                    <bdi className="sample">
                      {left}
                      <del>{before}</del>
                      {after && <ins>{after.replaceAll('\n', '↵')}</ins>}
                      {right}
                    </bdi>
                  </li>
                ))}
              </ul>
              {samples.length < count && (
                <p className="small muted">
                  The first {samples.length} of {count}.
                </p>
              )}
            </section>
          ))}
        </div>
      </Dialog>
    </>
  );
}
