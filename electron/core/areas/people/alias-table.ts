import type { AliasProblem } from '../../../../shared/contract/alias.ts';
import { refused } from '../../../../shared/errors.ts';
import { bytesOf } from '../../bytes.ts';
import { csv } from '../../importers/text/csv.ts';
import type { ImportFile } from '../../importers/importer.ts';
import { xlsx } from '../../importers/workbook/xlsx.ts';
import type { finders, Found, FoundPerson } from './alias-finder.ts';

/** A line of the table: the id, the other number, and where it stands (from 1). */
interface Pair { line: number; first: string; second: string }
/** A person's number as a line gives it. */
export interface Given { line: number; person: FoundPerson; alias: string }

const longest = 60;

/** No digit, as in “Participant, Row”, or what such columns are called on both sides: “S0 number, P number”. */
const isHeader = (first: string, second: string) =>
  !/\d/.test(first + second) || [first, second].every((each) => /^(?:[\p{L}\p{N}]+[\s_-]+)*(?:ids?|numbers?|no\.?|nr\.?|participants?|respondents?|names?|codes?|forms?|rows?|people|person)$/iu.test(each));

/** Reads two columns from a file or from pasted text. Rejects with a refusal where it is no table. */
export async function readPairs(table: { text: string } | { fileName: string; bytes: string | Uint8Array }): Promise<Pair[]> {
  const file: ImportFile = 'text' in table ? { fileName: 'the pasted table', bytes: Buffer.from(table.text, 'utf8') } : { fileName: table.fileName, bytes: bytesOf(table) };
  const importer = [xlsx, csv].find((each) => each.recognises(file.bytes));
  if (!importer) throw refused(`“${file.fileName}” is no table. Use a CSV file or an Excel workbook with two columns, or paste them.`);
  const { rows, lines } = await importer.read(file, {});
  const pairs = rows.map((row, at): Pair => ({ line: lines[at] ?? at + 1, first: (row[0] ?? '').trim(), second: (row[1] ?? '').trim() }));
  if (pairs.every(({ second }) => second === '')) throw refused(`“${file.fileName}” has one column only. Two are needed: the id, and the other number.`);
  return pairs.filter(({ first, second }) => first !== '' || second !== '');
}

/**
 * Finds the people that the lines name. A first line that names nobody and reads like headers is taken as them; the two
 * columns may stand in either order, and the one in which more people are found is taken for the ids.
 */
export function matchPairs(pairs: readonly Pair[], { exact, alike }: ReturnType<typeof finders>, taken: { of: ReadonlyMap<number, string>; by: ReadonlyMap<string, FoundPerson> }) {
  const find = (written: string): Found => {
    const found = exact(written);
    return found.kind === 'none' ? alike(written) : found;
  };
  const hits = (of: 'first' | 'second') => pairs.filter((pair) => find(pair[of]).kind === 'one').length;
  const swapped = hits('second') > hits('first');
  const given: Given[] = [];
  const problems: AliasProblem[] = [];
  const notes: string[] = [];
  let same = 0;
  const lineOf = new Map<number, number>();
  const lineBy = new Map<string, number>();
  for (const [at, { line, first, second }] of pairs.entries()) {
    const [id, alias] = swapped ? [second, first] : [first, second];
    const found = find(id);
    if (at === 0 && found.kind === 'none' && isHeader(first, second)) continue;
    const problem = problemOf(id, alias, found);
    if (problem !== null || found.kind !== 'one') {
      problems.push({ line, reason: problem ?? '' });
      continue;
    }
    const { person } = found;
    if (found.by === 'alike') notes.push(`Line ${line}: ${id.slice(0, longest)} was taken for ${person.shown}.`);
    const [there, holder] = [taken.of.get(person.id), taken.by.get(alias)];
    const [before, elsewhere] = [lineOf.get(person.id), lineBy.get(alias)];
    if (there === alias && before === undefined) {
      same++;
      lineOf.set(person.id, line);
      lineBy.set(alias, line);
      continue;
    }
    if (before !== undefined) problems.push({ line, reason: `${person.shown} stands on line ${before} already.` });
    else if (elsewhere !== undefined) problems.push({ line, reason: `The number “${alias}” stands on line ${elsewhere} already, for somebody else.` });
    else if (there !== undefined) problems.push({ line, reason: `${person.shown} has the number “${there}” in this numbering already.` });
    else if (holder) problems.push({ line, reason: `The number “${alias}” belongs to ${holder.shown} already.` });
    else {
      given.push({ line, person, alias });
      lineOf.set(person.id, line);
      lineBy.set(alias, line);
    }
  }
  return { given, problems, same, swapped, notes };
}

function problemOf(id: string, alias: string, found: Found): string | null {
  if (id === '') return 'There is no id.';
  if (found.kind === 'none') return `There is no participant “${id.slice(0, longest)}”.`;
  if (found.kind === 'several') return `“${id.slice(0, longest)}” means ${found.people.length} people: ${found.people.map(({ label }) => label).join(' and ')} in the imported files.`;
  if (alias === '') return 'There is no other number.';
  return alias.length > longest ? `The number is longer than ${longest} characters.` : null;
}
