import type { AnalysisTree, TreeNode } from './theme-tree.ts';
import type { CodingRow, Counts } from './types.ts';

type Placed = Pick<CodingRow, 'codeId' | 'itemId' | 'start' | 'end' | 'participantId'>;

/** A stretch of text as a key: the same place under two codes is one extract. */
export const placeKey = (coding: Pick<Placed, 'itemId' | 'start' | 'end'>): string => `${coding.itemId}/${coding.start}/${coding.end}`;

/** Counts over any set of codings: placements, different stretches, different people. Never a sum of other counts. */
export function countCodings(codings: Iterable<Placed>): Counts {
  const places = new Set<string>();
  const people = new Set<number>();
  let count = 0;
  for (const coding of codings) {
    count++;
    places.add(placeKey(coding));
    // Documents are nobody.
    if (coding.participantId !== null) people.add(coding.participantId);
  }
  return { codings: count, extracts: places.size, participants: people.size };
}

export const codingsByCode = <T extends Placed>(codings: readonly T[]): Map<number, T[]> => {
  const byCode = new Map<number, T[]>();
  for (const coding of codings) {
    const found = byCode.get(coding.codeId);
    if (found) found.push(coding);
    else byCode.set(coding.codeId, [coding]);
  }
  return byCode;
};

interface Sets { codings: number; places: Set<string>; people: Set<number> }

/** Counts of every node of a tree, as unions over its subtree. Keys are `theme 12` and `code 7`; see `nodeKey`. */
export function countTree(tree: AnalysisTree, codings: readonly Placed[]): Map<string, Counts> {
  const byCode = codingsByCode(codings);
  const counts = new Map<string, Counts>();
  const visit = (node: TreeNode): Sets => {
    const sets: Sets = { codings: 0, places: new Set(), people: new Set() };
    if (node.type === 'code') {
      for (const coding of byCode.get(node.id) ?? []) {
        sets.codings++;
        sets.places.add(placeKey(coding));
        if (coding.participantId !== null) sets.people.add(coding.participantId);
      }
    } else {
      for (const child of node.children.map(visit)) {
        sets.codings += child.codings;
        for (const place of child.places) sets.places.add(place);
        for (const person of child.people) sets.people.add(person);
      }
    }
    counts.set(nodeKey(node), { codings: sets.codings, extracts: sets.places.size, participants: sets.people.size });
    return sets;
  };
  for (const root of [...tree.roots, ...tree.miscellaneous]) visit(root);
  return counts;
}

export const nodeKey = (node: { type: 'theme' | 'code'; id: number }): string => `${node.type} ${node.id}`;
