import { useQuery } from '../../data/useQuery.ts';
import { plural } from './board-model.ts';
import { moment } from './dates.ts';
import { PaneFrame } from './PaneFrame.tsx';

const kinds = { code: 'Codes', theme: 'Themes', analysis: 'Analyses' } as const;
const reviews = { none: '', asked: 'Review asked for', agreed: 'Agreed', change: 'Change asked for' } as const;

/** Every merge of the project, newest first: what became what, why, and what happened to the extracts. */
export function MergesPane() {
  const merges = useQuery('merge.list', {}).data ?? [];
  return (
    <PaneFrame label="Merges and their reasons" title={<h2>Merges and their reasons</h2>}>
      <div className="vstack tp">
        {merges.length === 0 && <p className="muted">Nothing was merged so far. Each merge will stand here with its reason.</p>}
        <ol className="away">
          {merges.toReversed().map((merge) => (
            <li key={merge.id}>
              <p className="muted small hstack"><span>{kinds[merge.kind]}, {moment(merge.at)}</span>{merge.review !== 'none' && <span className={`status ${merge.review}`}>{reviews[merge.review]}</span>}</p>
              <p>{merge.sources.map((source) => `“${source.name}”`).join(' + ')} became <b>“{merge.targetName}”</b></p>
              <p className="muted small">{plural(merge.moved, 'coding')} moved{merge.duplicates ? `, ${merge.duplicates} ${merge.duplicates === 1 ? 'extract was' : 'extracts were'} in more than one` : ''}</p>
              <p className="soft small">{merge.reason}</p>
            </li>
          ))}
        </ol>
      </div>
    </PaneFrame>
  );
}
