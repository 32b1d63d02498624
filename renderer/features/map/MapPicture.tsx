/** Our own marks for the empty place: two themes and a claim between them. */
export const MapPicture = () => (
  <svg width="150" height="76" viewBox="0 0 150 76" fill="none" aria-hidden>
    <g stroke="var(--line-control)" strokeWidth="1.25"><path d="M75 62L32 22M75 62L118 22" /></g>
    <path d="M52 16C66 7 84 7 96 14M90 8l7 6.5-9 2.5" stroke="var(--accent)" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
    <rect x="8" y="12" width="46" height="20" rx="5" fill="var(--paper)" stroke="var(--ink-2)" strokeWidth="1.5" />
    <rect x="96" y="12" width="46" height="20" rx="5" fill="var(--paper)" stroke="var(--ink-2)" strokeWidth="1.5" />
    <rect x="48" y="52" width="54" height="20" rx="6" fill="var(--ink)" />
  </svg>
);
