import type { Inspection, PlanColumn } from '../../../../shared/domain/plan.ts';
import { plainName } from './known-columns.ts';
import type { Respondent } from './participants.ts';

/** Survey tools write a question twice where respondents reach it by two ways. Shorter names (“Other”) are options of different questions. */
const shortest = 15;

/** Columns of the same question (whatever its case, blanks and hyphens) of which nobody filled more than one, and those that are merged already. */
export function twinsAmong(columns: readonly PlanColumn[], respondents: readonly Respondent[]): Inspection['twins'] {
  const found: Inspection['twins'] = [];
  const same = Map.groupBy(
    columns.filter(({ role, wording, mergedWith, filled }) => (role === 'question' || role === 'attribute' || mergedWith != null) && wording.length >= shortest && /\s/.test(wording) && filled > 0),
    ({ wording }) => plainName(wording),
  );
  for (const [first, ...others] of same.values()) {
    if (!first) continue;
    for (const { index, mergedWith, role } of others) {
      if (mergedWith != null) found.push({ column: index, into: mergedWith, merged: true, sentence: '' });
      else if (mergedWith === undefined && role === first.role && respondents.every(({ cells }) => blank(cells[index]) || blank(cells[first.index]))) 
        found.push({
          column: index,
          into: first.index,
          merged: false,
          sentence: `Columns ${first.index + 1} and ${index + 1} ask the same question, and nobody filled both. They can be merged into one.`,
        });
    }
  }
  return found;
}

const blank = (cell: string | undefined) => cell === undefined || cell.trim() === '';
