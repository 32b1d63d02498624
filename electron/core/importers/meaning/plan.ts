import type { ColumnRole, GivenPlan, ImportPlan, Inspection, PlanColumn } from '../../../../shared/domain/plan.ts';
import { shownAs } from '../../../../shared/domain/participant-name.ts';
import { refused } from '../../../../shared/errors.ts';
import { notAsked, whoWasAsked } from './asked.ts';
import { planColumns } from './columns.ts';
import type { Companion } from './companions.ts';
import { tell } from '../../task.ts';
import { completionOf } from './completion.ts';
import { again } from '../further-looks.ts';
import { damageIn, damageNotes, htmlNote } from '../damage/damage.ts';
import { looksLikeHtml, readHtml } from '../damage/html.ts';
import { repairText } from '../damage/mojibake.ts';
import { asLabel, type Header, readHeaders, telltale } from './headers.ts';
import type { ImportFile, Table } from '../importer.ts';
import { plainName } from './known-columns.ts';
import { byTheirAnswers, withAnIdAgain } from './likeness.ts';
import { measure, type Measure } from './measure.ts';
import { turnedTable } from './long-table.ts';
import { linesAboveNote } from './lines-above.ts';
import { noHeaderNote } from './no-header.ts';
import { toolMarkOf } from './marks.ts';
import { offersToRead } from './offers.ts';
import { numberingNotes } from '../../../../shared/domain/numberings.ts';
import { type Respondent, sharedIds } from './participants.ts';
import { recogniseProducer, shapeFor } from './producer.ts';
import type { Producer } from './shape.ts';
import { byTheirLook, eventsOf, markedByTool, RowDecisions, usuallyLeftOut } from './row-kinds.ts';
import { rowNotes } from './row-notes.ts';
import { type DataRows, rowsBelow, widthOf, without } from './rows.ts';
import { sameContact } from './same-contact.ts';
import { samplesOf, tidy, type TidyColumn, withoutPeople } from './tidy.ts';
import { twinsAmong } from './twin-columns.ts';
import { splitOffTyped, typedBeside } from './typed-beside.ts';
import { worthALook } from './worth-a-look.ts';

/** A file understood: the plan, and the cells that it brings in. */
export interface Understood {
  plan: ImportPlan;
  producer: Producer;
  table: Table;
  leftOut: Inspection['leftOut'];
  found: Inspection['found'];
  events: Inspection['events'];
  twins: Inspection['twins'];
  html: Inspection['html'];
  typed: Inspection['typed'];
  companions: Inspection['companions'];
  respondents: Respondent[];
  /** The cleaned cells of question and attribute columns, one per respondent. */
  questions: TidyColumn[];
  attributes: TidyColumn[];
  /** A sentence that keeps the file from being imported as planned; null when nothing does. */
  obstacle: string | null;
}

/** Gives rows a meaning: headers, roles, respondents, repairs. What `given` says wins over what is guessed; `companions` know what columns mean. */
export function understandTable(file: ImportFile, format: string, original: Table, given: GivenPlan, companions: readonly Companion[] = []): Understood {
  const { long, turned } = turnedTable(original, given) ?? { long: given.long };
  const table = turned?.table ?? original;
  const guessed = turned?.producer ?? recogniseProducer(table.rows.slice(0, 20), file.fileName, mergedOver(table));
  const producer = shapeFor(given.headerRows ?? guessed.headerRows, guessed);
  const { linesAbove = 0 } = producer;
  const headless = guessed.headerRows === 0 && producer.headerRows === 0;
  const warnings = [...table.warnings, ...(turned?.warnings ?? []), ...(linesAbove ? [linesAboveNote(table.rows, linesAbove)] : []), ...(headless ? [noHeaderNote(table.rows)] : [])];
  const width = widthOf(table, producer.headerRows, file.fileName, warnings);
  const repair = given.repairs?.apply ?? true;
  const { joinedFrom = width } = table;
  const all = readHeaders(table.rows, width, producer, repair).map((header) => (header.index < joinedFrom ? header : { ...header, joined: true }));
  const below = eventsOf(rowsBelow(table, producer.headerRows), all, producer.name, given.event);
  const decisions = new RowDecisions(given.rows?.leaveOut ?? usuallyLeftOut, file.fileName);
  if (linesAbove) decisions.leftOut.push({ count: linesAbove, reason: linesAbove === 1 ? 'line above the header' : 'lines above the header' });
  if (table.emptyRows) decisions.leftOut.push({ count: table.emptyRows, reason: table.emptyRows === 1 ? 'empty row' : 'empty rows' });
  if (below.others) decisions.leftOut.push({ count: below.others, reason: below.others === 1 ? 'row of another event' : 'rows of other events' });
  // The same rows as in the last look are the same list again, of which much is known.
  const steady = (what: string, found: DataRows) => again(table, what, found.rows, () => found);
  const marked = steady('marked', without(below.rows, decisions.decide(markedByTool(below.rows, all.map(telltale), producer.name), below.rows.lines)));
  if (marked.rows.length === 0) throw refused(`“${file.fileName}” has a header but no respondents below it${decisions.leftOut.length ? ' (empty rows are left out)' : ''}. Check that responses were exported with it, and that no filter hides them.`);
  const completion = completionOf(producer.name, all, marked.rows);
  const { rows: asRead, lines } = steady('rows', without(marked, decisions.decide(byTheirLook(marked, all, completion), marked.lines)));
  const { rows, headers: withTyped, given: wished } = splitOffTyped(asRead, all, width, given);

  const measures: Measure[] = [];
  for (const { index } of withTyped) measures[index] = again(rows, `measure ${index}`, [], () => measure(cellsOf(rows, index)));
  // A separator at the end of every line makes one column without name and content.
  const headers = withTyped.filter(({ index }) => (measures[index]?.filled ?? 0) > 0 || named(table, producer.headerRows, index));
  const columns = planColumns({ producer: producer.name, headers, measures, rows, given: wished, repair, completion, companions, warnings });
  const key = columns.find(({ role }) => role === 'participant');
  const everyone = again(rows, 'everyone', [key?.index], () => rows.map((cells, at): Respondent => ({ label: key ? asLabel(cells[key.index] ?? '') : '', line: lines[at] ?? 0, cells })));

  const fillers = Map.groupBy(
    columns.filter(({ mergedWith }) => mergedWith != null),
    ({ mergedWith }) => mergedWith,
  );
  const toolMark = again(rows, 'tool mark', [producer.name, ...headers.map(({ index }) => index)], () => toolMarkOf(producer.name, headers, rows));
  let looked = 0;
  const isProgress = ({ column }: TidyColumn) => completion?.columns.has(column.index) ?? false;
  const tidied = (role: ColumnRole) =>
    columns.filter((column) => column.role === role).map((column) => {
      tellColumn(++looked, columns.length);
      const filling = (fillers.get(column.index) ?? []).map(({ index }) => index);
      const made = again(rows, `tidy ${column.index}`, [role, repair, toolMark, column.as, column.html, JSON.stringify(column.labels), ...filling], () =>
        withFilled(tidy(column, everyone, repair, role === 'question', filling, toolMark)));
      return { ...made, column: { ...column, filled: made.column.filled } };
    });
  const allQuestions = tidied('question');
  // What tells how far people came stands last: it is known about everybody and says least about them.
  const allAttributes = tidied('attribute').toSorted((a, b) => Number(isProgress(a)) - Number(isProgress(b)));
  const alike = byTheirAnswers(asTexts(allQuestions), asTexts(allAttributes), everyone, namesOf(everyone), addresses(headers, everyone));
  const out = decisions.decide([...(key ? [again(everyone, 'an id again', [], () => withAnIdAgain(everyone))] : []), ...alike], lines);
  const staying = everyone.filter((_, person) => !out.has(person));
  const respondents = again(everyone, 'respondents', staying, () => staying);
  const questions = withoutPeople(allQuestions, out);
  const attributes = withoutPeople(allAttributes, out);
  const names = namesOf(respondents);
  const fallen = whoWasAsked(questions, attributes, new Set(completion?.columns.keys()));

  const count = questions.reduce((sum, { places }) => sum + places.length, 0);
  const severalEvents = below.events.length > 0 && below.event === '';
  const shared = key ? again(respondents, 'shared ids', [key.name, producer.name, severalEvents], () => sharedIds(respondents, key.name, producer.name, severalEvents)) : null;
  const obstacle =
    shared ??
    (questions.length ? null : 'No column is set to “Free-text question”, so there would be nothing to read. Set at least one.');
  const used = columns.filter(({ role }) => role !== 'ignore').map((column) => ({ column, damage: again(rows, `damage ${column.index}`, [], () => damageIn(cellsOf(rows, column.index))) }));
  const twins = twinsAmong(columns, respondents);
  const typed = typedBeside(attributes, names);
  const html = questions.flatMap((question) => htmlOf(question, names));
  const told = new Set(decisions.leaves('twin') ? [] : (alike.find(({ kind }) => kind === 'twin')?.rows ?? []));
  // Totals and notes below the table have words where respondents have ids.
  const doubtful = new Set(decisions.found.flatMap(({ kind, lines: where }) => (kind === 'last' || kind === 'untimed' ? where : [])));
  // A large file takes its time here too, and may be cancelled.
  const still = (): string[] => tellColumn(columns.length, columns.length) ?? [];
  warnings.push(
    ...notes(key, respondents, questions, attributes, headers.length === 1 ? (columns[0]?.wording ?? '') : undefined, toolMark),
    ...still(),
    ...decisions.sentences,
    ...rowNotes({ producer: producer.name, headers, rows, lines, sheets: table.sheets, sheet: table.sheet, explained: columns.some(({ labels }) => labels), key: key?.index, sharedIds: shared !== null }),
    ...still(),
    ...fallen,
    ...notAsked(questions, attributes, names),
    ...still(),
    ...offersToRead(attributes),
    ...new Set(typed.flatMap(({ sentence }) => sentence || [])),
    ...damageNotes(used, questions),
    ...html.flatMap(({ sentence }) => sentence || []),
    ...still(),
    ...again(respondents, 'numbering', [...doubtful], () => numberingNotes(respondents.flatMap(({ label, line }) => (doubtful.has(line) ? [] : label)))),
    ...still(),
    ...worthALook(asTexts(questions), columns, names, told),
    ...sameContact(headers, measures, columns, respondents),
    ...still(),
    ...twins.flatMap(({ sentence }) => sentence || []),
  );
  if (obstacle) warnings.unshift(obstacle);
  const kept = new Map([...questions, ...attributes].map(({ column }) => [column.index, column]));
  return {
    plan: {
      format,
      encoding: table.encoding,
      delimiter: table.delimiter,
      sheet: table.sheet,
      headerRows: producer.headerRows,
      ...(long === undefined ? {} : { long }),
      respondents: respondents.length,
      columns: columns.map((column) => kept.get(column.index) ?? column),
      repairs: { count, apply: repair, samples: samplesOf(questions, names, repair ? (cell) => cell : (cell) => repairText(cell).text) },
      rows: { leaveOut: [...(given.rows?.leaveOut ?? usuallyLeftOut)] },
      event: below.event,
      ...(given.ids === undefined ? {} : { ids: given.ids }),
      analyses: given.analyses ?? 'each',
      warnings,
    },
    producer,
    table: original,
    leftOut: decisions.leftOut,
    found: decisions.found,
    events: below.events,
    twins,
    html,
    typed,
    companions: companions.map(({ fileName, about }) => ({ fileName, told: toldBy(headers.filter((header) => about(header) !== undefined).length, headers.length) })),
    respondents,
    questions,
    attributes,
    obstacle,
  };
}

/** Columns that are ignored take no time, so the count may jump at its end. */
function tellColumn(done: number, total: number): undefined {
  tell('Understanding the columns', done, total, 'columns');
}

/** The first filled row has cells that a spreadsheet shows over several columns. */
const mergedOver = ({ merged, lines }: Table) => merged.some(({ line }) => line === lines[0]);

const cellsOf = function* (rows: readonly (readonly string[])[], index: number) {
  for (const row of rows) yield row[index] ?? '';
};

const named = (table: Table, headerRows: number, index: number) => table.rows.slice(0, headerRows).some((row) => (row[index] ?? '').trim() !== '');
const withFilled = (tidied: TidyColumn): TidyColumn => ({
  ...tidied,
  column: { ...tidied.column, filled: tidied.cells.reduce((sum, cell) => sum + (cell === '' ? 0 : 1), 0) },
});
const asTexts = (columns: readonly TidyColumn[]) => columns.map(({ column, cells }) => ({ column, texts: cells }));
const toldBy = (known: number, all: number) => (known === 0 ? 'It knows none of the columns' : `It knows ${known} of ${all} columns`);

/** A question whose answers were written in a rich text box, in a list of one. */
function htmlOf({ column, cells, html: places }: TidyColumn, names: readonly string[]): Inspection['html'] {
  const read = column.html ?? false;
  if (places.length === 0 || !(read || looksLikeHtml(places, column.filled))) return [];
  const answers = new Set(places.map(({ person }) => person)).size;
  const samples = samplesOf([{ cells, places }], names, read ? (cell) => cell : (cell) => readHtml(cell).text);
  return [{ column: column.index, answers, places: places.length, read, samples, sentence: read ? '' : htmlNote(column, answers) }];
}

/** Respondents as they will be shown in a new project. */
export const namesOf = (respondents: readonly Respondent[]) =>
  again(respondents, 'names', [], () => respondents.map(({ label }, index) => (label ? shownAs('imported', label, index + 1) : `P${index + 1}`)));

function addresses(headers: readonly Header[], respondents: readonly Respondent[]): (person: number) => string {
  const column = headers.find((header) => ['ipaddress', 'ip', 'ipaddr'].includes(plainName(telltale(header))));
  return (person) => (column ? (respondents[person]?.cells[column.index] ?? '').trim() : '');
}

/** Somebody who pastes answers line by line may have no header at all. */
function oneColumn(name: string): string {
  const asks = name === '' || /[?:…*]\s*$/.test(name) || !/\S\s+\S+\s+\S/.test(name);
  const shown = name.length > 60 ? `${name.slice(0, 59).toWellFormed().trimEnd()}…` : name;
  return `Only one column was found. ${asks ? '' : `“${shown}” is taken for its name; if that is an answer, choose 0 header rows under “Read it differently”. `}If there should be more columns, choose another separator ${asks ? 'under “Read it differently”' : 'there'}.`;
}

function notes(
  key: PlanColumn | undefined,
  respondents: readonly Respondent[],
  questions: readonly TidyColumn[],
  attributes: readonly TidyColumn[],
  /** What stands above the only column; undefined where there are several. */
  only: string | undefined,
  toolMark: string | undefined,
): string[] {
  const found: string[] = [];
  if (!key) found.push('No column tells the respondents apart, so they are numbered in the order of the file.');
  const nameless = key ? respondents.filter(({ label }) => label === '').length : 0;
  if (nameless) found.push(`${nameless === 1 ? '1 respondent has' : `${nameless} respondents have`} no id and will be numbered.`);
  if (only !== undefined) found.push(oneColumn(only));
  const removed = [...questions, ...attributes].reduce((sum, column) => sum + column.removed, 0);
  if (removed) found.push(`${removed === 1 ? '1 control character' : `${removed} control characters`} (invisible, from copying) will be removed.`);
  const marks = questions.reduce((sum, column) => sum + column.noAnswers, 0);
  if (marks)
    found.push(
      `${marks === 1 ? '1 cell holds' : `${marks} cells hold`} ${toolMark ? `“${toolMark}”, -99 or -999` : '-99 or -999'}, which survey tools write for “not answered”. ${marks === 1 ? 'It counts' : 'They count'} as empty.`,
    );
  const facts = attributes.reduce((sum, column) => sum + column.places.length, 0);
  if (facts) found.push(`${facts === 1 ? '1 damaged place' : `${facts} damaged places`} in attributes will be repaired as well.`);
  return found;
}
