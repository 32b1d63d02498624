import type { TieKind } from '../../../../shared/domain/plan.ts';
import type { Header } from './headers.ts';
import { mayNamePeople } from './known-columns.ts';

/** A text tied to the closed column that it belongs to. */
export interface Tie {
  to: number;
  tie: TieKind;
  /** Why, a sentence for the screen. */
  reason: string;
}

/** A column as a tie sees it: `closed` counts its different answers, undefined for texts, ids and what the tool recorded; `rating`: few answers, given by several people. */
export interface Tieable {
  header: Header;
  text: boolean;
  closed: number | undefined;
  rating: boolean;
  /** It is one of several rows or options of a question. */
  row: boolean;
}

const short = (name: string) => `“${name.length > 48 ? `${name.slice(0, 47).toWellFormed().trimEnd()}…` : name}”`;

/** Endings of a column's name that say: the text of an option of the column before the ending. */
const endings: readonly [RegExp, string, TieKind][] = [
  [/^(.+)_\d+_TEXT$/, '$1', 'other'],
  [/^(.+?)_TEXT$/, '$1', 'other'],
  [/^(.+?)\s*\[other\]$/i, '$1', 'other'],
  [/^(.+\[\w+?)comment\]/i, '$1]', 'comment'],
  [/^(.+)\[comment\]/i, '$1', 'comment'],
  [/^(.+?)[\s_.-]+(?:other|oth|specify|sp|autres?|sonstiges?|andere[rs]?|otros?|outros?)$/i, '$1', 'other'],
  [/^(.+?)[\s_.-]*(?:why|because|comments?|reasons?|explain|explanation)$/i, '$1', 'comment'],
  [/^(Q\d+(?:_\d+)*)_a$/, '$1', 'other'],
];
const otherWords = /^(?:if )?["“(]?other\b(?!\s+(?:than|people))|\bother,? ?[([–-]? ?(?:please|if so)\b|\bplease specify\b|^(?:sonstiges?|autres?|andere[rs]?|otros?|outros?)\b|\bwrite[ -]in\b/i;
/** A sentence that asks for reasons and means the question before it: it names no subject of its own. */
const why = [
  /^(?:and |if so,? )?(?:why|how so|how come)(?: not)?(?: (?:is (?:that|this|it)|do you (?:say|think|feel) (?:so|that|this)|did you (?:say|give|choose|pick|select)\b.*))?[?.]*$/i,
  /^(?:can|could|would) you (?:please )?(?:explain|say|tell us) (?:why|more|your (?:answer|rating|choice|response|score))\b.*$/i,
  /^(?:please )?(?:briefly )?(?:explain|elaborate|comment|justify|say why|say more|tell us (?:why|more)|give (?:a |your )?reasons?)(?: (?:on|for|about))?(?: (?:your|this|that|the) (?:answer|rating|choice|response|score|reply|number)s?)?[.:?]*$/i,
  /\b(?:reasons?|explain|explanation|comments?|elaborate|say|tell us)\b.{0,40}\b(?:your|this|that|the) (?:answer|rating|choice|response|score|reply)\b/i,
  /^what (?:makes|made) you (?:say|give|choose|think) (?:so|that|this|it)\b/i,
  /^(?:warum|weshalb|wieso|pourquoi|por qué|perché|waarom)(?: nicht| pas| no| non| niet)?[?.]*$/i,
];
/** They may be about anything; right after a rating they are about that. */
const comments = /^(?:please )?(?:leave |add )?(?:a |your )?comments?[.:?]*$/i;
const rates = /\?|^how\b|\b(?:rat(?:e|ed|ing)|scor(?:e|ing)|satisf\w*|agree\w*|overall|quality|helpful|useful|likel(?:y|ihood)|recommend\w*|easy|ease|opinion|feeling)\b|\d ?[-–] ?\d/i;
/** Without its number: “3.”, “Q3a)”, “3.a.”, “3a”. */
const plainQuestion = (wording: string) => wording.replace(/^\(?(?:q(?:uestion)?\s*)?(?:\d{1,3}\.?[a-z]\s+(?=\w)|\d{1,3}(?:\.(?:[a-z]|\d{1,2}|[ivx]{1,4})(?=[\s.):–-]))*\s*[a-z]?\s*[.):–-]\s*)/i, '').trim();
/** Facts about people and about the interview: nobody is asked for a reason. */
const fact =
  /^(?:(?:your|the|my) )?(?:(?:age|study|treatment|year|work|job) )?(?:groups?|cohort|arm|condition|version|form|wave|round|batch|site|location|place|region|country|city|town|district|interviewer|enumerator|moderator|facilitator|name|school|class|course|programme|program|team|department|faculty|unit|organi[sz]ation|age|gender|sex|pronouns|ethnicity|nationality|religion|language|mode|role|job|occupation|profession|post|position|title|status|date|day|month|year|type|source|channel|device)(?: (?:of|for) .+| ?(?:band|group|name|no\.?|number|id|code|title))?[\s\d:.*]*$/i;
const asksForFact = /^(?:what(?:['’]s| is| are)|which (?:is|are)) (?:your|the name of)\b(?!.*\b(?:rating|score|opinion|view|feeling|satisfaction|impression|experience|preference|favou?rite)\b)|^(?:how old|how long|where (?:do|are) you|when (?:did|were) you|which (?:age|gender|group)|(?:what|which) (?:age|gender|role|job|post|school|department|faculty))\b/i;

/**
 * Ties “Other, please specify” to its closed question, and the reason to its rating, by what names and wordings say; by index.
 * Only a closed column that stands before the text can be what it belongs to.
 */
export function tiesOf(columns: readonly Tieable[]): Map<number, Tie> {
  const named = new Map<string, Tieable>();
  const found = new Map<number, Tie>();
  for (const [at, column] of columns.entries()) {
    const { header } = column;
    const tie = column.text ? (byName(header, named) ?? byStem(column, columns, at) ?? byPlace(column, columns, at)) : undefined;
    if (tie) found.set(header.index, tie);
    if (column.closed !== undefined && !named.has(header.name.toLowerCase())) named.set(header.name.toLowerCase(), column);
  }
  return found;
}

function byName(header: Header, named: ReadonlyMap<string, Tieable>): Tie | undefined {
  const code = header.name;
  for (const [ending, base, tie] of endings) {
    if (!ending.test(code)) continue;
    const names = ending.source.includes('_TEXT') ? [code.replace(/_TEXT$/, ''), code.replace(ending, base)] : [code.replace(ending, base)];
    for (const name of names) {
      const to = named.get(name.toLowerCase());
      const kind = otherWords.test(to?.header.sub ?? '') ? 'other' : tie;
      if (to)
        return {
          to: to.header.index,
          tie: kind,
          reason: `Its name says so: ${short(code)} is the ${kind === 'other' ? 'text of an option of' : 'comment to'} ${short(to.header.name)}.`,
        };
    }
  }
  const written = /write[ -]in\b[^:]*:\s*(\S.*)$/i.exec(header.name)?.[1]?.toLowerCase();
  const to = written === undefined ? undefined : named.get(written);
  return to && { to: to.header.index, tie: 'other', reason: `What people wrote in where the options of ${short(to.header.name)} did not fit.` };
}

/** SurveyMonkey: the text stands in the same block as the options, or as the tick box of the same name. */
function byStem({ header }: Tieable, columns: readonly Tieable[], at: number): Tie | undefined {
  const { sub } = header;
  if (sub === '' || !(otherWords.test(sub) || /^why\?$/i.test(sub) || /\bcomments?\b/i.test(sub))) return undefined;
  const stem = header.wording.endsWith(` – ${sub}`) ? header.wording.slice(0, -sub.length - 3) : header.wording;
  const block = columns.slice(0, at).filter((each) => each.closed !== undefined && (each.header.wording === stem || each.header.wording.startsWith(`${stem} – `)));
  const to = block.find((each) => each.header.sub === sub) ?? block.find((each) => each.header.wording === stem);
  if (!to) return undefined;
  const tie = otherWords.test(sub) ? 'other' : 'comment';
  return { to: to.header.index, tie, reason: `It stands under the same question as ${short(to.header.wording)}.` };
}

/** The question over a SurveyMonkey column with a sub-header, behind the option in an Alchemer one (“Trains:Which do you use?”); empty where there is none. */
const stemOf = ({ name, sub, wording }: Header) => (sub !== '' && wording.endsWith(` – ${sub}`) ? wording.slice(0, -sub.length - 3) : (/^[^:]{1,200}:\s*(\S.*)$/.exec(name)?.[1] ?? ''));

function byPlace({ header }: Tieable, columns: readonly Tieable[], at: number): Tie | undefined {
  const before = columns[at - 1];
  if (before?.closed === undefined) return undefined;
  // The last of several tick boxes is one option, not the question that the text belongs to; they share a group.
  if (stemOf(header) !== '' && stemOf(header) === stemOf(before.header)) return undefined;
  const wording = plainQuestion(header.wording || header.name);
  if (otherWords.test(wording) && wording.length < 90)
    return { to: before.header.index, tie: 'other', reason: `It asks for “other” right after ${short(before.header.wording || before.header.name)}.` };
  const asked = plainQuestion(before.header.wording || before.header.name);
  // A grid is rated row by row, and its last row is no more meant than the others.
  const asksWhy = why.some((pattern) => pattern.test(wording)) || (comments.test(wording) && rates.test(asked) && !asksForFact.test(asked));
  if (before.rating && !before.row && asksWhy && !fact.test(asked) && !mayNamePeople(asked))
    return { to: before.header.index, tie: 'comment', reason: `It asks for the reason right after ${short(before.header.wording || before.header.name)}.` };
  return undefined;
}
