import type { PlanColumn } from '../../../../shared/domain/plan.ts';
import { again } from '../further-looks.ts';
import type { Respondent } from './participants.ts';
import type { Finding } from './row-kinds.ts';
import { listed } from './rows.ts';

/** Cleaned answers of a question column, one per respondent ('' for none). */
export interface QuestionAnswers {
  column: PlanColumn;
  texts: readonly string[];
}

/** UTF-16 code units from which an answer is unlikely to be given twice. */
export const telling = 40;

const people = (n: number) => (n === 1 ? '1 respondent' : `${n.toLocaleString('en-GB')} respondents`);

/** A number that different texts rarely share, from a few of their characters: far cheaper than hashing all of them. */
export function fingerprint(text: string): number {
  let mixed = text.length;
  for (let step = 1; step <= 6; step++) mixed = (Math.imul(mixed, 31) + text.charCodeAt(Math.floor((text.length * step) / 7))) | 0;
  return mixed;
}

/** Respondents by what they answered: the same as another, nothing but try-outs, nothing at all. `names` as they will be shown; `address`: their IP addresses, where known. */
export function byTheirAnswers(
  questions: readonly QuestionAnswers[],
  attributes: readonly QuestionAnswers[],
  respondents: readonly Respondent[],
  names: readonly string[],
  address: (person: number) => string,
): Finding[] {
  return [sameRespondents(questions, attributes, names, address), silent(questions, respondents), trials(questions, respondents)];
}

/** Respondents who are alike in every answer and every attribute, with enough words to tell: sent twice, perhaps. */
function sameRespondents(
  questions: readonly QuestionAnswers[],
  attributes: readonly QuestionAnswers[],
  names: readonly string[],
  address: (person: number) => string,
): Finding {
  const rows: number[] = [];
  const pairs: string[] = [];
  let shared = 0;
  if (questions.length > 1) {
    const first = new Map<number, number>();
    const marks = questions.map(({ texts }) => again(texts, 'marks', [], () => ({ prints: Int32Array.from(texts, fingerprint), lengths: Uint8Array.from(texts, ({ length: each }) => Math.min(each, telling)) })));
    for (let person = 0; person < names.length; person++) {
      let print = 0;
      let length = 0;
      let answered = 0;
      for (const { prints, lengths } of marks) {
        const own = lengths[person] ?? 0;
        if (own === 0) continue;
        answered++;
        length += own;
        print = (Math.imul(print, 31) + (prints[person] ?? 0)) | 0;
      }
      if (answered < 2 || length < telling) continue;
      const other = first.get(print);
      if (other === undefined) first.set(print, person);
      else if ([...questions, ...attributes].every(({ texts }) => texts[other] === texts[person])) {
        rows.push(person);
        pairs.push(`${names[other]} and ${names[person]}`);
        if (address(person) !== '' && address(person) === address(other)) shared++;
      }
    }
  }
  const where = shared === 0 ? '' : ` ${shared === pairs.length ? (shared === 1 ? 'They have' : 'Each pair has') : `${shared} of these pairs have`} the same IP address, too.`;
  return {
    kind: 'twin',
    rows,
    sentence: `${pairs.slice(0, 3).join('; ')}${pairs.length > 3 ? `; and ${(pairs.length - 3).toLocaleString('en-GB')} more pairs` : ''}: all answers are the same. Perhaps one person answered twice.${where}`,
  };
}

/** How much is in an answer, one number for each respondent. */
const amounts = { nothing: 0, trial: 1, words: 2 } as const;
const amountsIn = ({ texts }: QuestionAnswers) =>
  again(texts, 'amounts', [], () => Uint8Array.from(texts, (text) => (text === '' ? amounts.nothing : text.length < 60 && trial.test(text.trim()) ? amounts.trial : amounts.words)));

function silent(questions: readonly QuestionAnswers[], respondents: readonly Respondent[]): Finding {
  const given = questions.map(amountsIn);
  const rows = questions.length ? respondents.flatMap((_, person) => (given.every((each) => each[person] === amounts.nothing) ? [person] : [])) : [];
  return { kind: 'silent', rows, sentence: `${people(rows.length)} answered none of the questions. They come in, and do not count as having answered.` };
}

const trial = /^(?:test\w*|testing \w+|asdf\w*|qwert[yz]\w*|blah?(?: blah?)*|lorem ipsum.*|xx+|foo|bar)[.!]*$/i;

/** Whoever tries out a form writes “test” into its text fields, and nothing else. */
function trials(questions: readonly QuestionAnswers[], respondents: readonly Respondent[]): Finding {
  const given = questions.map(amountsIn);
  const rows = respondents.flatMap((_, person) => (given.some((each) => each[person] === amounts.trial) && given.every((each) => each[person] !== amounts.words) ? [person] : []));
  return {
    kind: 'trial',
    rows,
    sentence: `${people(rows.length)} wrote nothing but “test”, “asdf” and the like (${listed(rows.map((at) => respondents[at]?.line ?? 0))}). Perhaps the form was being tried out.`,
  };
}

/** Respondents whose id another had before them. The sentence is empty: equal ids are told as what keeps the file from being imported. */
export function withAnIdAgain(respondents: readonly Respondent[]): Finding {
  const seen = new Set<string>();
  const rows = respondents.flatMap(({ label }, at) => {
    if (label === '') return [];
    if (seen.has(label)) return [at];
    seen.add(label);
    return [];
  });
  return { kind: 'again', rows, sentence: '' };
}
