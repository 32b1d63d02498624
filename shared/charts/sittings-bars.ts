/** A bar of a small chart: pixels from the top left. `place` is that of its value, from 0. */
export interface Bar { place: number; x: number; y: number; width: number; height: number }

const gap = 2;
const widest = 22;
/** Bars that still can be told apart; of more sittings the latest are drawn. */
const most = 60;

/** Bars of whole numbers side by side, the highest as tall as the chart; a value above 0 is at least 2 pixels tall, a 0 is a line on the ground. */
export function sittingsBars(values: readonly number[], width: number, height: number): Bar[] {
  const first = Math.max(0, values.length - most);
  const shown = values.slice(first);
  const highest = Math.max(1, ...shown);
  const step = Math.min(widest + gap, width / Math.max(1, shown.length));
  return shown.map((value, index): Bar => {
    const tall = value === 0 ? 1 : Math.max(2, (height * value) / highest);
    return { place: first + index, x: index * step, y: height - tall, width: Math.max(1, step - gap), height: tall };
  });
}
