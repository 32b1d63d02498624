const rows = [
  [55, 70],
  [81, 44],
  [107, 62],
  [133, 76],
  [159, 30],
] as const;

/** A table of answers, one of them with the bracket of a code. */
export function TablePicture() {
  return (
    <svg
      className="table-picture"
      width="168"
      height="200"
      viewBox="0 0 168 200"
      fill="none"
      aria-hidden
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <rect x="20.5" y="14.5" width="127" height="171" rx="8" fill="var(--panel)" stroke="var(--line-strong)" strokeWidth="1" />
      <path d="M20 42h128M20 68h128M20 94h128M20 120h128M20 146h128M52 14v172" stroke="var(--line)" strokeWidth="1" />
      <path d="M29 28h14M62 28h40M112 28h24" stroke="var(--ink-3)" strokeWidth="2.5" />
      {rows.map(([y, width]) => (
        <path key={y} d={`M31 ${y}h10M62 ${y}h${width}`} stroke={y === 81 ? 'var(--accent)' : 'var(--line-control)'} />
      ))}
      <path d="M153 73h6v18h-6" stroke="var(--accent)" />
    </svg>
  );
}
