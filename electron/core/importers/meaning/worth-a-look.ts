import type { PlanColumn } from '../../../../shared/domain/plan.ts';
import { again } from '../further-looks.ts';
import { fingerprint, type QuestionAnswers, telling } from './likeness.ts';

/** Lengths at which databases, survey tools and Excel cut answers off. */
const shortestCut = 255;
const cuts = [shortestCut, 2_048, 32_765, 32_766, 32_767, 65_535];

/**
 * What a careful person would look at before importing, as sentences. `names` are the respondents as they will be shown; those in `told` were
 * pointed out as alike in everything already.
 */
export function worthALook(
  questions: readonly QuestionAnswers[],
  columns: readonly PlanColumn[],
  names: readonly string[],
  told: ReadonlySet<number>,
): string[] {
  const found: string[] = [];
  const long = questions.map(({ texts }) => again(texts, 'long', [], () => texts.flatMap(({ length }) => (length >= shortestCut ? length : []))));
  for (const limit of cuts) {
    // One answer of that length among longer ones is chance.
    const cut = long.map((lengths) => lengths.filter((length) => length === limit).length);
    const longer = long.some((lengths, at) => (cut[at] ?? 0) > 0 && lengths.some((length) => length > limit));
    const count = cut.reduce((sum, each) => sum + each, 0);
    if (count > (longer ? 1 : 0))
      found.push(
        `${count === 1 ? '1 answer stops' : `${count} answers stop`} at exactly ${limit.toLocaleString('en-GB')} characters. ${count === 1 ? 'It' : 'They'} may have been cut off by the survey.`,
      );
  }
  const huge = long.reduce((sum, lengths) => sum + lengths.filter((length) => length > 100_000).length, 0);
  if (huge) found.push(`${huge === 1 ? '1 answer is' : `${huge} answers are`} longer than 100,000 characters. A quotation mark may be missing in the file.`);
  found.push(...sameAnswers(questions, names, told));
  const twins = sameHeaders(columns);
  if (twins) found.push(twins);
  return found;
}

function sameAnswers(questions: readonly QuestionAnswers[], names: readonly string[], told: ReadonlySet<number>): string[] {
  const pairs = questions.flatMap(({ column, texts }) =>
    again(texts, 'twice', [...told], () => twiceIn(texts, told)).map(([other, person]) => `${names[other]} and ${names[person]} gave the same answer to “${column.shortName}”, word for word.`));
  return pairs.length <= 3 ? pairs : [...pairs.slice(0, 2), `${pairs.length - 2} more long answers were given twice, word for word.`];
}

/** Long answers that came before, as pairs of respondents. */
function twiceIn(texts: readonly string[], told: ReadonlySet<number>): [other: number, person: number][] {
  const pairs: [number, number][] = [];
  const first = new Map<number, number>();
  texts.forEach((text, person) => {
    if (text.length < telling || told.has(person)) return;
    const print = fingerprint(text);
    const other = first.get(print);
    if (other === undefined) first.set(print, person);
    else if (texts[other] === text) pairs.push([other, person]);
  });
  return pairs;
}

function sameHeaders(columns: readonly PlanColumn[]): string | undefined {
  const times = new Map<string, number>();
  for (const { name, role } of columns) if (role !== 'ignore') times.set(name, (times.get(name) ?? 0) + 1);
  const twice = [...times].filter(([, count]) => count > 1).map(([name]) => `“${name.length > 40 ? `${name.slice(0, 39).toWellFormed()}…` : name}”`);
  return twice.length
    ? `Several columns have the same name: ${twice.slice(0, 3).join(', ')}${twice.length > 3 ? ` and ${twice.length - 3} more` : ''}. They are kept apart by their place in the file.`
    : undefined;
}
