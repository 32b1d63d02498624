/** Our own marks in empty places, as drawn in the design. */
export const ThemesPicture = () => (
  <svg width="200" height="66" fill="none" aria-hidden>
    <rect x="4.5" y="6.5" width="58" height="14" rx="4" stroke="var(--line-control)" fill="var(--panel)" />
    <rect x="4.5" y="27.5" width="58" height="14" rx="4" stroke="var(--line-control)" fill="var(--panel)" />
    <rect x="4.5" y="48.5" width="58" height="14" rx="4" stroke="var(--line-control)" fill="var(--panel)" />
    <path d="M72 13c22 0 18 20 38 20M72 34h38M72 55c22 0 18-22 38-22" stroke="var(--accent)" strokeWidth="1.6" />
    <rect x="114.5" y="18.5" width="78" height="30" rx="7" stroke="var(--accent)" strokeWidth="1.8" fill="var(--accent-tint)" />
  </svg>
);

export const CodesPicture = () => (
  <svg width="200" height="66" fill="none" aria-hidden>
    <g stroke="var(--line-control)" strokeWidth="2.2" strokeLinecap="round"><path d="M2 10h128M2 34h136M2 58h84" /></g>
    <path d="M48 18h82M2 42h40" stroke="var(--accent)" strokeWidth="2.2" />
    <path d="M152 8h7v36h-7" stroke="var(--accent)" strokeWidth="2" strokeLinejoin="round" />
    <path d="M160 20h8" stroke="var(--accent)" opacity=".5" />
    <circle cx="176" cy="20" r="4.5" fill="var(--accent)" />
  </svg>
);
