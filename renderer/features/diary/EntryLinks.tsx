import type { DiaryLink } from '../../../shared/contract/record.ts';
import { LinkMark } from './LinkChip.tsx';
import { followLink } from './links.ts';

/** What an entry is about: extracts in the participants' words with their bracket, everything else by name. Each leads there. */
export function EntryLinks({ links }: { links: readonly DiaryLink[] }) {
  const extracts = links.filter((link) => link.kind === 'extract');
  const others = links.filter((link) => link.kind !== 'extract');
  // One code beside the extracts is what they are about: its ink and name go to the bracket.
  const code = others.length === 1 && others[0]?.kind === 'code' && !others[0].gone ? others[0] : null;
  const loose = code && extracts.length > 0 ? [] : others;

  return (
    <>
      {extracts.map((link) =>
        link.gone ? (
          <p key={`${link.id}-${link.start}`} className="muted small lx-gone">
            The answer that was linked here has been withdrawn.
          </p>
        ) : (
          <button
            key={`${link.id}-${link.start}`}
            type="button"
            className="lx"
            {...(code?.ink ? { 'data-ink': code.ink } : {})}
            onClick={() => followLink(link)}
            title="Go to this answer"
          >
            <span className="lx-t">
              <span className="extract">{link.text}</span>
              <small>
                <span className="pid">{link.shown}</span>
                {code && (
                  <>
                    <LinkMark kind="code" ink={code.ink} />
                    {code.text}
                  </>
                )}
              </small>
            </span>
            <i className="brkt" />
          </button>
        ),
      )}
      {loose.length > 0 && (
        <div className="entry-links">
          {loose.map((link) =>
            link.gone ? (
              <span key={`${link.kind}${link.id}`} className="chip line muted">
                no longer in the project
              </span>
            ) : (
              <button key={`${link.kind}${link.id}`} type="button" className="chip line" onClick={() => followLink(link)}>
                <LinkMark kind={link.kind} ink={link.ink} />
                <span className="clip">{link.text}</span>
              </button>
            ),
          )}
        </div>
      )}
    </>
  );
}
