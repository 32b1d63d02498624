import type { Differences } from '../../../../shared/contract/wave.ts';
import { all, type Db, idList } from '../../sql.ts';
import type { WaveMatch } from './wave-known.ts';
import { nearlyAlike, sharedWords } from './wave-words.ts';

type Renamed = Differences['renamed'][number];
/** People by whose answers it is told. */
const asked = 500;
/** So many different answers that are the same to the letter are no chance. */
const fewest = 3;

/** What the project has and the file does not, as far as it is known. */
interface Free { id: number; wording: string; of: ReadonlyMap<number, string> }
interface Beside { same: number; both: number; different: number }

/** New columns that may be a question or an attribute of the project under other words, each of which is meant once at most. Nothing is decided by it. */
export function renamedColumns(db: Db, { understood, questions, attributes, people }: Pick<WaveMatch, 'understood' | 'questions' | 'attributes' | 'people'>): Renamed[] {
  const known = people.flatMap((id, person) => (id === null ? [] : { id, person })).slice(0, asked);
  const who = idList(known.map(({ id }) => id));
  const ids = (found: readonly ({ id: number } | null)[]) => idList(found.flatMap((each) => each?.id ?? []));
  const besideOf = (cells: readonly string[], { of }: Free): Beside => {
    const both = known.filter(({ id, person }) => of.has(id) && (cells[person] ?? '') !== '');
    const same = both.flatMap(({ id, person }) => (of.get(id) === cells[person] ? (cells[person] ?? '') : []));
    return { same: same.length, both: both.length, different: new Set(same).size };
  };

  const fresh = (columns: WaveMatch['understood']['questions'], found: readonly unknown[]) => columns.filter((_, at) => found[at] === null);
  const newQuestions = fresh(understood.questions, questions);
  const freeQuestions = newQuestions.length === 0 ? [] : all<Omit<Free, 'of'>>(db, `SELECT id, wording FROM question WHERE kind = 'survey' AND id NOT IN (SELECT value FROM json_each(?)) ORDER BY position, id`, ids(questions));
  const answers = freeQuestions.map((question): Free => ({ ...question, of: textsOf(all(db, 'SELECT participant_id AS id, text FROM item WHERE question_id = ? AND participant_id IN (SELECT value FROM json_each(?)) ORDER BY version', question.id, who)) }));
  const newAttributes = fresh(understood.attributes, attributes);
  const freeAttributes = newAttributes.length === 0 ? [] : all<Omit<Free, 'of'>>(db, `SELECT id, coalesce(nullif(wording, ''), name) AS wording FROM attribute WHERE id NOT IN (SELECT value FROM json_each(?)) ORDER BY position, id`, ids(attributes));
  const values = freeAttributes.map((attribute): Free => ({ ...attribute, of: textsOf(all(db, 'SELECT participant_id AS id, value AS text FROM attribute_value WHERE attribute_id = ? AND participant_id IN (SELECT value FROM json_each(?))', attribute.id, who)) }));

  const ofQuestions = pairUp(newQuestions, answers, ({ column, cells }, free) => {
    const beside = besideOf(cells, free);
    if (beside.different >= fewest && beside.same >= beside.both / 2) return { likely: 1 + beside.same / beside.both, why: `its answers are the same for ${beside.same.toLocaleString('en-GB')} of ${peopleOf(beside)}` };
    const shared = sharedWords(column.wording || column.name, free.wording);
    return shared >= nearlyAlike ? { likely: shared, why: 'they share nearly all words' } : null;
  });
  const ofAttributes = pairUp(newAttributes, values, ({ cells }, free) => {
    const beside = besideOf(cells, free);
    return beside.both >= 5 && beside.different >= 2 && beside.same >= beside.both * 0.8 ? { likely: beside.same / beside.both, why: `its values are the same for ${beside.same.toLocaleString('en-GB')} of ${peopleOf(beside)}` } : null;
  });
  const told = (kind: Renamed['kind']) => ({ of: { column }, free, why }: Pair): Renamed => ({
    column: column.index, kind, wording: free.wording,
    sentence: `“${inFull(column.wording || column.name)}” looks like the ${kind} “${inFull(free.wording)}”: ${why}. It comes in as a new ${kind} unless you say that it is the same.`,
  });
  return [...ofQuestions.map(told('question')), ...ofAttributes.map(told('attribute'))];
}

type Column = WaveMatch['understood']['questions'][number];
interface Pair { of: Column; free: Free; why: string; likely: number }

/** The likeliest first; in the order of the file. */
function pairUp(columns: readonly Column[], known: readonly Free[], judge: (column: Column, free: Free) => Pick<Pair, 'why' | 'likely'> | null): Pair[] {
  const pairs = columns.flatMap((of) => known.flatMap((free): Pair[] => {
    const found = judge(of, free);
    return found ? [{ of, free, ...found }] : [];
  }));
  const taken = new Set<Column | Free>();
  const best = pairs.toSorted((a, b) => b.likely - a.likely).filter(({ of, free }) => !taken.has(of) && !taken.has(free) && taken.add(of).add(free));
  return best.toSorted((a, b) => columns.indexOf(a.of) - columns.indexOf(b.of));
}

/** Short names leave out what tells two wordings apart. */
const inFull = (wording: string) => (wording.length > 160 ? `${wording.slice(0, 159).toWellFormed().trimEnd()}…` : wording);
/** The latest of each person. */
const textsOf = (rows: readonly { id: number; text: string }[]) => new Map(rows.map(({ id, text }) => [id, text]));
const peopleOf = ({ both }: Beside) => `${both < asked ? '' : 'the first '}${both.toLocaleString('en-GB')} people`;
