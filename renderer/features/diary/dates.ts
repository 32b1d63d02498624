/** Dates as the interface says them: “14 May”, “Thursday 14 May”, “16:05”; the year only where it is another than this one. */
const locale = 'en-GB';

const year = (date: Date, now: Date): { year?: 'numeric' } => (date.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' });

export const dayKey = (iso: string): string => new Date(iso).toLocaleDateString('sv-SE');
export const shortDay = (iso: string, now = new Date()): string =>
  new Date(iso).toLocaleDateString(locale, { day: 'numeric', month: 'long', ...year(new Date(iso), now) });
export const longDay = (iso: string, now = new Date()): string => `${new Date(iso).toLocaleDateString(locale, { weekday: 'long' })} ${shortDay(iso, now)}`;
export const timeOf = (iso: string): string => new Date(iso).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });

/** “Today, 09:42”, “Yesterday, 18:05”, otherwise the day. */
export function recently(iso: string, now = new Date()): string {
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  const key = dayKey(iso);
  if (key === dayKey(now.toISOString())) return `Today, ${timeOf(iso)}`;
  if (key === dayKey(yesterday.toISOString())) return `Yesterday, ${timeOf(iso)}`;
  return shortDay(iso, now);
}

/** Today as `2026-05-14`, in this computer's time zone. */
export const today = (): string => dayKey(new Date().toISOString());
