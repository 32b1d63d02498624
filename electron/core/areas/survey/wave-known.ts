import type { Differences, IdMatching, WaveCounts } from '../../../../shared/contract/wave.ts';
import type { ColumnRole } from '../../../../shared/domain/plan.ts';
import type { Understood } from '../../importers/meaning/plan.ts';

export interface KnownQuestion { id: number; column: string; shortName: string; wording: string }
export interface KnownAttribute { id: number; name: string; wording: string }

/** A file laid beside the project: which of its questions, attributes and people are there already. */
export interface WaveMatch {
  understood: Understood;
  /** One per question (or attribute) column of the file; null for what is new. */
  questions: (KnownQuestion | null)[];
  attributes: (KnownAttribute | null)[];
  /** Participant ids, one per respondent; null for new people. */
  people: (number | null)[];
  matchedBy: WaveCounts['matchedBy'];
  /** How the ids are taken, null without ids; and the numbering that they are numbers of, which new people get as well. */
  ids: IdMatching | null;
  scheme: { id: number; name: string } | null;
  /** Columns that are read as the project knows them: their role, and whether their HTML is read as text. */
  roles: { index: number; role: ColumnRole; html?: boolean; typed?: boolean }[];
  /** What may be known under other words. */
  renamed: Differences['renamed'];
  /** This very file came in before. */
  seen: boolean;
  /** Sentences about what was matched and what not. */
  notes: string[];
}
