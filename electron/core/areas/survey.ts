import type { ProjectHandlers } from '../handling.ts';
import { importSurvey } from './survey-import.ts';
import { searchAnswers } from './survey-search.ts';
import { attributesOf, participantsOf, questionsOf } from './survey-read.ts';
import { all, one, run } from '../sql.ts';
import { conflict, missing } from '../../../shared/errors.ts';
import type { Answer } from '../../../shared/contract/survey.ts';

export const surveyHandlers = {
  'survey.import': importSurvey,

  'survey.questions': ({ db }) => questionsOf(db),

  'survey.attributes': ({ db }) => attributesOf(db),

  'survey.participants': ({ db }) => participantsOf(db),

  'survey.answers': ({ db }, { questionId }) =>
    all<Answer>(
      db,
      `SELECT i.id AS itemId, i.question_id AS questionId, i.participant_id AS participantId, i.text
      FROM item i JOIN participant p ON p.id = i.participant_id WHERE i.question_id = ? ORDER BY p.number`,
      questionId,
    ),

  'survey.renameQuestion': ({ db }, { id, shortName }) => {
    if (!one(db, 'SELECT 1 FROM question WHERE id = ?', id)) throw missing('This question is not there any more.');
    const twin = questionsOf(db).find((question) => question.id !== id && question.shortName.toLowerCase() === shortName.toLowerCase());
    if (twin) throw conflict(`There is a question “${twin.shortName}” already. Choose another name.`, { id: twin.id });
    run(db, 'UPDATE question SET short_name = ? WHERE id = ?', shortName, id);
    return { id };
  },

  'survey.search': ({ db }, input) => searchAnswers(db, input),
} satisfies Partial<ProjectHandlers>;
