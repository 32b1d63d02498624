import type { PlanColumn } from '../../../../shared/domain/plan.ts';
import { again } from '../further-looks.ts';
import { type Header, telltale } from './headers.ts';
import { isIdentifying } from './known-columns.ts';
import type { Measure } from './measure.ts';
import type { Respondent } from './participants.ts';

const phone = /phone|mobile|handy|whatsapp|telef|t[ée]l[ée]f|m[óo]vil|celular/i;
const mail = /^[^\s@]+@[^\s@]+$/;
/** However it is set apart with blanks and strokes. */
const digitsOf = (value: string) => (/^[+()\d\s./-]+$/.test(value) ? value.replace(/\D/g, '') : '');
const mostGroups = 3;
const mostLines = 6;

/** Respondents who gave the e-mail address or phone number of another, by their lines: the address itself is nobody's business. Equal ids are told elsewhere. */
export const sameContact = (headers: readonly Header[], measures: readonly Measure[], columns: readonly PlanColumn[], respondents: readonly Respondent[]): string[] =>
  headers.flatMap((header) => {
    const role = columns.find(({ index }) => index === header.index)?.role;
    if (role === 'participant' || role === 'question') return [];
    const asksPhone = [telltale(header), header.sub].some((name) => isIdentifying(name) && phone.test(name));
    const kind = (measures[header.index]?.mails ?? 0) > 0.6 ? 'e-mail address' : asksPhone ? 'phone number' : undefined;
    if (!kind) return [];
    const groups = again(respondents, `reached ${header.index}`, [kind], () => linesThatShare(respondents, header.index, kind === 'phone number'));
    if (groups.length === 0) return [];
    const shown = groups.slice(0, mostGroups).map((lines) => `${listOf(lines)} have the same ${kind}`);
    const more = groups.length - shown.length;
    const [first = '', ...rest] = shown;
    const all = [`Lines ${first}`, ...rest.map((each) => `lines ${each}`), ...(more ? [`and ${more === 1 ? '1 more group of lines shares' : `${more.toLocaleString('en-GB')} more groups of lines share`} one`] : [])];
    return `${all.join('; ')}. Perhaps one person answered twice; look at their answers.${role === 'ignore' ? ` “${header.name}” itself stays out.` : ''}`;
  });

function linesThatShare(respondents: readonly Respondent[], index: number, asDigits: boolean): number[][] {
  const lines = new Map<string, number[]>();
  for (const { cells, line } of respondents) {
    const given = (cells[index] ?? '').trim().toLowerCase();
    const value = asDigits ? digitsOf(given) : given;
    if (asDigits ? value.length < 7 : !mail.test(value)) continue;
    const same = lines.get(value);
    if (same) same.push(line);
    else lines.set(value, [line]);
  }
  return [...lines.values()].filter((each) => each.length > 1);
}

function listOf(lines: readonly number[]): string {
  if (lines.length > mostLines) return `${lines.slice(0, mostLines).join(', ')} and ${lines.length - mostLines} more`;
  return `${lines.slice(0, -1).join(', ')} and ${lines.at(-1)}`;
}
