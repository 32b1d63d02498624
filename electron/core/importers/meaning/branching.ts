import { isMissing } from './measure.ts';
import type { TidyColumn } from './tidy.ts';

/** Who was asked a question, read off the answers. */
export interface Branch {
  column: number;
  values: string[];
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
}

function coded({ column, cells }: TidyColumn): Coded | undefined {
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
  return places.size === 0 || (places.size === 1 && ((totals[0] ?? 0) === 0 || unticked.test(only))) ? undefined : { column, values: [...places.keys()], codes, totals };
}

/** What tools write for a box that was not ticked. */
const unticked = /^(?:0|no|nein|non|não|nee|false|not selected|unchecked|not quoted)$/i;
const condition = /^\W*(?:(?:q(?:uestion)?\s*)?\d{1,3}\s*[a-z]?\s*[.):–-]\s*)?\W*(?:if (?:so|not|yes|no|you|other|your|applicable|selected|answered)\b|you (?:said|answered|chose|selected|told)\b)|\[?if (?:“|"|')?(?:yes|no)\b|^(?:falls|wenn) (?:ja|nein)\b|^si (?:oui|non|sí)\b/i;
const quoted = (text: string) => `“${text.length > 44 ? `${text.slice(0, 43).toWellFormed().trimEnd()}…` : text}”`;

/**
 * Proposes, for questions that many left empty, who was asked: everybody who answered gave one value (or one of a few) of a closed
 * column before it, and hardly anybody else answered. Chance is ruled out by numbers, less strictly where the wording says “If yes …”.
 * `except`: columns that tell how far people came, which would explain every empty answer.
 */
export function branchesOf(questions: readonly TidyColumn[], closed: readonly TidyColumn[], except: ReadonlySet<number>, ties: ReadonlyMap<number, number>): Map<number, Branch> {
  const gates = closed.flatMap((column) => (except.has(column.column.index) || column.column.as ? [] : (coded(column) ?? [])));
  const found = new Map<number, Branch>();
  for (const { column, cells } of questions) {
    const who = new Uint32Array(cells.length);
    let answered = 0;
    for (let person = 0; person < cells.length; person++) if (cells[person] !== '') who[answered++] = person;
    // Whether everyone was asked is told by their answers; a question that hardly anybody answered tells nothing.
    if (answered < 2 || answered > cells.length * 0.97) continue;
    const says = condition.test(column.wording) || /^If\b/.test(column.wording);
    const tied = ties.get(column.index);
    let best: { gate: Coded; leading: number[]; could: number; inside: number } | undefined;
    const near = gates.filter((each) => each.column.index < column.index).slice(-reach);
    for (const gate of near) {
      const here = new Array<number>(gate.values.length + 1).fill(0);
      for (let at = 0; at < answered; at++) {
        const place = gate.codes[who[at] ?? 0] ?? 0;
        here[place] = (here[place] ?? 0) + 1;
      }
      const leading = gate.values.flatMap((_, at) => ((here[at + 1] ?? 0) > (gate.totals[at + 1] ?? 0) * 0.1 && (here[at + 1] ?? 0) > 0 ? [at + 1] : []));
      if (leading.length === 0 || leading.length > mostLeading || (gate.values.length > 1 && leading.length === gate.values.length)) continue;
      const inside = leading.reduce((sum, at) => sum + (here[at] ?? 0), 0);
      const could = leading.reduce((sum, at) => sum + (gate.totals[at] ?? 0), 0);
      const outside = answered - inside;
      // A box that was not ticked is an answer where some ticked it; in a question of several values an empty cell says nothing.
      const others = (gate.values.length === 1 ? cells.length : cells.length - (gate.totals[0] ?? 0)) - could;
      const rate = inside / could;
      const related = says || tied === gate.column.index;
      if (outside > (answered < 20 ? (related && answered > 4 ? 1 : 0) : Math.ceil(answered * 0.03))) continue;
      if (rate < (related ? 0.15 : 0.5) || others < (related ? 1 : 3)) continue;
      // How likely it is that nobody else answered if who answers had nothing to do with it; the more columns are tried, the less it may be.
      if (others * Math.log(1 - Math.min(0.999, answered / cells.length)) > (related ? Math.log(0.2) : Math.log(0.05 / Math.max(5, near.length)))) continue;
      const better = !best || could < best.could || (could === best.could && gate.column.index > best.gate.column.index) || (tied === gate.column.index && could <= best.could * 1.2);
      if (better && !(best && tied === best.gate.column.index)) best = { gate, leading, could, inside };
    }
    if (!best) continue;
    const values = best.leading.map((at) => best.gate.values[at - 1] ?? '');
    const outside = answered - best.inside;
    found.set(column.index, {
      column: best.gate.column.index,
      values,
      reason: `${outside === 0 ? `All ${answered} who answered` : `${best.inside} of the ${answered} who answered`} said ${values.map(quoted).join(' or ')} to ${quoted(best.gate.column.shortName)}${outside === 0 ? '; nobody else did' : ''}.`,
    });
  }
  return found;
}
