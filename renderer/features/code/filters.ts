import type { Answer } from '../../../shared/contract/survey.ts';
import type { CodingRow, Participant } from '../../../shared/domain/types.ts';
import type { CodeLook } from './marks.ts';

export type Examination = 'all' | 'coded' | 'uncoded' | 'examined';
/** Which answers of a question are shown. All parts hold together; `null` and `all` ask for nothing. */
export interface Filter { attribute: { id: number; value: string } | null; codeId: number | null; state: Examination; /** Only what was not marked as read while familiarising. */ unread: boolean }
export const noFilter: Filter = { attribute: null, codeId: null, state: 'all', unread: false };
export const isFilter = ({ attribute, codeId, state, unread }: Filter): boolean => attribute !== null || codeId !== null || state !== 'all' || unread;

interface Known { codings: ReadonlyMap<number, readonly CodingRow[]>; examined: ReadonlySet<number>; people: ReadonlyMap<number, Participant>; read: ReadonlySet<number> }

export function fits({ itemId, participantId }: Answer, { attribute, codeId, state, unread }: Filter, { codings, examined, people, read }: Known): boolean {
  if (unread && read.has(itemId)) return false;
  const own = codings.get(itemId);
  if (attribute && people.get(participantId ?? 0)?.attributes[attribute.id] !== attribute.value) return false;
  if (codeId !== null && !own?.some((coding) => coding.codeId === codeId)) return false;
  if (state === 'coded') return own !== undefined;
  if (state === 'examined') return own === undefined && examined.has(itemId);
  return state === 'all' || (own === undefined && !examined.has(itemId));
}

export const stateWords: Record<Exclude<Examination, 'all'>, string> = { coded: 'coded', uncoded: 'not coded yet', examined: 'nothing to code' };

/** What the filter asks for, in words: “Role: Volunteer, coded with “Company””. */
export function inWords({ attribute, codeId, state, unread }: Filter, attributes: readonly { id: number; name: string }[], looks: ReadonlyMap<number, CodeLook>): string {
  return [
    attribute && `${attributes.find((each) => each.id === attribute.id)?.name ?? ''}: ${attribute.value}`,
    state !== 'all' && stateWords[state],
    unread && 'not read yet',
    codeId !== null && `coded with “${looks.get(codeId)?.name ?? ''}”`,
  ].filter(Boolean).join(', ');
}
