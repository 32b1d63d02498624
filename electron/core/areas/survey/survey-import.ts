import type { ImportSummary } from '../../../../shared/contract/survey.ts';
import type { CheckedInputOf } from '../../../../shared/contract/index.ts';
import { refused } from '../../../../shared/errors.ts';
import { bytesOf } from '../../bytes.ts';
import type { CommandContext } from '../../handling.ts';
import { readCompanion } from '../../importers/meaning/companions.ts';
import { companionsOf, understand } from '../../importers/index.ts';
import type { Person } from '../../../../shared/domain/participant-name.ts';
import { type Db, insert } from '../../sql.ts';
import { namesFor } from '../people/names.ts';
import { importDocument } from './document-import.ts';
import { insertAnalyses, insertAttributes, insertParticipants, insertQuestions, insertWords } from './survey-insert.ts';
import { countWave, waveNotes } from './wave.ts';
import { matchWave, type SurveyFile } from './wave-match.ts';
import { unknownNumbering } from './wave-people.ts';

type Input = CheckedInputOf<'survey.import'>;

/** What was understood of a file, from the moment it was read until its import begins. */
const understoodOf = new WeakMap<Input, Awaited<ReturnType<typeof readSurvey>>>();

/** Reads the file before the transaction begins: readers wait for the disk and for each other, transactions do not. */
export async function prepareSurvey(input: Input): Promise<void> {
  understoodOf.set(input, await readSurvey(input));
}

/** Understands a file by itself; what the project knows comes in later. */
export async function readSurvey(input: CheckedInputOf<'survey.compare'>): Promise<{ first: Awaited<ReturnType<typeof understand>>; survey: SurveyFile }> {
  const file = { fileName: input.fileName, bytes: bytesOf(input) };
  const given = input.plan ?? {};
  const companions = companionsOf(input);
  return { first: await understand(file, given, companions), survey: { file, given, companions: await Promise.all(companions.map(readCompanion)) } };
}

/**
 * Brings a survey into the project: only inserts, so that the history remembers the import as ranges of ids. Questions and
 * people who are there already get what is new; an answer that differs becomes another version beside the earlier one, and
 * a file that brings nothing new leaves no trace. Throws a refusal where the file, or the project, does not allow it.
 */
export function importSurvey({ db, actor, now }: CommandContext, input: Input): ImportSummary {
  const read = understoodOf.get(input);
  if (!read) throw new Error('survey.import was not prepared');
  const { first, survey } = read;
  if ('parts' in first) return importDocument({ db, actor, now }, survey.file, first);
  const match = matchWave(db, survey, first);
  const { understood } = match;
  const numbering = survey.given.ids?.numbering;
  if (numbering != null && match.scheme === null && match.ids) throw refused(`${unknownNumbering(numbering)} Nothing was imported. Bring the numbering in first, or take its name out of the plan.`);
  if (understood.obstacle) throw refused(understood.obstacle);
  const { plan } = understood;
  const summary = { participants: understood.respondents.length, questions: match.questions.length, attributes: match.attributes.length };

  // Only a file that knows everybody and asks nothing new can bring nothing; any other has something to insert.
  if (![match.people, match.questions, match.attributes].some((each) => each.includes(null))) {
    const counted = countWave(db, match);
    const { counts } = counted;
    if (counts.answers.added + counts.answers.changed + counts.attributes.values === 0)
      return { ...summary, answers: 0, repairs: 0, analyses: 0, wave: counts, warnings: [...plan.warnings, ...waveNotes(match, counted), ...missingNote(db, counted.missing), 'Everything in this file is in the project already, so nothing was added.'] };
  }

  const kept = JSON.stringify({ ...plan, repairs: { ...plan.repairs, samples: [] }, warnings: [] });
  const importId = insert(db, 'INSERT INTO import (file_name, size, sha256, plan, at, actor) VALUES (?, ?, ?, ?, ?, ?)', input.fileName, first.source.size, first.source.sha256, kept, now(), actor);
  const attributes = insertAttributes(db, importId, match);
  const ids = { participants: insertParticipants(db, importId, match), attributes, questions: insertQuestions(db, importId, match, attributes) };
  const { repairs, ...counted } = insertWords(db, importId, match, ids);
  const analyses = insertAnalyses(db, match, ids.questions);
  const { counts } = counted;
  return { ...summary, answers: counts.answers.added + counts.answers.changed, repairs, analyses, wave: counts, warnings: [...plan.warnings, ...waveNotes(match, counted), ...missingNote(db, counted.missing)] };
}

/** Up to ten of those who are not in the file, by name: nobody is lost in silence. */
function missingNote(db: Db, missing: readonly Person[]): string[] {
  if (missing.length === 0) return [];
  const name = namesFor(db);
  const names = missing.slice(0, 10).map(name).join(', ');
  return [`${missing.length === 1 ? '1 person of the project is' : `${missing.length} people of the project are`} not in this file and ${missing.length === 1 ? 'stays' : 'stay'}: ${names}${missing.length > 10 ? ' …' : ''}.`];
}
