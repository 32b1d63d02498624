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
const amounts = { nothing: 0, trial: 1, words: 2, link: 3 } as const;
const amountsIn = ({ texts }: QuestionAnswers) =>
  again(texts, 'amounts', [], () => Uint8Array.from(texts, (text) => (text === '' ? amounts.nothing : amountOf(text.trim()))));

function silent(questions: readonly QuestionAnswers[], respondents: readonly Respondent[]): Finding {
  const given = questions.map(amountsIn);
  const rows = questions.length ? respondents.flatMap((_, person) => (given.every((each) => each[person] === amounts.nothing) ? [person] : [])) : [];
  return { kind: 'silent', rows, sentence: `${people(rows.length)} answered none of the questions. They come in, and do not count as having answered.` };
}

const aTest = /^(?:(?:please )?ignore(?: this| me)?[\s,.:;!-]+)?(?:(?:this is |it['’]s )?(?:just |only )?an? )?test(?:ing|er|ed|s|\d+|\w{0,3})?(?:[\s,.:;!-]+(?:this|one|two|three|123|\d+|please|ignore|only|data|entry|answers?|responses?|submission|survey|form|run|test(?:ing|s|\d+)?))*$/i;
/** Fingers on a row of keys, one key held down, and fillers. */
const noWord = /^(?:(?:asd|sdf|dfg|fgh|ghj|hjk|jkl|lkj|fds)[asdfghjkl;]*|asdf\w*|qwert[yz]?\w*|zxcv\w*|blah?|x{2,}|(\p{L})\1{3,}|foo|bar)$/iu;
const link = /^(?:https?:\/\/|www\.)/i;
/** How many links an answer holds, where it holds nothing else: programs that fill in forms leave them. */
function linksIn(text: string): number {
  const pieces = link.test(text) ? text.split(/\s+/) : [];
  return pieces.every((piece) => link.test(piece)) ? pieces.length : 0;
}
function amountOf(text: string): number {
  const links = linksIn(text);
  // One link may well be an answer; several are none.
  if (links === 1) return amounts.link;
  return links > 1 || isTrial(text) ? amounts.trial : amounts.words;
}
function isTrial(text: string): boolean {
  if (text.length >= 60) return false;
  const said = text.replace(/[\s.!?]+$/, '');
  return aTest.test(said) || /^lorem ipsum/i.test(said) || (said !== '' && said.split(/[\s,.]+/).every((word) => noWord.test(word)));
}

/** Whoever tries out a form writes “test” into its text fields, and nothing else; programs leave links. */
function trials(questions: readonly QuestionAnswers[], respondents: readonly Respondent[]): Finding {
  const given = questions.map(amountsIn);
  const rows = respondents.flatMap((_, person) => (given.every((each) => each[person] !== amounts.words) && (given.some((each) => each[person] === amounts.trial) || given.filter((each) => each[person] === amounts.link).length > 1) ? [person] : []));
  const linked = rows.some((at) => questions.some(({ texts }) => linksIn((texts[at] ?? '').trim()) > 0));
  return {
    kind: 'trial',
    rows,
    sentence: `${people(rows.length)} wrote nothing but “test”, “asdf”${linked ? ', links' : ''} and the like (${listed(rows.map((at) => respondents[at]?.line ?? 0))}). Perhaps the form was being tried out${linked ? ', or a program filled it in' : ''}.`,
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
