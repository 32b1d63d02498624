/** Participants' ids that look alike, such as P12 and P31; `example` is the first of them. */
export interface Numbering {
  kind: 'bare' | 'marked' | 'other';
  example: string;
  ids: string[];
}

/** Ids of more than one kind in one column: perhaps two numberings, in which 31 and P31 are different people (or the same one twice). */
export interface MixedNumberings {
  usual: Numbering;
  others: Numbering[];
  /** For a person to read: how many of each kind, and the odd ones by name. */
  sentence: string;
}

/** Ids named in a sentence at most. */
const named = 8;
/** Up to this share of ids of another kind is odd; more of them are two groups, such as two sites. */
const oddShare = 0.1;

/** So many ids that look alike are a kind of their own. */
const kindFrom = 3;

/** Brackets around an id are how it is written, not what it is. */
const bare = (label: string) => /^\s*[[(]?\s*(.*?)\s*[\])]?\s*$/s.exec(label)?.[1] ?? label;

/** Ids alike in everything but the number, whatever their capitals and blanks (S0-13 and S0-14 too); empty where there is no single number. */
function shapeOf(label: string): string {
  const parts = /^((?:[a-z]{1,4}\d{1,3}[-_. ])?\D*)\d+(\D*)$/i.exec(bare(label));
  return parts ? `${(parts[1] ?? '').toLowerCase().trim()}#${(parts[2] ?? '').toLowerCase().trim()}` : '';
}

/**
 * Tells whether ids come from more than one numbering: bare numbers beside marked ones, or a few that look unlike all the
 * others. Null where they look alike, and where most are no numbers at all (names, tokens of a survey tool). Ids may repeat.
 */
export function mixedNumberings(labels: readonly string[]): MixedNumberings | null {
  const distinct = [...new Set(labels.map((label) => label.trim()).filter(Boolean))];
  const shapes = [...Map.groupBy(distinct, shapeOf)].map(([shape, ids]): Numbering => ({
    kind: shape === '' ? 'other' : shape === '#' ? 'bare' : 'marked',
    example: ids[0] ?? '',
    ids,
  }));
  const [usual, ...others] = shapes.toSorted((a, b) => b.ids.length - a.ids.length);
  if (!usual || others.length === 0 || usual.kind === 'other' || usual.ids.length < 2) return null;
  const count = others.reduce((sum, { ids }) => sum + ids.length, 0);
  const numbersBesideMarked = usual.kind === 'bare' ? others.some(({ kind }) => kind === 'marked') : others.some(({ kind }) => kind === 'bare');
  if (!numbersBesideMarked && (count > distinct.length * oddShare || distinct.length < 10)) return null;
  return { usual, others, sentence: sentenceOf(usual, others) };
}

const counted = (count: number, words: string) => `${count} ${count === 1 ? 'id' : 'ids'} ${words}`;

function sentenceOf(usual: Numbering, others: readonly Numbering[]): string {
  const list = (ids: readonly string[]) => `${ids.slice(0, named).join(', ')}${ids.length > named ? ' …' : ''}`;
  const bareNumbers = (count: number) => (count === 1 ? 'is a bare number' : 'are bare numbers');
  const first = usual.kind === 'bare' ? counted(usual.ids.length, bareNumbers(usual.ids.length)) : counted(usual.ids.length, `look like ${usual.example}`);
  const rest = others.map(({ kind, ids }) => {
    const words = kind === 'bare' ? bareNumbers(ids.length) : kind === 'marked' ? `${ids.length === 1 ? 'looks' : 'look'} different` : `${ids.length === 1 ? 'is' : 'are'} no number`;
    return `${ids.length} ${words}: ${list(ids)}`;
  });
  return `${[first, ...rest].join(', ')}. Perhaps two numberings are mixed; check whether the same number means the same person.`;
}

/** What is left of an id without capitals, blanks, punctuation and zeros in front of numbers. */
const core = (label: string) => (plain.test(label) ? label.toLowerCase() : bare(label).toLowerCase().replace(/[\s._-]+/g, '').replace(/(?<!\d)0+(?=\d)/g, ''));
/** The same for telling who is who: hyphens and points between numbers stay, because 1-1 is not 11. */
export const alikeId = (label: string): string => core(label.replace(/(?<=\d)[\s._-]+(?=\d)/g, ','));
/** Most ids are like P12, of which nothing but capitals is taken away. */
const plain = /^[a-z]*(?:[1-9]\d*)?$/i;

/** Different ids that only capitals, blanks, punctuation or zeros in front tell apart (P07 and P7), as groups in the order of the list. */
export function nearlySameIds(labels: readonly string[]): string[][] {
  const distinct = [...new Set(labels.filter((label) => label.trim() !== ''))];
  return [...Map.groupBy(distinct, core).values()].filter((group) => group.length > 1);
}

const listOf = (groups: readonly string[][]): string => `${groups.slice(0, 5).map((group) => group.join(' and ')).join('; ')}${groups.length > 5 ? `; and ${groups.length - 5} more` : ''}`;

/** Numbers that stand under more than one kind of id, as groups of ids: S0-10 and P10. Two sites often number alike; tokens that end in digits are no kind. */
function sameNumbers(labels: readonly string[]): string[][] {
  const kinds = [...Map.groupBy([...new Set(labels.map((label) => label.trim()))], shapeOf)].filter(([shape, ids]) => shape !== '' && ids.length >= kindFrom);
  if (kinds.length < 2) return [];
  return [...Map.groupBy(kinds.flatMap(([, ids]) => ids), (label) => Number(/(\d+)\D*$/.exec(bare(label))?.[1])).values()].filter((group) => new Set(group.map(shapeOf)).size > 1);
}

/** What a careful person would ask about a column of ids, as sentences. */
export function numberingNotes(labels: readonly string[]): string[] {
  const notes: string[] = [];
  const mixed = mixedNumberings(labels);
  if (mixed) notes.push(mixed.sentence);
  const same = mixed ? [] : sameNumbers(labels);
  if (same.length > 1) notes.push(`${same.length} numbers stand in more than one kind of id: ${listOf(same)}. They come in as different people, as where two sites number alike; check that nobody is here under two ids.`);
  const twins = nearlySameIds(labels);
  if (twins.length > 0) {
    notes.push(`${twins.length === 1 ? 'Two ids differ' : 'Some ids differ'} only in capitals, blanks or zeros: ${listOf(twins)}. They come in as different people.`);
  }
  return notes;
}
