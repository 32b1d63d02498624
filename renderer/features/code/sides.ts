import type { Answer } from '../../../shared/contract/survey.ts';
import type { AttributeInfo, CodingRow, Participant } from '../../../shared/domain/types.ts';

/** Two groups of people beside each other: those with one value of an attribute, and those with another one or (null) everyone else. */
export interface Sides { attributeId: number; left: string; right: string | null }

/** A reading column: all answers, or those of one group. */
export interface Column { key: 'all' | 'left' | 'right'; name: string; answers: readonly Answer[] }

/** How many people of each group are coded with a code, in the order left, right. */
export type Coded = readonly [left: number, right: number];

export const everyoneElse = 'Everyone else';

/** Attributes by which people can be compared: not every person has a value of their own. */
export const comparable = (attributes: readonly AttributeInfo[]): AttributeInfo[] => attributes.filter(({ values }) => values.length > 1 && values.length <= 60);

/** The first comparison that is offered: the two most frequent values of the first attribute, or one of them and the rest. */
export function firstSides(attributes: readonly AttributeInfo[], wanted?: number): Sides | null {
  const found = comparable(attributes);
  // Groups have names; numbers and yes or no come second.
  const attribute = found.find(({ id }) => id === wanted) ?? found.find(({ values }) => values.some((value) => /\p{L}{2}/u.test(value) && !/^(true|false|yes|no)$/i.test(value))) ?? found[0];
  const [left, right] = attribute?.values ?? [];
  return attribute && left !== undefined ? { attributeId: attribute.id, left, right: attribute.values.length === 2 ? (right ?? null) : null } : null;
}

/** The answers of the two groups, each in the order in which they came. Whoever gave no value, and what no person wrote, is with everyone else. */
export function columnsOf(answers: readonly Answer[], people: ReadonlyMap<number, Participant>, sides: Sides | null): Column[] {
  if (!sides) return [{ key: 'all', name: '', answers }];
  const groupOf = (answer: Answer) => people.get(answer.participantId ?? 0)?.attributes[sides.attributeId];
  const isLeft = (answer: Answer) => groupOf(answer) === sides.left;
  return [
    { key: 'left', name: sides.left, answers: answers.filter(isLeft) },
    { key: 'right', name: sides.right ?? everyoneElse, answers: answers.filter((answer) => (sides.right === null ? !isLeft(answer) : groupOf(answer) === sides.right)) },
  ];
}

/** People in a column; parts of documents are nobody. */
const peopleIn = (answers: readonly Answer[]): number => new Set(answers.flatMap(({ participantId }) => participantId ?? [])).size;

/** For every code used in the two columns: how many different people of each. And how many people there are. */
export function comparedCodes(columns: readonly Column[], codings: ReadonlyMap<number, readonly CodingRow[]>): { of: Coded; byCode: ReadonlyMap<number, Coded> } {
  const sets = columns.map(({ answers }) => {
    const byCode = new Map<number, Set<number>>();
    for (const { itemId, participantId } of answers) {
      if (participantId === null) continue;
      for (const { codeId } of codings.get(itemId) ?? []) {
        const found = byCode.get(codeId);
        if (found) found.add(participantId);
        else byCode.set(codeId, new Set([participantId]));
      }
    }
    return byCode;
  });
  const count = (codeId: number): Coded => [sets[0]?.get(codeId)?.size ?? 0, sets[1]?.get(codeId)?.size ?? 0];
  return { of: [peopleIn(columns[0]?.answers ?? []), peopleIn(columns[1]?.answers ?? [])], byCode: new Map(sets.flatMap((each) => [...each.keys()]).map((codeId) => [codeId, count(codeId)])) };
}

/** The column in which an answer stands; the first one where it stands in none. */
export const columnWith = (columns: readonly Column[], itemId: number | null): Column | undefined =>
  columns.find(({ answers }) => answers.some((answer) => answer.itemId === itemId)) ?? columns[0];
