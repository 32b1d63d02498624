import { useMemo } from 'react';
import type { FoundPlace } from '../../../shared/domain/coding-import.ts';
import { type DiffPart, wordDiff } from '../../../shared/domain/word-diff.ts';

function Parts({ parts, kind }: { parts: readonly DiffPart[]; kind: 'del' | 'ins' }) {
  return parts.map(({ text, same }, index) => {
    const key = `${index}${text}`;
    if (same || text.trim() === '') return <span key={key}>{text}</span>;
    return kind === 'del' ? <del key={key} className="ci-del">{text}</del> : <ins key={key} className="ci-ins">{text}</ins>;
  });
}

/** The words of the table above those of the answer, with what differs marked in both. */
export function Compared({ extract, place }: { extract: string; place: FoundPlace | undefined }) {
  const diff = useMemo(() => (place ? wordDiff(extract.trim(), place.match) : undefined), [extract, place]);
  return (
    <dl className="ci-pair">
      <dt>The table</dt>
      <dd className="extract">{diff && diff.right.length > 0 ? <Parts parts={diff.left} kind="del" /> : extract}</dd>
      {place && (
        <>
          <dt>{place.shown}<span className="muted clip" title={place.question}>{place.question}</span></dt>
          <dd className="extract">
            <span className="ci-around">{trimStart(place.before)}</span>
            <mark className="ci-match"><Parts parts={diff?.right ?? []} kind="ins" /></mark>
            <span className="ci-around">{trimEnd(place.after)}</span>
          </dd>
        </>
      )}
    </dl>
  );
}

/** Code units that the core gives on either side, at most. */
const around = 90;
const trimStart = (before: string) => (before.length < around ? before : `…${before.replace(/^\S*\s/, '')}`);
const trimEnd = (after: string) => (after.length < around ? after : `${after.replace(/\s\S*$/, '')}…`);
