import type { Answer } from '../../../shared/contract/survey.ts';
import type { CodingRow, Participant } from '../../../shared/domain/types.ts';
import type { CodeLook } from './marks.ts';

export type Examination = 'all' | 'coded' | 'uncoded' | 'examined';
/** Which answers of a question are shown. All parts hold together; `null` and `all` ask for nothing. */
export interface Filter { attribute: { id: number; value: string } | null; codeId: number | null; state: Examination }
export const noFilter: Filter = { attribute: null, codeId: null, state: 'all' };
export const isFilter = ({ attribute, codeId, state }: Filter): boolean => attribute !== null || codeId !== null || state !== 'all';

interface Known { codings: ReadonlyMap<number, readonly CodingRow[]>; examined: ReadonlySet<number>; people: ReadonlyMap<number, Participant> }

export function fits({ itemId, participantId }: Answer, { attribute, codeId, state }: Filter, { codings, examined, people }: Known): boolean {
  const own = codings.get(itemId);
  if (attribute && people.get(participantId)?.attributes[attribute.id] !== attribute.value) return false;
  if (codeId !== null && !own?.some((coding) => coding.codeId === codeId)) return false;
  if (state === 'coded') return own !== undefined;
  if (state === 'examined') return own === undefined && examined.has(itemId);
  return state === 'all' || (own === undefined && !examined.has(itemId));
}

export const stateWords: Record<Exclude<Examination, 'all'>, string> = { coded: 'coded', uncoded: 'not coded yet', examined: 'nothing to code' };

/** What the filter asks for, in words: “Role: Volunteer, coded with “Company””. */
export function inWords({ attribute, codeId, state }: Filter, attributes: readonly { id: number; name: string }[], looks: ReadonlyMap<number, CodeLook>): string {
  return [
    attribute && `${attributes.find((each) => each.id === attribute.id)?.name ?? ''}: ${attribute.value}`,
    state !== 'all' && stateWords[state],
    codeId !== null && `coded with “${looks.get(codeId)?.name ?? ''}”`,
  ].filter(Boolean).join(', ');
}
