import type { DocBlock } from '../../importers/documents/block.ts';
import type { GridRow } from './coding-records.ts';
import { quoteOf, withoutBullet } from './quote-cell.ts';

/** The columns under which an appendix is read, so that it goes the same way as a table. */
export const outlineHeader = ['Question', 'Analysis', 'Group', 'Theme', 'Code', 'Quote', 'Participant', 'Note'];
export interface OutlinePart { name: string; rows: GridRow[]; left: string[] }

interface Line { kind: 'heading' | 'label' | 'quote' | 'prose'; level: number; text: string; above: readonly Name[] }
/** A heading or label that stands above a line. `analysis`: its questions are listed below it. */
interface Name { level: number; text: string; analysis: boolean }

/** Levels of labels that are no headings: deeper than all of them. */
const labelLevel = 20;
const inMarks = /^["“”„«‘'][\s\S]*["“”»’'][.,;]?$/;
const step = /^(?:step|phase|stage)\s+\d+\b/i;
const question = /^(?:question|item)\s+\d+\b|^q\s?\d+\b|[‘'"“].{12,}[’'"”]\s*$/i;
const merge = /^merge\s+\d+\s*:\s*/i;

/**
 * Reads a document in which codes are headings and quotations stand under them, each with its person in brackets
 * (APPENDIX-B-FORMAT.md): parts (“Step 1: …”), questions, group headings, themes, codes. `left`: paragraphs that are neither.
 */
export function outlineOf(blocks: readonly DocBlock[], isQuestion: (text: string) => boolean): OutlinePart[] {
  const parts = new Map<string, { quotes: Line[]; left: string[] }>();
  let above: readonly Name[] = [];
  const lines = linesOf(blocks);
  for (const [at, line] of lines.entries()) {
    if (line.kind === 'heading' || line.kind === 'label') {
      const next = lines[at + 1];
      const analysis = merge.test(line.text) || (line.kind === 'heading' && next?.kind === 'prose' && (isQuestion(next.text) || question.test(next.text)));
      above = [...above.filter((name) => name.level < line.level), { level: line.level, text: line.text, analysis }];
      continue;
    }
    const name = above.find((each) => step.test(each.text))?.text ?? '';
    const part = parts.get(name) ?? { quotes: [], left: [] };
    parts.set(name, part);
    if (line.kind === 'quote') part.quotes.push({ ...line, above });
    // The questions of an analysis are said by its rows.
    else if (!above.at(-1)?.analysis) part.left.push(line.text);
  }
  return [...parts].filter(([, { quotes }]) => quotes.length > 0).map(([name, { quotes, left }]) => ({ name, left, rows: rowsOf(quotes, isQuestion) }));
}

/** Tells headings, labels, quotations and other paragraphs apart, by what they look like and by what follows. */
function linesOf(blocks: readonly DocBlock[]): Line[] {
  const lines = blocks.flatMap((block): Line[] => {
    if (block.kind === 'heading') return [{ kind: 'heading', level: block.level, text: block.text.trim(), above: [] }];
    if (block.kind !== 'paragraph') return [];
    const quote = quoteOf(block.text);
    const told = quote.participant !== '' || inMarks.test(quote.words) || block.bullet === true || withoutBullet(block.text) !== block.text;
    return [{ kind: told && quote.words !== '' ? 'quote' : 'prose', level: 0, text: block.text.trim(), above: [] }];
  });
  // Where most quotations stand right below headings, codes are headings, and a paragraph among them is a quotation without a name.
  const firsts = lines.filter((line, at) => line.kind === 'quote' && lines[at - 1] && lines[at - 1]?.kind !== 'quote');
  const underHeadings = firsts.filter((line) => lines[lines.indexOf(line) - 1]?.kind === 'heading').length * 2 > firsts.length;
  return lines.map((line, at) => {
    if (line.kind !== 'prose') return line;
    const [before, after] = [lines[at - 1], lines[at + 1]];
    const among = before?.kind === 'quote' || (underHeadings && before?.kind === 'heading' && after?.kind === 'quote' && !question.test(line.text));
    if (underHeadings) return among ? { ...line, kind: 'quote' } : line;
    const short = line.text.length <= 120 && !line.text.includes('\n');
    if (after?.kind === 'quote' && short && !(before?.kind === 'quote' && /^\p{Ll}/u.test(line.text))) return { ...line, kind: 'label', level: labelLevel };
    return before?.kind === 'quote' ? { ...line, kind: 'quote' } : line;
  });
}

function rowsOf(quotes: readonly Line[], isQuestion: (text: string) => boolean): GridRow[] {
  const asked = new Map<Name, boolean>();
  const asks = (name: Name) => {
    const known = asked.get(name) ?? (isQuestion(name.text) || (question.test(name.text) && !step.test(name.text)));
    asked.set(name, known);
    return known;
  };
  const top = quotes.map(({ above }) => above.find(asks) ?? above.find((name) => name.analysis));
  const title = quotes[0]?.above.find((name) => name.level === 1 && quotes.every(({ above }) => above.includes(name) && above.length > 1));
  const holders = new Set(quotes.flatMap(({ above }) => above.slice(0, -1)));
  // How deep codes stand below each question.
  const deepest = new Map<Name | undefined, number>();
  quotes.forEach(({ above }, at) => deepest.set(top[at], Math.max(deepest.get(top[at]) ?? 0, above.at(-1)?.level ?? 0)));
  return quotes.map((line, at): GridRow => {
    const { words, participant, note } = quoteOf(line.text);
    const section = top[at];
    const names = line.above.filter((name) => (section ? name.level > section.level : name !== title && !step.test(name.text)));
    const [first] = names;
    const group = first && names.length > 1 && isGroup(first.text) ? first : undefined;
    const themes = group ? names.slice(1) : names;
    const own = themes.at(-1);
    // A theme with quotations right under it, where codes stand deeper in the same question, has a code of its own name. Further
    // down a heading without headings of its own is a code beside sub-themes, unless codes are no headings at all.
    const deep = deepest.get(section) ?? 0;
    const isTheme = own !== undefined && own.level < deep && (themes.length === 1 || holders.has(own) || deep === labelLevel);
    const path = (isTheme ? themes : themes.slice(0, -1)).map((name) => clean(name.text).replaceAll(' > ', ' \\> '));
    const isAsked = section !== undefined && asks(section);
    return {
      line: at + 1, where: `Quote ${at + 1}`,
      cells: [isAsked ? section.text : '', section && !isAsked ? section.text.replace(merge, '') : '', group ? clean(group.text) : '', path.join(' > '), own ? clean(own.text) : '', words, participant, note],
    };
  });
}

const isGroup = (text: string) => /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();
/** Without the counts that an appendix may print behind a heading. */
const clean = (text: string) => text.replace(/\s*\(\d+ extracts?, \d+ of \d+ (?:person|people)\)\s*$/i, '').replace(/\s*\(\s*n\s*=\s*\d+[^()]*\)\s*$/i, '').trim();
