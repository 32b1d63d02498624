import type { ReactNode } from 'react';

/** The dot of a code: filled for semantic (and undecided), open for latent. Its name always stands beside it. */
export const Dot = ({ ink, latent = false }: { ink: number; latent?: boolean }) => <i className={`dot ${latent ? 'latent' : ''}`} data-ink={ink} aria-hidden />;

const ROUND = 2 * Math.PI * 10.5;

/** The ring of a phase: its number, and how far it has been touched, 0 to 1. */
export function Ring({ number, value }: { number: number; value: number }) {
  return (
    <span className="ring" aria-hidden>
      <svg width="24" height="24" viewBox="0 0 24 24">
        <circle className="fill" cx="12" cy="12" r="11.6" />
        <circle className="track" cx="12" cy="12" r="10.5" />
        {value > 0 && <circle className="arc" cx="12" cy="12" r="10.5" strokeDasharray={`${(Math.max(value, 0.05) * ROUND).toFixed(2)} ${ROUND.toFixed(2)}`} />}
      </svg>
      <b>{number}</b>
    </span>
  );
}

/** Themework's mark: lines of an answer, one of them coded, and the bracket. */
export function Logo({ size = 18 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden>
      <path d="M2 4.5h9M2 9h9M2 15h9" stroke="var(--ink)" strokeWidth="1.6" strokeLinecap="round" />
      <path d="M2 11.6h9" stroke="var(--accent)" strokeWidth="1.8" strokeLinecap="round" />
      <path d="M14 3.8h3.4v12.4H14" stroke="var(--accent)" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

/** An empty place: what belongs here, why it matters, and the one thing to do next. */
export function Empty({ title, children, action, picture }: { title: string; children: ReactNode; action?: ReactNode; picture?: ReactNode }) {
  return (
    <div className="empty">
      {picture}
      <h3>{title}</h3>
      <p>{children}</p>
      {action && <div className="hstack">{action}</div>}
    </div>
  );
}
