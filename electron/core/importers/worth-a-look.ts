import type { PlanColumn } from '../../../shared/domain/plan.ts';
import type { Respondent } from './participants.ts';

/** Cleaned answers of a question column, one per respondent ('' for none). */
export interface QuestionAnswers {
  column: PlanColumn;
  texts: readonly string[];
}

/** Lengths at which databases, survey tools and Excel cut answers off. */
const cuts = [255, 2_048, 32_765, 32_766, 32_767, 65_535];
/** Shorter ones may well be given twice. */
const telling = 40;

const people = (n: number) => (n === 1 ? '1 respondent' : `${n} respondents`);

/** What a careful person would look at before importing, as sentences. `names` are the respondents as they will be shown. */
export function worthALook(
  questions: readonly QuestionAnswers[],
  attributes: readonly QuestionAnswers[],
  respondents: readonly Respondent[],
  columns: readonly PlanColumn[],
  names: readonly string[],
): string[] {
  const found: string[] = [];
  for (const limit of cuts) {
    // One answer of that length among longer ones is chance.
    const cut = questions.map(({ texts }) => texts.filter((text) => text.length === limit).length);
    const longer = questions.some(({ texts }, at) => (cut[at] ?? 0) > 0 && texts.some((text) => text.length > limit));
    const count = cut.reduce((sum, each) => sum + each, 0);
    if (count > (longer ? 1 : 0))
      found.push(
        `${count === 1 ? '1 answer stops' : `${count} answers stop`} at exactly ${limit.toLocaleString('en-GB')} characters. ${count === 1 ? 'It' : 'They'} may have been cut off by the survey.`,
      );
  }
  const huge = questions.reduce((sum, { texts }) => sum + texts.filter((text) => text.length > 100_000).length, 0);
  if (huge) found.push(`${huge === 1 ? '1 answer is' : `${huge} answers are`} longer than 100,000 characters. A quotation mark may be missing in the file.`);
  const twice = sameRespondents(questions, attributes, names);
  found.push(...twice.sentences, ...sameAnswers(questions, names, twice.people));
  const silent = questions.length ? respondents.filter((_, person) => questions.every(({ texts }) => !texts[person])).length : 0;
  if (silent) found.push(`${people(silent)} answered none of the questions. They come in, and do not count as having answered.`);
  found.push(...tests(questions, respondents));
  const twins = sameHeaders(columns);
  if (twins) found.push(twins);
  return found;
}

/** A number that different texts rarely share, from a few of their characters: far cheaper than hashing all of them. */
function fingerprint(text: string): number {
  let mixed = text.length;
  for (let step = 1; step <= 6; step++) mixed = (Math.imul(mixed, 31) + text.charCodeAt(Math.floor((text.length * step) / 7))) | 0;
  return mixed;
}

/** Respondents who are alike in every answer and every attribute, with enough words to tell: sent twice, perhaps. */
function sameRespondents(
  questions: readonly QuestionAnswers[],
  attributes: readonly QuestionAnswers[],
  names: readonly string[],
): { sentences: string[]; people: ReadonlySet<number> } {
  const twins = new Set<number>();
  const pairs: string[] = [];
  if (questions.length > 1) {
    const first = new Map<number, number>();
    for (let person = 0; person < names.length; person++) {
      let print = 0;
      let length = 0;
      let answered = 0;
      for (const { texts } of questions) {
        const text = texts[person] ?? '';
        if (text === '') continue;
        answered++;
        length += text.length;
        print = (Math.imul(print, 31) + fingerprint(text)) | 0;
      }
      if (answered < 2 || length < telling) continue;
      const other = first.get(print);
      if (other === undefined) first.set(print, person);
      else if ([...questions, ...attributes].every(({ texts }) => texts[other] === texts[person])) {
        twins.add(person);
        pairs.push(`${names[other]} and ${names[person]}`);
      }
    }
  }
  const shown = pairs.slice(0, 3).join('; ');
  return {
    sentences: pairs.length
      ? [`${shown}${pairs.length > 3 ? `; and ${pairs.length - 3} more pairs` : ''}: all answers are the same. Perhaps one person answered twice.`]
      : [],
    people: twins,
  };
}

function sameAnswers(questions: readonly QuestionAnswers[], names: readonly string[], told: ReadonlySet<number>): string[] {
  const pairs: string[] = [];
  for (const { column, texts } of questions) {
    const first = new Map<number, number>();
    texts.forEach((text, person) => {
      if (text.length < telling || told.has(person)) return;
      const print = fingerprint(text);
      const other = first.get(print);
      if (other === undefined) first.set(print, person);
      else if (texts[other] === text) pairs.push(`${names[other]} and ${names[person]} gave the same answer to “${column.shortName}”, word for word.`);
    });
  }
  return pairs.length <= 3 ? pairs : [...pairs.slice(0, 2), `${pairs.length - 2} more long answers were given twice, word for word.`];
}

const trial = /^(?:test\w*|testing \w+|asdf\w*|qwert[yz]\w*|blah?(?: blah?)*|lorem ipsum.*|xx+|foo|bar)[.!]*$/i;

/** Whoever tries out a form writes “test” into its text fields, and nothing else. */
function tests(questions: readonly QuestionAnswers[], respondents: readonly Respondent[]): string[] {
  const found = respondents.filter((_, person) => {
    const answers = questions.flatMap(({ texts }) => texts[person] || []);
    return answers.length > 0 && answers.every((text) => text.length < 60 && trial.test(text.trim()));
  });
  if (found.length === 0) return [];
  const lines = found.map(({ line }) => line);
  return [
    `${people(found.length)} wrote nothing but “test”, “asdf” and the like (${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, 5).join(', ')}${lines.length > 5 ? ` and ${lines.length - 5} more` : ''}). Perhaps the form was being tried out.`,
  ];
}

function sameHeaders(columns: readonly PlanColumn[]): string | undefined {
  const times = new Map<string, number>();
  for (const { name, role } of columns) if (role !== 'ignore') times.set(name, (times.get(name) ?? 0) + 1);
  const twice = [...times].filter(([, count]) => count > 1).map(([name]) => `“${name.length > 40 ? `${name.slice(0, 39).toWellFormed()}…` : name}”`);
  return twice.length
    ? `Several columns have the same name: ${twice.slice(0, 3).join(', ')}${twice.length > 3 ? ` and ${twice.length - 3} more` : ''}. They are kept apart by their place in the file.`
    : undefined;
}
