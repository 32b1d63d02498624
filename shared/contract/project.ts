import { z } from 'zod';
import type { Display, School } from '../domain/types.ts';
import { command, query } from './define.ts';
import { isPattern } from '../domain/participant-name.ts';
import { id, name, nothing } from './fields.ts';

export interface ProjectOverview {
  title: string; display: Display; createdAt: string;
  /** Which thematic analysis the project declares; a reflexive one hides its counts until they are asked for. */
  school: School;
  /** The pattern of a custom display (one `{}` for the number), and the numbering that is shown; empty and null otherwise. */
  displayPattern: string; displaySchemeId: number | null;
  participants: number; questions: number; answers: number;
  /** Answers read at least once while familiarising. */
  answersRead: number;
  /** Answers with at least one coding. */
  answersCoded: number;
  codes: number; codesPlaced: number; themes: number; themesDefined: number; diaryEntries: number; milestones: number; merges: number;
}

export interface Problem { kind: string; message: string; ids: number[] }

const schoolLabels: Record<School, string> = {
  '': 'Left open which thematic analysis this is', reflexive: 'Declared a reflexive thematic analysis',
  codebook: 'Declared a codebook analysis', reliability: 'Declared a coding reliability analysis',
};

export const project = {
  'project.overview': query<ProjectOverview>()({
    input: nothing,
    reads: ['project', 'participant', 'question', 'item', 'reading', 'code', 'coding', 'theme', 'diary_entry', 'milestone', 'merge'],
  }),
  'project.update': command<{ title: string; display: Display; school: School; /** In words, for the history. */ shown: string }>()({
    /** `custom` takes a pattern with one `{}`, `alias` the id of a numbering. */
    input: z.strictObject({
      title: name(200).optional(), display: z.enum(['imported', 'numbered', 'custom', 'alias']).optional(),
      pattern: name(40).refine(isPattern, 'The pattern needs {} exactly once, where the number goes: ppt. {}').optional(), schemeId: id.optional(),
      school: z.enum(['', 'reflexive', 'codebook', 'reliability']).optional(),
    }),
    label: (input, output) => (input.title !== undefined ? `Renamed the project to “${output.title}”` : input.school !== undefined ? schoolLabels[output.school] : `Showed participants ${output.shown}`),
  }),
  /** The invariants of DESIGN.md, section 2, checked on the file as it is. */
  'project.check': query<{ problems: Problem[]; checked: Record<string, number> }>()({
    input: nothing,
    reads: [],
    cli: { verb: 'check', summary: 'integrity; exit 1 and a list where something is wrong', args: ['PROJECT'], toInput: () => ({}), failed: (output: { problems: unknown[] }) => output.problems.length > 0 },
  }),
};
