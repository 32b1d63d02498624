import type { ColumnRole, GivenPlan, PlanColumn } from '../../../../shared/domain/plan.ts';
import { shownAs } from '../../../../shared/domain/participant-name.ts';
import { gridRow } from '../../../../shared/domain/grid-row.ts';
import { invalid } from '../../../../shared/errors.ts';
import type { ColumnKnowledge, Companion } from './companions.ts';
import type { Completion } from './completion.ts';
import { gridsOf } from './grids.ts';
import { asLabel, type Header } from './headers.ts';
import { measure, type Measure } from './measure.ts';
import { repairText } from '../damage/mojibake.ts';
import { joinedOptions } from './joined-options.ts';
import { looksLikeText, severalTicked } from './offers.ts';
import { findParticipantColumn, numberedColumn } from './participants.ts';
import { closed, couldIdentify, judge, type Role } from './roles.ts';
import { isRowNumbers } from './row-numbers.ts';
import { distinctName, shortNameFor } from './short-names.ts';
import { type Tie, tiesOf } from './ties.ts';

/** What columns are decided by. `rows` are the data rows that come in. */
export interface ColumnsGiven {
  producer: string;
  headers: readonly Header[];
  measures: readonly Measure[];
  rows: readonly (readonly string[])[];
  given: GivenPlan;
  repair: boolean;
  completion: Completion | undefined;
  companions: readonly Companion[];
  warnings: string[];
}

type Wish = NonNullable<GivenPlan['columns']>[number];
/** A column on its way to becoming part of the plan. */
interface Draft {
  header: Header;
  measured: Measure;
  known: ColumnKnowledge | undefined;
  wished: Wish | undefined;
  guess: Role;
  role: ColumnRole;
  name: string;
  wording: string;
}

const sameForEveryone = 'Same for everyone';

/** Decides on each column: what it is used as, what it is called, what it belongs to. What the plan says wins over what is guessed. */
export function planColumns(all: ColumnsGiven): PlanColumn[] {
  const { headers, given, rows, producer } = all;
  const wishes = new Map((given.columns ?? []).map((column) => [column.index, column]));
  const twice = given.columns?.find(({ index }, at) => given.columns?.findIndex((each) => each.index === index) !== at);
  if (twice !== undefined) throw invalid(`The plan says two things about column ${twice.index} (columns are counted from 0). Keep one of them.`);
  const places = new Set(headers.map(({ index }) => index));
  const stranger = [...wishes.values()].find(({ index, typedIn }) => typedIn === undefined && !places.has(index));
  if (stranger !== undefined)
    throw invalid(`The plan names column ${stranger.index}${stranger.name ? ` (“${stranger.name}”)` : ''}, which the file does not have (columns are counted from 0).`);
  const wishedKeys = [...wishes.values()].filter(({ role }) => role === 'participant');
  if (wishedKeys.length > 1) throw invalid('Two columns are set to “Participant id”. Choose one.');
  const found = findParticipantColumn(headers, rows);
  const key = wishedKeys[0]?.index ?? (found !== undefined && !wishes.has(found) ? found : undefined);
  const grids = gridsOf(headers.filter(({ typedIn }) => typedIn === undefined), producer);
  const joined = joinedOptions(headers, grids, rows);
  for (const [index, stem] of joined) grids.set(index, stem);
  const drafts = headers.map((header) => draftOf(header, all, wishes.get(header.index), key, found, joined.has(header.index)));
  noteStrangers(drafts, all.warnings);
  const merged = mergedInto(drafts, rows);
  const ties = tiesIn(drafts, merged, grids);
  const taken = { attribute: new Set<string>(), question: new Set<string>() };
  const shortNames = new Map<number, string>();
  let questions = 0;
  return drafts.map((draft) => {
    const { header, measured, known, wished, name, wording } = draft;
    const { index } = header;
    const role = merged.has(index) ? 'ignore' : draft.role;
    const tie = role === 'question' ? ties.get(index) : undefined;
    if (role === 'question') questions++;
    const progress = all.completion?.columns.get(index);
    const group = wished?.group ?? known?.group ?? grids.get(index);
    const inGrid = group && !tie ? inGridName(wording, group) : '';
    const own = progress?.shortName ?? (inGrid || shortNameOf(name, wording, role === 'question' ? `Question ${questions}` : name, tie, tie && shortNames.get(tie.to)));
    const shortName = role === 'question' || role === 'attribute' ? distinctName(wished?.shortName.trim() || own, taken[role]) : '';
    shortNames.set(index, shortName);
    const asked = wished?.asked;
    const as = wished?.as ?? progress?.as;
    const labels = wished?.labels ?? known?.labels;
    const mergedWith = merged.get(index) ?? (wished?.mergedWith === null ? null : undefined);
    return {
      index,
      name,
      wording,
      role,
      shortName,
      filled: measured.filled,
      reason: mergedWith == null ? reasonFor({ ...draft, role }, all) : `Fills the gaps of column ${mergedWith + 1}`,
      ...(tie ? { tiedTo: tie.to, tie: tie.tie, ...(tie.reason ? { tieReason: tie.reason } : {}) } : wished?.tiedTo === null ? { tiedTo: null } : {}),
      ...(group === undefined ? {} : { group }),
      ...(asked === undefined || role !== 'question' ? {} : { asked }),
      ...(mergedWith === undefined ? {} : { mergedWith }),
      ...(as && role === 'attribute' ? { as } : {}),
      ...(wished?.html === undefined || role !== 'question' ? {} : { html: wished.html }),
      ...(wished?.typed && role === 'attribute' ? { typed: true } : {}),
      ...(header.typedIn === undefined ? {} : { typedIn: header.typedIn }),
      ...(labels && role === 'attribute' ? { labels } : {}),
    };
  });
}

function draftOf(header: Header, all: ColumnsGiven, wished: Wish | undefined, key: number | undefined, found: number | undefined, joined: boolean): Draft {
  const { index } = header;
  const measured = all.measures[index] ?? measure([]);
  const known = all.companions.map((companion) => companion.about(header)).find((each) => each !== undefined);
  const progress = all.completion?.columns.get(index);
  const guess: Role = progress ? { role: 'attribute', reason: progress.reason } : joined ? { role: 'attribute', reason: severalTicked } : guessed(header, measured, all, known);
  const spareId = index === found && index !== key;
  const role: ColumnRole = index === key ? 'participant' : (wished?.role ?? (spareId ? 'ignore' : guess.role));
  const name = all.repair ? repairText(header.name).text : header.name;
  // A file of bare column codes keeps its wordings elsewhere; whoever knows them writes them into the plan. A plan that was
  // made when the file was read differently (another encoding, another header row) does not know these columns' wordings.
  const asked = wished !== undefined && (wished.name === '' || wished.name === name) ? wished.wording.trim() : '';
  const wording = asked || known?.wording || (all.repair ? repairText(header.wording).text : header.wording);
  return { header, measured, known, wished, guess, role, name, wording };
}

function guessed(header: Header, measured: Measure, { headers, rows, producer }: ColumnsGiven, known: ColumnKnowledge | undefined): Role {
  const own = judge(header, measured, rows.length, producer);
  if (header.typedIn !== undefined) return { role: 'question', reason: 'Typed beside the options' };
  if (header.joined && own.role === 'question') return { role: 'ignore', reason: 'A text of the response' };
  if (known?.role && measured.filled > 0) return known.role;
  if (own.role === 'attribute' && headers.some(({ wording }) => wording !== '') && isRowNumbers(header, rows)) return { role: 'ignore', reason: 'Row numbers that a program added' };
  return known?.labels && own.role === 'question' ? closed(measured, rows.length) : own;
}

/** Columns of the plan that bear another name in this file: said, because roles go by place. */
function noteStrangers(drafts: readonly Draft[], warnings: string[]): void {
  const other = drafts.filter(({ wished, name, header }) => wished !== undefined && wished.name !== '' && wished.name !== name && wished.name !== header.name);
  if (other.length === 0) return;
  const shown = other.slice(0, 3).map(({ wished, name, header }) => `column ${header.index + 1} is “${wished?.name}” in the plan and “${name}” here`);
  warnings.push(`The plan was made for other columns: ${shown.join('; ')}${other.length > 3 ? `; and ${other.length - 3} more` : ''}. Check what each is used as.`);
}

/** Columns that fill the gaps of another. Throws `invalid` where both are filled, or where the other fills gaps itself. */
function mergedInto(drafts: readonly Draft[], rows: readonly (readonly string[])[]): Map<number, number> {
  const merged = new Map<number, number>();
  for (const { header, wished } of drafts) if (wished?.mergedWith !== undefined && wished.mergedWith !== null) merged.set(header.index, wished.mergedWith);
  const places = new Set(drafts.map(({ header }) => header.index));
  for (const [column, into] of merged) {
    if (column === into || !places.has(into) || merged.has(into)) throw invalid(`Column ${column + 1} cannot be merged into column ${into + 1}.`);
    const row = rows.findIndex((cells) => (cells[column] ?? '').trim() !== '' && (cells[into] ?? '').trim() !== '');
    if (row !== -1) throw invalid(`Columns ${into + 1} and ${column + 1} cannot be merged: somebody filled both (respondent ${row + 1} of the file).`);
  }
  return merged;
}

/** Few different answers, which several people gave. */
const isRating = ({ distinct, answers }: Measure) => distinct >= 2 && distinct <= 11 && answers > distinct;

/** Texts tied to closed questions, the plan's wishes first; a closed column that something is tied to is an attribute. */
function tiesIn(drafts: readonly Draft[], merged: ReadonlyMap<number, number>, grids: ReadonlyMap<number, string>): Map<number, Tie> {
  const isClosed = ({ role, wished, guess, measured }: Draft) =>
    (role === 'attribute' && guess.reason !== looksLikeText) || (role === 'ignore' && !wished && guess.reason === sameForEveryone) ? measured.distinct : undefined;
  const rowsIn = new Map<string | undefined, number>();
  for (const { header, role } of drafts) {
    const grid = grids.get(header.index);
    if (grid !== undefined && role !== 'question') rowsIn.set(grid, (rowsIn.get(grid) ?? 0) + 1);
  }
  const proposed = tiesOf(
    drafts
      .filter(({ header, role, guess }) => !merged.has(header.index) && (role !== 'ignore' || guess.reason === sameForEveryone))
      .map((draft) => ({ header: { ...draft.header, name: draft.name, wording: draft.wording }, text: draft.role === 'question', closed: isClosed(draft), rating: isRating(draft.measured), row: (rowsIn.get(grids.get(draft.header.index)) ?? 0) > 1 })),
  );
  const byIndex = new Map(drafts.map((draft) => [draft.header.index, draft]));
  const ties = new Map<number, Tie>();
  for (const { header, wished } of drafts) {
    const guess: Tie | undefined = header.typedIn === undefined ? proposed.get(header.index) : { to: header.typedIn, tie: 'other', reason: 'People typed it beside the options, in the same cell.' };
    const to = wished?.tiedTo === undefined ? guess?.to : wished.tiedTo;
    if (to === undefined || to === null) continue;
    const target = byIndex.get(to);
    if (!target) throw invalid(`The plan ties column ${header.index + 1} to column ${to + 1}, which the file does not have.`);
    if (target.role === 'ignore' && !target.wished) {
      target.role = 'attribute';
      target.guess = { role: 'attribute', reason: `Belongs to column ${header.index + 1}` };
    }
    if (target.role !== 'attribute') continue;
    const same = guess?.to === to;
    ties.set(header.index, { to, tie: wished?.tie ?? guess?.tie ?? 'comment', reason: same ? guess.reason : 'Chosen by you.' });
  }
  return ties;
}

/** “Why?” and “Other, please specify” say nothing by themselves: they are named after what they belong to. */
function shortNameOf(name: string, wording: string, fallback: string, tie: Tie | undefined, tiedName: string | undefined): string {
  const own = shortNameFor(name, wording, fallback);
  if (!tie || !tiedName || own === fallback || (own.length > 28 && !own.startsWith(tiedName.replace(/…$/, '')))) return own;
  const base = tiedName.length > 30 ? `${tiedName.slice(0, 29).toWellFormed().trimEnd()}…` : tiedName;
  return `${base.replace(/[?:.]+$/, '')}: ${tie.tie === 'other' ? 'other' : 'why'}`;
}

/** “The café – How often did you…”: the row says more than the stem, which all of them share. Empty where the row says nothing. */
function inGridName(wording: string, group: string): string {
  const row = gridRow(wording, group);
  // Bare codes (Q2_1 of Q2) say more as they are.
  if (row === '' || row === wording || row.length > 40 || row.startsWith('_')) return '';
  const room = Math.max(12, 37 - row.length);
  const stem = group.replace(/[?:.…\s]+$/u, '');
  return `${row} – ${stem.length > room ? `${stem.slice(0, room - 1).toWellFormed().trimEnd()}…` : stem}`;
}

function reasonFor({ header, role, guess, measured, wished }: Draft, { rows, headers }: ColumnsGiven): string {
  const numbered = role === 'participant' && !wished ? numberedColumn(headers, rows) : undefined;
  if (numbered?.index === header.index) return `A different one in every row, such as ${numbered.example}`;
  if (role === 'participant')
    return rows.some((row) => shownAs('imported', asLabel(row[header.index] ?? ''), 0) === 'P0') ? `Shown as P1 to P${rows.length}` : 'Shown as in the file';
  if (role === guess.role || guess.reason === couldIdentify) return guess.reason;
  return role === 'attribute' ? closed(measured, rows.length).reason : 'Chosen by you';
}
