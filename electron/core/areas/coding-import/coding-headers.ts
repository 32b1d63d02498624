import type { CodingRole } from '../../../../shared/domain/coding-import.ts';
import { columnNames, requiredColumns } from '../../../../shared/report/coding-columns.ts';

/** Names that people give to the columns of a coding table, most telling first. */
const synonyms: readonly [CodingRole, readonly RegExp[]][] = [
  ['extract', [/^(data |coded |verbatim )?extracts?\b/, /\b(quote|quotation|excerpt|verbatim)s?\b/, /^(coded )?segments?$|^coded text$|^passages?$/, /^(text|content|data|transcript|raw data)s?$/, /^(responses?|answers?)( text)?$/]],
  ['code', [/^codes?$/, /^(initial|first|final|open|semantic|latent|descriptive|assigned|applied|in vivo|main) codes?( \d+)?$/, /^codes?( name| label)?s?( \d+)?$/, /^(labels?|nodes?|tags?|codings?)( \d+)?$/, /^codes?\b/]],
  ['participant', [/^participants?( (id|no|nr|number|code|pseudonym|name))?$/, /^(respondents?|ppts?|interviewees?|speakers?|persons?|people|pseudonyms?|subjects?)( (id|no|nr|number|code))?$/, /^(p|pid|p (no|nr|number)|who|case|case id|response id|record id|document|document name|source|file)$/, /^(id|no|nr|number)$/, /\b(participant|respondent|interviewee|ppt)\b/]],
  ['question', [/^questions?( (no|nr|number|id|text|wording|asked))?$/, /^(survey |interview )?(questions?|items?)( (no|nr|number))?$/, /^(q|q (no|nr|number)|prompts?)$/, /\bquestion\b/]],
  ['subtheme', [/^sub ?themes?( (name|label))?$/, /^(sub ?categor(y|ies)|(subordinate|lower order|second level) themes?)$/, /\bsub ?themes?\b/]],
  ['theme', [/^themes?( (name|label|path))?$/, /^(overarching|main|superordinate|candidate|final|higher order|global|organi[sz]ing|initial|potential|key) themes?$/, /^(categor(y|ies)|factors?|parent codes?)$/, /\bthemes?\b/]],
  ['group', [/^(groups?|stance|stance groups?|position|side)$/]],
  ['analysis', [/^analys[ei]s$/]],
  ['kind', [/^(kind|code (type|kind)|(type|kind) of code|semantic (or )?latent|level of coding)$/]],
  ['note', [/^(notes?|memos?)$/, /\b(memos?|notes?|comments?|remarks?|reflections?)\b/]],
  ['start', [/^start( (offset|position))?$/]],
  ['end', [/^end( (offset|position))?$/]],
];
/** Columns about something else, although a word of theirs sounds like a role. */
const other = /\b(definition|description|count|counts|frequency|number of|how many|date|time|author|coder|coded (at|by)|colou?r|modified|created|link|url)\b/;
const several: readonly CodingRole[] = ['code', 'theme', 'subtheme', 'note'];

/** The header without capitals, punctuation, and what stands in brackets at its end. */
const plain = (header: string) => header.normalize('NFKC').replace(/^\uFEFF/, '').replace(/\([^()]*\)\s*$/, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim().toLowerCase();

function rankOf(header: string): { role: CodingRole; rank: number } | undefined {
  const name = plain(header);
  if (name === '' || other.test(name)) return undefined;
  let best: { role: CodingRole; rank: number } | undefined;
  for (const [role, patterns] of synonyms) {
    const rank = patterns.findIndex((pattern) => pattern.test(name));
    if (rank >= 0 && (best === undefined || rank < best.rank)) best = { role, rank };
  }
  return best;
}

/** What each column of a table made elsewhere is for, by its name. Where several names mean the same, the most telling one counts; codes, themes and notes may have several columns. */
export function rolesOf(header: readonly string[]): CodingRole[] {
  const ranked = header.map(rankOf);
  const offsets = (['start', 'end'] as const).every((role) => ranked.some((each) => each?.role === role));
  return ranked.map((each, index) => {
    if (!each || ((each.role === 'start' || each.role === 'end') && !offsets)) return 'ignore';
    if (several.includes(each.role)) return each.role;
    const better = ranked.some((rival, at) => rival?.role === each.role && (rival.rank < each.rank || (rival.rank === each.rank && at < index)));
    return better ? 'ignore' : each.role;
  });
}

/** How surely a row is the header of a coding table: columns that it names. None where it names neither words nor codes. */
export function headerScore(cells: readonly string[]): number {
  const roles = rolesOf(cells).filter((role) => role !== 'ignore');
  return roles.includes('extract') || (roles.includes('code') && roles.includes('start')) ? roles.length : 0;
}

/** The columns as Themework itself names them (DESIGN.md, section 4): such a table is read to the letter. Undefined for tables of another form. */
export function ownRoles(header: readonly string[]): CodingRole[] | undefined {
  const names = header.map((cell) => cell.trim().replace(/^\uFEFF/, '').toLowerCase());
  const has = (name: string) => names.includes(name);
  if (!requiredColumns.every(has) || !(has('extract') || (has('start') && has('end')))) return undefined;
  return names.map((name, index) => (columnNames.find((column) => column === name) !== undefined && names.indexOf(name) === index ? (name as CodingRole) : 'ignore'));
}
