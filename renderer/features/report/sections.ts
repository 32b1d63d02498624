/** Scrolls the preview to the next (or previous) heading or table, as seen from the top of its frame. */
export function toSection(frame: HTMLElement | null, step: 1 | -1): void {
  if (!frame) return;
  const top = frame.getBoundingClientRect().top;
  const margin = 16;
  const tops = [...frame.querySelectorAll<HTMLElement>('[data-section]')].map((section) => section.getBoundingClientRect().top - top - margin);
  const distance = step === 1 ? tops.find((each) => each > 2) : tops.findLast((each) => each < -2);
  if (distance !== undefined) frame.scrollBy({ top: distance });
  else if (step === -1) frame.scrollTo({ top: 0 });
}
