import { optionsIn, meets } from '../../../../shared/domain/ticked.ts';
import { again } from '../further-looks.ts';
import { unticked } from './marks.ts';
import { isMissing } from './measure.ts';
import type { TidyColumn } from './tidy.ts';

/** Who was asked a question, read off the answers. */
export interface Branch {
  column: number;
  values: string[];
  /** Given where the values are options that were ticked, joined by it in one cell. */
  separator?: string;
  /** What speaks for it, a sentence. */
  reason: string;
}

/** Different values that a closed column may have to decide about other questions, and of them those that lead to one. */
const mostValues = 15;
const mostLeading = 4;
/** Columns before the question that are looked at, the nearest first: branching rarely reaches back further. */
const reach = 200;

/** A closed column as numbers: 0 for nothing, otherwise the place of the value in `values`, counted from 1. */
interface Coded {
  column: TidyColumn['column'];
  values: string[];
  codes: Uint8Array;
  totals: number[];
  /** People whose other answers say that they were not asked. */
  known: number;
  /** One option of several in a cell. */
  separator?: string;
}

/** A closed column as what may decide about other questions: its values, or each of the options that could be ticked in it. */
function gatesOf(column: TidyColumn): Coded[] {
  const found = again(column.cells, 'options', [], () => optionsIn(column.cells));
  if (!found) return (again(column.cells, 'coded', [], () => coded(column)) ?? []).map((gate) => ({ ...gate, column: column.column }));
  const known = column.cells.reduce((sum, cell) => sum + (cell === '' ? 0 : 1), 0);
  return found.options.map(({ value }) => {
    const codes = Uint8Array.from(column.cells, (cell) => (meets(cell, { values: [value], separator: found.separator }) ? 1 : 0));
    const ticked = codes.reduce((sum, code) => sum + code, 0);
    return { column: column.column, values: [value], codes, totals: [codes.length - ticked, ticked], known, separator: found.separator };
  });
}

function coded({ column, cells }: TidyColumn): Coded[] | undefined {
  const places = new Map<string, number>();
  const codes = new Uint8Array(cells.length);
  const totals = [0];
  for (let person = 0; person < cells.length; person++) {
    const cell = cells[person] ?? '';
    let place = 0;
    if (cell !== '' && !isMissing(cell)) {
      place = places.get(cell) ?? 0;
      if (place === 0) {
        if (places.size === mostValues) return undefined;
        place = places.size + 1;
        places.set(cell, place);
      }
    }
    codes[person] = place;
    totals[place] = (totals[place] ?? 0) + 1;
  }
  const [only = ''] = places.keys();
  // One value beside nothing is a tick box; “No” beside nothing is a question that some did not reach.
  if (places.size === 0 || (places.size === 1 && ((totals[0] ?? 0) === 0 || unticked.test(only)))) return undefined;
  // A box that was not ticked is an answer where some ticked it; in a question of several values an empty cell says nothing.
  return [{ column, values: [...places.keys()], codes, totals, known: places.size === 1 ? cells.length : cells.length - (totals[0] ?? 0) }];
}

const condition = /^\W*(?:(?:q(?:uestion)?\s*)?\d{1,3}\s*[a-z]?\s*[.):–-]\s*)?\W*(?:if (?:so|not|yes|no|you|other|your|applicable|selected|answered)\b|you (?:said|answered|chose|selected|told)\b)|\[?if (?:“|"|')?(?:yes|no)\b|^(?:falls|wenn) (?:ja|nein)\b|^si (?:oui|non|sí)\b/i;
const quoted = (text: string) => `“${text.length > 44 ? `${text.slice(0, 43).toWellFormed().trimEnd()}…` : text}”`;

/** Columns and options that together may say who was asked. */
const mostTogether = 3;

interface Proposal { gate: Coded; values: string[]; could: number; inside: number }
/** A question that many left empty: the people who answered it, and what its wording says. */
interface Question { people: Uint32Array; all: number; says: boolean; tied: number | undefined }

/** Whether a condition explains who answered. `others`: people who were not asked then; `tried`: conditions that were looked at. */
function explains({ people, all, says, tied }: Question, { gate, could, inside }: Proposal, tried: number): boolean {
  const answered = people.length;
  const related = says || tied === gate.column.index;
  const others = gate.known - could;
  const outside = answered - inside;
  if (outside > allowedOutside(answered, related)) return false;
  // Most people answer most questions: those who were not asked must be far from that.
  if (outside > Math.max(related ? 1 : 0, others * 0.1)) return false;
  if (inside / could < (related ? 0.15 : 0.5) || others < (related ? 1 : 3)) return false;
  // How likely it is that nobody else answered if who answers had nothing to do with it; the more columns are tried, the less it may be.
  return others * Math.log(1 - Math.min(0.999, answered / all)) <= (related ? Math.log(0.2) : Math.log(0.05 / Math.max(5, tried)));
}

const allowedOutside = (answered: number, related: boolean): number => (answered < 20 ? (related && answered > 4 ? 1 : 0) : Math.ceil(answered * 0.03));

/** What leads to the question, of the values of one column. */
function byValue({ people }: Question, gate: Coded): Proposal | undefined {
  const here = new Array<number>(gate.values.length + 1).fill(0);
  for (const person of people) {
    const place = gate.codes[person] ?? 0;
    here[place] = (here[place] ?? 0) + 1;
  }
  const leading = gate.values.flatMap((_, at) => ((here[at + 1] ?? 0) > (gate.totals[at + 1] ?? 0) * 0.1 && (here[at + 1] ?? 0) > 0 ? [at + 1] : []));
  if (leading.length === 0 || leading.length > mostLeading || (gate.values.length > 1 && leading.length === gate.values.length)) return undefined;
  return {
    gate,
    values: leading.map((at) => gate.values[at - 1] ?? ''),
    could: leading.reduce((sum, at) => sum + (gate.totals[at] ?? 0), 0),
    inside: leading.reduce((sum, at) => sum + (here[at] ?? 0), 0),
  };
}

/** Two or three options of one column, those who ticked any of which answered: each takes in most of those who are left. */
function byOptions({ people }: Question, options: readonly Coded[], outside: number): Proposal | undefined {
  const chosen: Coded[] = [];
  let left = [...people];
  while (left.length > outside && chosen.length < mostTogether) {
    let best: { gate: Coded; reached: number } | undefined;
    for (const gate of options) {
      const reached = left.reduce((sum, person) => sum + (gate.codes[person] ?? 0), 0);
      if (reached > (best?.reached ?? 0)) best = { gate, reached };
    }
    if (!best) return undefined;
    const { codes } = best.gate;
    chosen.push(best.gate);
    left = left.filter((person) => codes[person] === 0);
  }
  const [gate] = chosen;
  if (!gate || chosen.length < 2 || left.length > outside) return undefined;
  const could = gate.codes.reduce((sum, _, person) => sum + (chosen.some(({ codes }) => codes[person] === 1) ? 1 : 0), 0);
  return { gate, values: chosen.flatMap(({ values }) => values), could, inside: people.length - left.length };
}

/**
 * Proposes, for questions that many left empty, who was asked: everybody who answered gave one value (or one of a few) of a closed
 * column before it, or ticked one option (or one of a few), and hardly anybody else answered. Chance is ruled out by numbers, less strictly where the
 * wording says “If yes …”. `except`: columns that tell how far people came, which would explain every empty answer.
 */
export function branchesOf(questions: readonly TidyColumn[], closed: readonly TidyColumn[], except: ReadonlySet<number>, ties: ReadonlyMap<number, number>): Map<number, Branch> {
  const columns = closed.flatMap((column) => (except.has(column.column.index) || column.column.as ? [] : [gatesOf(column)])).filter((gates) => gates.length > 0);
  const found = new Map<number, Branch>();
  for (const { column, cells } of questions) {
    const who = new Uint32Array(cells.length);
    let answered = 0;
    for (let person = 0; person < cells.length; person++) if (cells[person] !== '') who[answered++] = person;
    // Whether everyone was asked is told by their answers; a question that hardly anybody answered tells nothing.
    if (answered < 2 || answered > cells.length * 0.97) continue;
    const tied = ties.get(column.index);
    const question: Question = { people: who.subarray(0, answered), all: cells.length, says: condition.test(column.wording) || /^If\b/.test(column.wording), tied };
    const near = columns.filter(([gate]) => gate && gate.column.index < column.index).slice(-reach);
    const tried = near.reduce((sum, gates) => sum + gates.length, 0);
    let best: Proposal | undefined;
    const consider = (proposal: Proposal | undefined, tries: number) => {
      if (!proposal || !explains(question, proposal, tries)) return;
      const { gate, could } = proposal;
      const better = !best || could < best.could || (could === best.could && gate.column.index > best.gate.column.index) || (tied === gate.column.index && tied !== best.gate.column.index && could <= best.could * 1.2);
      // What a text is tied to goes before anything else that explains it.
      if (better && !(best && tied === best.gate.column.index && tied !== gate.column.index)) best = proposal;
    };
    for (const gates of near) {
      for (const gate of gates) consider(byValue(question, gate), tried);
      if (gates.length > 2) consider(byOptions(question, gates, allowedOutside(answered, question.says || tied === gates[0]?.column.index)), tried ** 2);
    }
    if (best) found.set(column.index, branchOf(best, answered));
  }
  return found;
}

function branchOf({ gate, values, inside }: Proposal, answered: number): Branch {
  const rest = answered === inside ? '; nobody else did.' : '.';
  const who = answered === inside ? `All ${answered} who answered` : `${inside} of the ${answered} who answered`;
  const { column, separator } = gate;
  const said = values.map(quoted).join(' or ');
  const did = separator ? `ticked ${said} in ${quoted(column.shortName)}` : isBox(gate, values) ? `ticked ${quoted(column.shortName)}` : `said ${said} to ${quoted(column.shortName)}`;
  return { column: column.index, values, ...(separator ? { separator } : {}), reason: `${who} ${did}${rest}` };
}

/** A column of its own for one option: what stands in it is a mark, or the option itself. */
function isBox({ column, values }: Coded, leading: readonly string[]): boolean {
  const [mark = ''] = leading;
  const beside = values.filter((value) => value !== mark);
  if (leading.length !== 1 || beside.length > 1 || (beside[0] !== undefined && !unticked.test(beside[0]))) return false;
  return /^(?:1|x|✓|y|true|checked|selected|quoted)$/i.test(mark) || (beside.length === 0 && (column.group !== undefined || column.wording.includes(mark)));
}
