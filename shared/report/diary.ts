import type { DiaryEntry, DiaryLink } from '../contract/record.ts';
import type { Trigger } from '../domain/types.ts';
import type { ReportData } from './data.ts';
import type { Block, Doc, Run } from './model.ts';
import { bracket, count, type IdStyle, listed, longDate, quoted, run } from './words.ts';

export const triggerNames: Record<Trigger, string> = { moved: 'Moved me', puzzled: 'Puzzled me', decision: 'Decision', assumption: 'Assumption', positionality: 'Positionality', other: 'Other' };

type Level = Extract<Block, { type: 'heading' }>['level'];

/** Dated entries with what set them off, the words they are about, and what a talk about them led to (METHOD.md, T9). */
export function diaryBlocks(entries: readonly DiaryEntry[], ids: IdStyle, level: Level): Block[] {
  return entries.flatMap((entry): Block[] => [
    { type: 'heading', level, runs: [run(longDate(entry.at)), run(` · ${triggerNames[entry.trigger]}${entry.context ? ` · ${entry.context}` : ''}`, { muted: true })] },
    ...entry.text.split(/\n+/).filter((part) => part.trim() !== '').map((part): Block => ({ type: 'paragraph', style: 'body', runs: [run(part)] })),
    ...entry.links.filter((link) => link.kind === 'extract').map((link): Block => ({ type: 'paragraph', style: 'quote', runs: extractRuns(link, ids) })),
    ...about(entry),
    ...discussion(entry),
  ]);
}

function extractRuns(link: DiaryLink, ids: IdStyle): Run[] {
  if (link.gone) return [run('The answer that stood here is no longer in the project.', { italic: true, muted: true })];
  return [run(link.text, { voice: 'participant' }), run(bracket(link.shown, ids, link.fromDocument))];
}

const linkWords: Record<Exclude<DiaryLink['kind'], 'extract'>, string> = { question: 'the question', code: 'the code', theme: 'the theme', merge: '', analysis: 'the analysis' };

function about(entry: DiaryEntry): Block[] {
  const names = entry.links.flatMap((link) => (link.kind === 'extract' || link.gone ? [] : [link.kind === 'merge' ? `the ${link.text.charAt(0).toLowerCase()}${link.text.slice(1)}` : `${linkWords[link.kind]} ${quoted(link.text)}`]));
  return names.length ? [{ type: 'paragraph', style: 'note', runs: [run(`About ${listed(names)}.`)] }] : [];
}

function discussion(entry: DiaryEntry): Block[] {
  if (entry.discussedWith) {
    const when = entry.discussedOn ? ` on ${longDate(`${entry.discussedOn}T12:00:00`)}` : '';
    return [{ type: 'paragraph', style: 'note', runs: [run(`Discussed with ${entry.discussedWith}${when}${entry.outcome ? ': ' : '.'}`, { italic: true }), ...(entry.outcome ? [run(entry.outcome)] : [])] }];
  }
  return entry.toDiscuss ? [{ type: 'paragraph', style: 'note', runs: [run('To be discussed.', { italic: true })] }] : [];
}

export interface DiaryOptions { title: string; /** Entries marked for the report only, or every one. */ all: boolean; ids: IdStyle }

export function diaryDocument(data: Pick<ReportData, 'diary'>, options: DiaryOptions): Doc {
  const entries = data.diary.filter((entry) => options.all || entry.inReport);
  const people = [...new Set(entries.map((entry) => entry.actor))];
  const kept = entries.length ? `${count(entries.length, 'entry', 'entries')}${people.length ? `, written by ${listed(people)}` : ''}.` : 'No entry is marked for the report.';
  return { title: options.title, runningHead: options.title, orientation: 'upright', blocks: [{ type: 'heading', level: 1, runs: [run(options.title)] }, { type: 'paragraph', style: 'note', runs: [run(kept)] }, ...diaryBlocks(entries, options.ids, 2)] };
}
