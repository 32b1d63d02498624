import type { ColumnRole } from '../../../../shared/domain/plan.ts';
import { type Header, telltale } from './headers.ts';
import { isAddedLater, isIdentifying, isRecorded, mayNamePeople } from './known-columns.ts';
import type { Measure } from './measure.ts';
import { looksLikeText, severalTicked } from './offers.ts';

export interface Role {
  role: ColumnRole;
  reason: string;
}

export const couldIdentify = 'Could identify people';

/** Headers and internal ids that survey tools give to text boxes. (French “Comment allez-vous ?” asks how.) */
const textBox = /_TEXT$|open-ended response|other \(please (?:specify|describe)|write.in\b|^why\?$|^[a-z]\w*\[other\]$|\[\w*comment\]|–\s*text$/i;
/** Words that speak for a text box, unless a few answers were given by many. */
const asksForMore = /(?<!^)\bcomments?\b|^comments\b|^comment(?:$|[.:?*(]| (?:on|about|box|here)\b)|elaborat|\bexplain\b|\badditional\b/i;
/** What options leave open, in a column of its own. */
const otherBox = /(?:^|[\s_/:.[-])(?:other|specify|sonstiges?|autres?|andere[rs]?|otros?|outros?|altro)[\]:.]?$/i;
/** Questions that ask for words. */
const asksForWords =
  /\bplease (?:say|tell|describe|specify|give)\b|\bsay why\b|\bwhy or why not\b|\banything else\b|\btell us\b|^describe\b|in your own words/i;
const question = /\?|^(?:what|why|how|who|where|when|which|is|are|do|does|did|if|should|would|could|can|have|has|in what|to what|for what)\b/i;

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
const words = (text: string) => text.match(/\S+/g)?.length ?? 0;

/** Judges a column in the order of SURVEY-IMPORT, section 8. The participant column is chosen elsewhere; `respondents` counts the rows. */
export function judge(header: Header, measured: Measure, respondents: number, producer: string): Role {
  const declared = header.importId !== '' ? /TEXT$/.test(header.importId) : false;
  if (measured.filled === 0) return { role: 'ignore', reason: 'Empty' };
  if (asksWhoTheyAre(header, measured)) return { role: 'ignore', reason: couldIdentify };
  if (!declared && isRecorded(telltale(header), producer)) return { role: 'ignore', reason: 'Recorded by the survey tool' };
  if (!declared && isAddedLater(telltale(header))) return { role: 'ignore', reason: 'Added after the survey' };
  if (measured.mails > 0.6) return { role: 'ignore', reason: couldIdentify };
  if (measured.links > 0.85) return { role: 'ignore', reason: 'Links or names of files' };
  if (measured.answers === 0) return { role: 'ignore', reason: 'Only marks for missing answers' };
  if (!declared && measured.manyNames) return { role: 'attribute', reason: severalTicked };
  const tick = measured.distinct === 1 && measured.answers > 1;
  const reads = readsAsText(measured);
  if (header.importId !== '' && !declared)
    return measured.plainValues > 0.85 ? plain(measured, respondents) : tick || !reads || measured.manyOptions ? closed(measured, respondents) : { role: 'attribute', reason: looksLikeText };
  if (measured.plainValues > 0.85) return plain(measured, respondents);
  if (!declared && measured.manyOptions) return { role: 'attribute', reason: severalTicked };
  const texts = [header.name, header.wording, header.sub];
  const repeated = measured.answers > 30 && measured.distinct < measured.answers * 0.1;
  const { answers, distinct } = measured;
  const box =
    declared ||
    texts.some((text) => textBox.test(text)) ||
    (!repeated && texts.some((text) => asksForWords.test(text))) ||
    (distinct > answers / 4 && texts.some((text) => asksForMore.test(text))) ||
    (distinct >= answers / 2 && texts.some((text) => otherBox.test(text)));
  // SurveyMonkey repeats the option's label in the cell of whoever ticked it.
  const option = header.sub !== '' && (measured.sample === header.sub || !(textBox.test(header.sub) || otherBox.test(header.sub)));
  if (box && !tick && !(measured.distinct === 1 && measured.sample === header.sub)) return { role: 'question', reason: 'A text box' };
  if (reads) return { role: 'question', reason: 'Answers in people’s own words' };
  if (!option && fewButOpen(header, measured)) return { role: 'question', reason: 'Reads like an open question' };
  return closed(measured, respondents);
}

/** Its name asks for contact data: by itself, or as a field under a question (“Address – Phone Number”), which is no option that somebody ticked. */
function asksWhoTheyAre(header: Header, { answers, distinct, mails, sample, meanWords, reachable, names: named }: Measure): boolean {
  const names = [telltale(header), header.name, header.wording, ...(header.sub !== '' && !(distinct === 1 && sample === header.sub) ? [header.sub] : [])];
  if (named > 0.6 && names.some(mayNamePeople)) return true;
  const asking = names.filter(isIdentifying);
  if (asking.length === 0) return false;
  if (mails > 0 || !asking.every((name) => means.test(name))) return true;
  const written = meanWords >= 5 && reachable === 0 && !asking.some((name) => /address/i.test(name));
  return !written && !(distinct > 1 && distinct < answers / 4);
}

/** Contact data, or the topic of a question: how often somebody uses e-mail, which phone, what they say about it. */
const means = /^\s*(?:e-?mail|mail|phone|telephone|mobile|(?:tele|mobile|cell ?)phone|telefon|teléfono|telefone|téléphone|whatsapp|twitter|facebook|instagram|linkedin|skype|address)(?:_\d)?\s*$/i;

/** The rule that told free text from closed answers in 240 of 244 columns of real exports. */
function readsAsText({ answers, distinct, meanWords, meanLength }: Measure): boolean {
  const ratio = distinct / Math.max(1, answers);
  return (
    (distinct >= 4 && ratio >= 0.5 && (meanWords >= 2.2 || meanLength >= 14)) ||
    (distinct >= 25 && ratio >= 0.25 && meanWords >= 1.6) ||
    (distinct >= 3 && ratio >= 0.4 && meanWords >= 6)
  );
}

/** Too few answers to judge by them: all different and of several words, or fewer words under a header that asks something. */
function fewButOpen({ wording }: Header, { answers, distinct, meanWords, meanLength }: Measure): boolean {
  if (answers > 3 || distinct < answers) return false;
  return meanWords >= 3 || (words(wording) >= 3 && question.test(wording) && (meanWords >= 2 || meanLength >= 14));
}

/** A column of closed answers: a fact about people, unless it is the same for all of them. */
export function closed({ answers, distinct, filled }: Measure, respondents: number): Role {
  if (distinct === 1 && filled === respondents && answers > 1) return { role: 'ignore', reason: 'Same for everyone' };
  if (distinct === 1 && answers > 1) return { role: 'attribute', reason: `Ticked by ${answers}` };
  return { role: 'attribute', reason: count(distinct, 'value') };
}

function plain(measured: Measure, respondents: number): Role {
  if (measured.distinct === 1 && measured.filled === respondents && respondents > 1) return { role: 'ignore', reason: 'Same for everyone' };
  return { role: 'attribute', reason: measured.distinct <= 12 ? count(measured.distinct, 'value') : 'Numbers or dates' };
}
