/** The part of a wording that tells a row of a grid from the others: “The café” of “How often? [The café]”. Empty where there is none. */
export function gridRow(wording: string, group: string): string {
  const rest = wording.startsWith(group) ? wording.slice(group.length) : wording.endsWith(`:${group}`) ? wording.slice(0, -group.length - 1) : wording;
  return rest
    .replace(/^\s*(?:[–—:/-]\s*)/, '')
    .replace(/^\s*\[(.*)\]$/, '$1')
    .trim();
}
