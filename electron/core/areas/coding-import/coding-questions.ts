import { fold } from '../../../../shared/domain/search/fold.ts';
import { all, type Db } from '../../sql.ts';

export interface NamedQuestion { id: number; column: string; shortName: string; wording: string }

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
const loose = (text: string) => fold(text, 'accents').trim();
/** The beginning of a wording that is enough to know it by. */
const enough = 25;

/** The questions of a project, found by what a coding table calls them. */
export class QuestionFinder {
  readonly questions: readonly NamedQuestion[];
  #found = new Map<string, NamedQuestion | string>();

  constructor(db: Db) {
    this.questions = all(db, 'SELECT id, column_name AS "column", short_name AS shortName, wording FROM question ORDER BY position, id');
  }

  /** The question of that name, or the reason why there is none. */
  find(named: string): NamedQuestion | string {
    const known = this.#found.get(named);
    if (known !== undefined) return known;
    const found = this.#find(named);
    this.#found.set(named, found);
    return found;
  }

  isQuestion = (text: string): boolean => typeof this.find(text) !== 'string';

  /** By what tells most first: the exact wording or column, the short name, the number in the survey; then the same regardless of capitals and blanks; then as an appendix prints it. */
  #find(named: string): NamedQuestion | string {
    const exact = (key: keyof NamedQuestion) => this.questions.filter((question) => question[key] === named);
    const similar = (key: 'column' | 'shortName' | 'wording', text = named) => this.questions.filter((question) => loose(question[key]) === loose(text));
    const number = /^(?:(?:question|item) |q)?(\d{1,6})$/i.exec(plain(named))?.[1];
    const numbered = number === undefined ? undefined : this.questions[Number(number) - 1];
    const { wording, short, at } = printed(named);
    const beginning = loose(wording).replace(/\.\.\.$/, '').trim();
    const begins = beginning.length < enough ? [] : this.questions.filter((question) => loose(question.wording).startsWith(beginning) || (loose(question.wording).length >= enough && beginning.startsWith(loose(question.wording))));
    const ways = [
      exact('wording'), exact('column'), exact('shortName'), numbered ? [numbered] : [], similar('wording'), similar('column'), similar('shortName'),
      wording ? similar('wording', wording) : [], wording ? similar('column', wording) : [], begins.length === 1 ? begins : [], short ? similar('shortName', short) : [], at === undefined ? [] : this.questions.slice(at - 1, at),
    ];
    for (const found of ways) {
      if (found.length > 1) return `“${named.slice(0, 60)}” is the name of ${found.length} questions. Name the question by its number (${found.map((question) => this.questions.indexOf(question) + 1).join(', ')}) or its column.`;
      if (found[0]) return found[0];
    }
    return `There is no question “${named.slice(0, 60)}”.`;
  }
}

/** “Question 12, Barriers: ‘Please say why.’” as its parts; the number counts only where nothing else is said. */
function printed(named: string): { wording: string; short: string; at: number | undefined } {
  const text = plain(named);
  const [, number, short = '', rest = ''] = /^(?:question|item|q)\s?(\d{1,6})\s*(?:[,.]\s*([^:]*?))?\s*(?::\s*(.*))?$/i.exec(text) ?? [];
  const said = number === undefined ? text : rest;
  const wording = /^[‘'"“]\s*([\s\S]*?)\s*[’'"”]$/.exec(said)?.[1] ?? said;
  return { wording, short, at: number !== undefined && wording === '' && short === '' ? Number(number) : undefined };
}
