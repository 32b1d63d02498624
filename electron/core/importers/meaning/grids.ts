import type { Header } from './headers.ts';
import { asLabel } from './headers.ts';

/** The stem that a header shares with the other rows of a grid, as far as the header alone can tell; undefined where it tells nothing. */
type Stem = (header: Header, all: ReadonlySet<string>) => string | undefined;

const cutAt = (text: string, separator: string) => {
  const at = text.lastIndexOf(separator);
  return at > 0 ? text.slice(0, at).trim() : undefined;
};

/** “How often do you use these? - Bus”. Short beginnings (“Age - years”) are no questions. */
const afterDash = (wording: string) => {
  const stem = cutAt(wording, ' - ') ?? cutAt(wording, ' – ');
  return stem !== undefined && stem.length >= 15 ? stem : undefined;
};

/** A question with several options stands in a column of its own and in one for each option: `question`, `question/option`. */
const underItsQuestion: Stem = ({ name }, all) => {
  for (let at = name.lastIndexOf('/'); at > 0; at = name.lastIndexOf('/', at - 1)) if (all.has(name.slice(0, at))) return name.slice(0, at);
  return undefined;
};

const stems: Readonly<Record<string, Stem>> = {
  Alchemer: ({ name }) => /^[^:]{1,200}:\s*(\S.*)$/.exec(name)?.[1],
  REDCap: ({ name, wording }) => (/___\w+$/.test(name) ? name.replace(/___\w+$/, '') : /^(.+?)\s*\(choice=.*\)$/i.exec(wording)?.[1]),
  'Jisc Online Surveys': ({ name, wording }) => /^(Q\d+)_\d+/i.exec(name)?.[1] ?? afterDash(wording),
  SurveyMonkey: ({ sub, wording }) => (sub === '' ? afterDash(wording) : undefined),
  // A table that somebody made of an export: the question, a dash, the row.
  '': (header, all) => underItsQuestion(header, all) ?? (header.sub === '' ? afterDash(header.wording) : undefined),
  KoboToolbox: underItsQuestion,
  ODK: underItsQuestion,
};

/** `Question [Row]`, `code[SQ001]`. */
function bracketed({ name, wording }: Header): string | undefined {
  return (/^(.*\S)\s*\[[^[\]]+\]$/.exec(wording) ?? /^([A-Za-z]\w*)\[\w+\]/.exec(name))?.[1];
}

/** SurveyMonkey’s question over the columns of its options or rows. */
const overSubHeader = ({ sub, wording }: Header) =>
  sub !== '' && !/^(response|open-ended response)$/i.test(sub) && wording.endsWith(` – ${sub}`) ? wording.slice(0, -sub.length - 3) : undefined;

/**
 * The stem of each column that is a row of a grid or one of several options, by the column's index. A stem that only one column has is none.
 * `producer` as recognised; headers give the rest.
 */
export function gridsOf(headers: readonly Header[], producer: string): Map<number, string> {
  const names = new Set(headers.map(({ name }) => name));
  const own = stems[producer];
  const found = new Map<number, string>();
  for (const header of headers) {
    const stem = own?.(header, names) ?? bracketed(header) ?? overSubHeader(header);
    if (stem) found.set(header.index, asLabel(stem));
  }
  for (const [index, stem] of numbered(headers)) if (!found.has(index)) found.set(index, stem);
  const times = Map.groupBy(found.values(), (stem) => stem);
  return new Map([...found].filter(([, stem]) => (times.get(stem)?.length ?? 0) > 1));
}

/** Qualtrics numbers the rows of a grid (Q5_1, Q5_2 …) and repeats the question in front of each row's words. */
function numbered(headers: readonly Header[]): Map<number, string> {
  const found = new Map<number, string>();
  // A question asked once for each of several things (“loop and merge”): 1_Q7, 2_Q7.
  const loops = Map.groupBy(
    headers.filter(({ name, wording }) => name !== wording && /^\d+_[A-Za-z]/.test(name)),
    ({ name }) => name.replace(/^\d+_/, ''),
  );
  for (const loop of loops.values()) if (loop.length > 1 && loop.every(({ wording }) => wording === loop[0]?.wording)) for (const { index, wording } of loop) found.set(index, wording);
  const families = Map.groupBy(
    headers.filter(({ name, wording }) => name !== wording && /_\d+(?:_TEXT)?$/.test(name)),
    ({ name }) => name.replace(/_\d+(?:_TEXT)?$/, ''),
  );
  for (const [base, family] of families) {
    if (family.length < 2) continue;
    const [first, ...rest] = family.map(({ wording }) => wording);
    let shared = first ?? '';
    for (const wording of rest) while (!wording.startsWith(shared)) shared = shared.slice(0, -1);
    const stem = family.every(({ wording }) => wording === shared) ? shared : cutAt(shared, ' - ');
    for (const { index } of family) if (stem ?? /^Q/.test(base)) found.set(index, stem || base);
  }
  return found;
}
