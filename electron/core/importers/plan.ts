import type { ColumnRole, GivenPlan, ImportPlan, Inspection, PlanColumn } from '../../../shared/domain/plan.ts';
import { shownAs } from '../../../shared/domain/participant-name.ts';
import { invalid, refused } from '../../../shared/errors.ts';
import { completionOf } from './completion.ts';
import { damageNotes } from './damage.ts';
import { asLabel, type Header, readHeaders, telltale } from './headers.ts';
import type { ImportFile, Table } from './importer.ts';
import { measure, type Measure } from './measure.ts';
import { repairText } from './mojibake.ts';
import { findParticipantColumn, type Respondent, sharedIds } from './participants.ts';
import { type Producer, recogniseProducer, shapeFor } from './producer.ts';
import { closed, couldIdentify, judge, type Role } from './roles.ts';
import { rowNotes } from './row-notes.ts';
import { dataRows, widthOf } from './rows.ts';
import { distinctName, shortNameFor } from './short-names.ts';
import { samplesOf, tidy, type TidyColumn } from './tidy.ts';
import { worthALook } from './worth-a-look.ts';

/** A file understood: the plan, and the cells that it brings in. */
export interface Understood {
  plan: ImportPlan;
  producer: Producer;
  table: Table;
  leftOut: Inspection['leftOut'];
  respondents: Respondent[];
  /** The cleaned cells of question and attribute columns, one per respondent. */
  questions: TidyColumn[];
  attributes: TidyColumn[];
  /** A sentence that keeps the file from being imported as planned; null when nothing does. */
  obstacle: string | null;
}

/** Gives rows a meaning: headers, roles, respondents, repairs. What `given` says wins over what is guessed. */
export function understandTable(file: ImportFile, format: string, table: Table, given: GivenPlan): Understood {
  const guessed = recogniseProducer(table.rows.slice(0, 12), file.fileName, mergedOver(table));
  const producer = shapeFor(given.headerRows ?? guessed.headerRows, guessed);
  const warnings = [...table.warnings];
  const width = widthOf(table, producer.headerRows, file.fileName, warnings);
  const all = readHeaders(table.rows, width, producer);
  const { rows, lines, leftOut } = dataRows(table, producer.headerRows, all.map(telltale), producer.name);
  if (rows.length === 0)
    throw refused(`“${file.fileName}” has a header but no respondents below it${leftOut.length ? ' (previews and empty rows are left out)' : ''}.`);

  const measures = all.map(({ index }) => measure(cellsOf(rows, index)));
  // A separator at the end of every line makes one column without name and content.
  const headers = all.filter(({ index }) => (measures[index]?.filled ?? 0) > 0 || named(table, producer.headerRows, index));
  const repair = given.repairs?.apply ?? true;
  const completion = completionOf(producer.name, headers, rows);
  const columns = planColumns(headers, measures, rows, given, repair, completion?.index);
  const key = columns.find(({ role }) => role === 'participant');
  const respondents = rows.map((cells, at): Respondent => ({ label: key ? asLabel(cells[key.index] ?? '') : '', line: lines[at] ?? 0, cells }));

  const noteFilled = (column: PlanColumn, tidied: TidyColumn) => ({ ...tidied, column: { ...column, filled: tidied.cells.filter(Boolean).length } });
  const tidied = (role: ColumnRole) =>
    columns.filter((column) => column.role === role).map((column) => noteFilled(column, tidy(column, respondents, repair, role === 'question')));
  const questions = tidied('question');
  const attributes = tidied('attribute');
  const names = namesOf(respondents);
  const count = questions.reduce((sum, { places }) => sum + places.length, 0);
  const obstacle =
    (key && sharedIds(respondents, key.name, producer.name)) ??
    (questions.length ? null : 'No column is set to “Free-text question”, so there would be nothing to read. Set at least one.');
  const used = columns.filter(({ role }) => role !== 'ignore').map((column) => ({ column, cells: [...cellsOf(rows, column.index)] }));
  warnings.push(
    ...notes(key, respondents, questions, attributes, headers.length),
    ...rowNotes({ producer: producer.name, headers, rows, lines }, completion),
    ...damageNotes(used, questions),
    ...worthALook(
      questions.map(({ column, cells }) => ({ column, texts: cells })),
      attributes.map(({ column, cells }) => ({ column, texts: cells })),
      respondents,
      columns,
      names,
    ),
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
      respondents: respondents.length,
      columns: columns.map((column) => kept.get(column.index) ?? column),
      repairs: { count, apply: repair, samples: samplesOf(questions, names) },
      analyses: given.analyses ?? 'each',
      warnings,
    },
    producer,
    table,
    leftOut,
    respondents,
    questions,
    attributes,
    obstacle,
  };
}

/** The first filled row has cells that a spreadsheet shows over several columns. */
const mergedOver = ({ merged, lines }: Table) => merged.some(({ line }) => line === lines[0]);

const cellsOf = function* (rows: readonly (readonly string[])[], index: number) {
  for (const row of rows) yield row[index] ?? '';
};

const named = (table: Table, headerRows: number, index: number) => table.rows.slice(0, headerRows).some((row) => (row[index] ?? '').trim() !== '');

/** Respondents as they will be shown in a new project. */
export const namesOf = (respondents: readonly Respondent[]) =>
  respondents.map(({ label }, index) => (label ? shownAs('imported', label, index + 1) : `P${index + 1}`));

function planColumns(
  headers: readonly Header[],
  measures: readonly Measure[],
  rows: readonly (readonly string[])[],
  given: GivenPlan,
  repair: boolean,
  completion: number | undefined,
): PlanColumn[] {
  const wishes = new Map((given.columns ?? []).map((column) => [column.index, column]));
  const places = new Set(headers.map(({ index }) => index));
  const stranger = [...wishes.keys()].find((index) => !places.has(index));
  if (stranger !== undefined) throw invalid(`The plan names column ${stranger}, which the file does not have (columns are counted from 0).`);
  const wishedKeys = [...wishes.values()].filter(({ role }) => role === 'participant');
  if (wishedKeys.length > 1) throw invalid('Two columns are set to “Participant id”. Choose one.');
  const found = findParticipantColumn(headers, rows);
  const key = wishedKeys[0]?.index ?? (found !== undefined && !wishes.has(found) ? found : undefined);
  const taken = { attribute: new Set<string>(), question: new Set<string>() };
  let questions = 0;
  return headers.map((header) => {
    const measured = measures[header.index] ?? measure([]);
    const guess: Role = header.index === completion ? { role: 'ignore', reason: 'Tells who finished' } : judge(header, measured, rows.length);
    const wished = wishes.get(header.index);
    const spareId = header.index === found && header.index !== key;
    const role: ColumnRole = header.index === key ? 'participant' : (wished?.role ?? (spareId ? 'ignore' : guess.role));
    const name = repair ? repairText(header.name).text : header.name;
    // A file of bare column codes keeps its wordings elsewhere; whoever knows them writes them into the plan. A plan that was
    // made when the file was read differently (another encoding, another header row) does not know these columns' wordings.
    const asked = wished !== undefined && (wished.name === '' || wished.name === name) ? wished.wording.trim() : '';
    const wording = asked || (repair ? repairText(header.wording).text : header.wording);
    if (role === 'question') questions++;
    const shortName =
      role === 'question' || role === 'attribute'
        ? distinctName(wished?.shortName.trim() || shortNameFor(name, wording, role === 'question' ? `Question ${questions}` : name), taken[role])
        : '';
    return { index: header.index, name, wording, role, shortName, filled: measured.filled, reason: reasonFor(role, guess, measured, rows, header.index) };
  });
}

function reasonFor(
  role: ColumnRole,
  guess: { role: ColumnRole; reason: string },
  measured: Measure,
  rows: readonly (readonly string[])[],
  index: number,
): string {
  if (role === 'participant')
    return rows.some((row) => shownAs('imported', asLabel(row[index] ?? ''), 0) === 'P0') ? `Shown as P1 to P${rows.length}` : 'Shown as in the file';
  if (role === guess.role || guess.reason === couldIdentify) return guess.reason;
  return role === 'attribute' ? closed(measured, rows.length).reason : 'Chosen by you';
}

function notes(
  key: PlanColumn | undefined,
  respondents: readonly Respondent[],
  questions: readonly TidyColumn[],
  attributes: readonly TidyColumn[],
  width: number,
): string[] {
  const found: string[] = [];
  if (!key) found.push('No column tells the respondents apart, so they are numbered in the order of the file.');
  const nameless = key ? respondents.filter(({ label }) => label === '').length : 0;
  if (nameless) found.push(`${nameless === 1 ? '1 respondent has' : `${nameless} respondents have`} no id and will be numbered.`);
  if (width === 1) found.push('Only one column was found. If there should be more, choose another separator under “Read it differently”.');
  const removed = [...questions, ...attributes].reduce((sum, column) => sum + column.removed, 0);
  if (removed) found.push(`${removed === 1 ? '1 control character' : `${removed} control characters`} (invisible, from copying) will be removed.`);
  const marks = questions.reduce((sum, column) => sum + column.noAnswers, 0);
  if (marks)
    found.push(
      `${marks === 1 ? '1 cell holds' : `${marks} cells hold`} -99 or -999, which survey tools write for “not answered”. ${marks === 1 ? 'It counts' : 'They count'} as empty.`,
    );
  const facts = attributes.reduce((sum, column) => sum + column.places.length, 0);
  if (facts) found.push(`${facts === 1 ? '1 damaged place' : `${facts} damaged places`} in attributes will be repaired as well.`);
  return found;
}
