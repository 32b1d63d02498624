import { areNamesJoined } from '../../../../shared/domain/ticked.ts';
import { readHtml } from '../damage/html.ts';

/** What is not an answer when a column is judged; it stays in the file all the same. */
const missingMarks = new Set(['', '-99', '-999', 'na', 'n/a', 'null', 'none', 'nan', '#n/a', '-']);
export const isMissing = (value: string): boolean => value.length < 6 && missingMarks.has(value.trim().toLowerCase());

/** Figures about the cells of a column, for telling free text from the rest. */
export interface Measure {
  /** Cells that hold something. */
  filled: number;
  /** Cells that hold an answer, missing marks left out. */
  answers: number;
  distinct: number;
  meanWords: number;
  meanLength: number;
  /** Shares of the answers, 0 to 1. */
  plainValues: number;
  mails: number;
  links: number;
  /** One to three words that begin with capitals, as names do. */
  names: number;
  /** Of those whose words are counted: how many hold an @ or a long number. */
  reachable: number;
  manyOptions: boolean;
  /** Options by their names, joined by blanks. */
  manyNames: boolean;
  /** An example, for a column with one distinct value. */
  sample: string;
}

const plainValue =
  /^(?:[-+]?[\d.,\s]*\d%?|[-+]?\d+(?:\.\d+)?e[-+]?\d+|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ,].*)?|\d{1,2}-[A-Za-z]{3}-\d{2,4}|\d{1,2} [A-Za-z]{3} \d{4}\b.*|[A-Za-z]{3} \d{1,2}, \d{4}\b.*|\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?|uuid:\S+|R_\w{10,}|(?=\S*\d)[A-Za-z0-9_-]{12,}|\d+-\d+-\d+|\d+ ?\/ ?\d+|true|false)$/i;
/** A number, a date, a time or an id. */
export const isPlain = (value: string): boolean => value.length < 60 && plainValue.test(value);
/** E-mail addresses; links and names of files, which a form takes in beside answers. */
const mail = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const link = /^(?:(?:https?:\/\/|www\.)\S+(?:[,;]\s*(?:https?:\/\/|www\.)\S+)*|[^\s/\\]+\.(?:jpe?g|png|gif|heic|webp|mp4|mov|3gpp?|mp3|m4a|wav|amr|ogg|pdf|docx?|pptx?|xlsx?|zip)|\[document\])$/i;
const personal = /^(?=.*\p{L}\p{L})[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*(?: (?:(?:de|da|do|dos|del|di|van|von|der|den|bin|al|la|le|el) )?[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*){0,2}$/u;
const reach = /@|\d(?:[\s()./-]*\d){5}/;
/** Answers that a column is judged by, and those of them whose words are counted. */
const judged = 3_000;
const counted = 500;

export function measure(values: Iterable<string>): Measure {
  let filled = 0;
  const answers: string[] = [];
  for (const value of values) {
    // Most cells begin with an ordinary character and need no closer look.
    const first = value.charCodeAt(0);
    if (!(first > 32 && first < 127) && value.trim() === '') continue;
    filled++;
    // HTML says nothing about the words, and its codes end in the semicolons that join options.
    if (answers.length < judged && !isMissing(value)) answers.push(readHtml(value).text.trim());
  }
  const total = Math.max(1, answers.length);
  let words = 0;
  let length = 0;
  let plain = 0;
  let mails = 0;
  let links = 0;
  let reachable = 0;
  let names = 0;
  for (const answer of answers.slice(0, counted)) {
    words += countWords(answer);
    if (reach.test(answer)) reachable++;
    if (answer.length < 60 && personal.test(answer)) names++;
  }
  for (const answer of answers) {
    length += answer.length;
    if (isPlain(answer)) plain++;
    else if (answer.includes('@')) mails += Number(mail.test(answer));
    else if (answer.includes('.') || answer.startsWith('[')) links += Number(link.test(answer));
  }
  const distinct = new Set(answers);
  return {
    filled,
    answers: answers.length,
    distinct: distinct.size,
    meanWords: words / Math.min(total, counted),
    meanLength: length / total,
    plainValues: plain / total,
    mails: mails / total,
    links: links / total,
    names: names / Math.min(total, counted),
    reachable,
    manyOptions: looksTicked(answers),
    manyNames: areNamesJoined(answers),
    sample: answers[0] ?? '',
  };
}

/** Scripts without blanks between words are counted by their length: two characters or so make a word. */
function countWords(text: string): number {
  const blanks = text.match(/\S+/g)?.length ?? 0;
  const unspaced = text.match(/[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/g)?.length ?? 0;
  return Math.max(blanks, unspaced / 2);
}

/** Several ticked options in one cell: most pieces are labels that return in other cells. */
function looksTicked(answers: readonly string[]): boolean {
  if (answers.length && answers.every((answer) => /^\['.*'\]$/.test(answer))) return true;
  const often = Math.max(3, answers.length * 0.02);
  for (const separator of [';', ', ', ',']) {
    const split = answers.filter((answer) => answer.includes(separator));
    if (split.length < answers.length * 0.15 || split.length < 2) continue;
    const pieces = answers.flatMap((answer) =>
      answer
        .split(separator)
        .map((piece) => piece.replace(/^[\s['"]+|[\s\]'"]+$/g, ''))
        .filter(Boolean),
    );
    const times = new Map<string, number>();
    for (const piece of pieces) times.set(piece, (times.get(piece) ?? 0) + 1);
    if (pieces.filter((piece) => (times.get(piece) ?? 0) >= often).length > pieces.length * 0.6) return true;
  }
  return false;
}
