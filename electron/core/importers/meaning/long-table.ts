import type { GivenPlan, ImportPlan } from '../../../../shared/domain/plan.ts';
import { invalid, refused } from '../../../../shared/errors.ts';
import { again } from '../further-looks.ts';
import type { Table } from '../importer.ts';
import { participantRank } from './known-columns.ts';
import type { Producer } from './shape.ts';

type Long = NonNullable<ImportPlan['long']>;

const asked = /^(?:the )?(?:questions?|items?|prompts?|variables?|fields?|frage|pregunta|vraag|domanda)(?:[ _.-]?(?:text|wording|label|name|id|code|no|number))?$/i;
const answered = /^(?:the )?(?:answers?|responses?|values?|replies|reply|antwort|respuesta|réponse|antwoord|risposta)(?:[ _.-]?(?:text|value))?$/i;
const people = /^(?:record|who|name)$/i;
/** Of a question's number, name and wording, the wording says most. */
const rank = (name: string) => (/text|wording|label/i.test(name) ? 0 : /id|code|no|number/i.test(name) ? 2 : 1);

export interface Turned {
  table: Table;
  producer: Producer;
  warnings: string[];
}

/** A table with a row for each answer as one with a row for each person; undefined for any other, and where the plan says that it is to be read as it stands. */
export function turnedTable(table: Table, given: GivenPlan): { long: Long; turned: Turned } | undefined {
  const long = given.long === undefined ? again(table, 'long', [given.headerRows], () => (given.headerRows === undefined || given.headerRows === 1 ? longColumns(table) : undefined)) : given.long;
  if (!long) return undefined;
  const { participant, question, answer } = long;
  return { long, turned: again(table, 'turned', [participant, question, answer], () => turn(table, long)) };
}

const cellAt = (row: readonly string[], index: number) => (row[index] ?? '').trim();

/** Who answered, what was asked, what was answered: by their names, where several people answered several questions, hardly any of them twice. */
function longColumns({ rows, joinedFrom }: Table): Long | undefined {
  const [names = [], ...below] = rows;
  const find = (fits: (name: string) => boolean) => names.flatMap((name, index) => (fits(name.trim()) ? [{ index, name }] : []));
  const [question] = find((name) => asked.test(name)).toSorted((a, b) => rank(a.name) - rank(b.name));
  const [answer] = find((name) => answered.test(name));
  if (!question || !answer || joinedFrom !== undefined || below.length < 4) return undefined;
  const participant = find((name) => participantRank(name) !== undefined || people.test(name)).find(({ index }) => index !== question.index && index !== answer.index && new Set(below.map((row) => cellAt(row, index))).size < below.length * 0.75);
  if (!participant) return undefined;
  const pairs = below.map((row) => ({ who: cellAt(row, participant.index), what: cellAt(row, question.index) }));
  const times = Map.groupBy(pairs, ({ what }) => what);
  const shared = pairs.filter(({ what }) => (times.get(what)?.length ?? 0) > 1).length;
  const different = new Set(pairs.map(({ who, what }) => JSON.stringify([who, what]))).size;
  const sure = times.size > 1 && times.size <= 2_000 && shared > pairs.length / 2 && different >= pairs.length * 0.8 && pairs.every(({ who, what }) => who !== '' && what !== '');
  return sure ? { participant: participant.index, question: question.index, answer: answer.index } : undefined;
}

interface Person { line: number; rows: string[][]; answers: Map<string, string[]> }

function turn(table: Table, { participant, question, answer }: Long): Turned {
  const [header = [], ...below] = table.rows;
  if (Math.max(participant, question, answer) >= header.length || new Set([participant, question, answer]).size < 3)
    throw invalid(`The plan reads columns ${participant + 1}, ${question + 1} and ${answer + 1} as person, question and answer, but the file has ${header.length} columns. Correct “long” in the plan.`);
  const byPerson = new Map<string, Person>();
  /** For each question the most answers that one person gave. */
  const most = new Map<string, number>();
  const twice: string[] = [];
  below.forEach((row, at) => {
    const [who, what, said] = [cellAt(row, participant), cellAt(row, question), row[answer] ?? ''];
    const line = table.lines[at + 1] ?? 0;
    if (who === '' || what === '') throw refused(`On line ${line} it is not said ${who === '' ? 'who answered' : 'what was asked'}, so its answer would belong to nobody. Fill in “${header[who === '' ? participant : question]}” in the file, or read the file as it stands (in a plan: “long”: null).`);
    const person: Person = byPerson.get(who) ?? { line, rows: [], answers: new Map() };
    byPerson.set(who, person);
    person.rows.push(row);
    if (!most.has(what)) most.set(what, 1);
    if (said.trim() === '') return;
    const answers = [...(person.answers.get(what) ?? []), said];
    person.answers.set(what, answers);
    if (answers.length === 2) twice.push(`${who} answered “${what}” twice`);
    most.set(what, Math.max(most.get(what) ?? 1, answers.length));
  });
  const others = header.flatMap((_, index) => (index === participant || index === question || index === answer ? [] : index));
  const constant = others.filter((index) => [...byPerson.values()].every(({ rows }) => rows.every((row) => cellAt(row, index) === cellAt(rows[0] ?? [], index))));
  const columns = [...most].flatMap(([what, times]) => Array.from({ length: times }, (_, at) => ({ what, at })));
  const rows = [...byPerson].map(([who, { rows: own, answers }]) => [who, ...constant.map((index) => own[0]?.[index] ?? ''), ...columns.map(({ what, at }) => answers.get(what)?.[at] ?? '')]);
  const names = [header[participant] ?? '', ...constant.map((index) => header[index] ?? ''), ...columns.map(({ what, at }) => (at === 0 ? what : `${what} (answer ${at + 1})`))];
  const dropped = others.filter((index) => !constant.includes(index)).map((index) => `“${header[index]}”`);
  return {
    table: { ...table, rows: [names, ...rows], lines: [table.lines[0] ?? 1, ...[...byPerson.values()].map(({ line }) => line)], merged: [] },
    producer: { name: '', headerRows: 1, shape: 'names', evidence: 'it has a row for each answer' },
    warnings: [
      `This file has a row for each answer: “${header[participant]}” says who answered, “${header[question]}” what was asked, and “${header[answer]}” holds the answers. It is read as ${byPerson.size} people and ${most.size} questions, in the order of the file (in a plan: “long”; null reads it as it stands).`,
      ...(twice.length ? [`${twice.slice(0, 3).join('; ')}${twice.length > 3 ? `; and ${twice.length - 3} more such cases` : ''}. Nothing is dropped: further answers stand in columns of their own, called “… (answer 2)” and so on.`] : []),
      ...(dropped.length ? [`${dropped.join(', ')} ${dropped.length === 1 ? 'differs' : 'differ'} from answer to answer and ${dropped.length === 1 ? 'is' : 'are'} left out.`] : []),
    ],
  };
}
