import type { ProjectHandlers } from '../../handling.ts';
import { importSurvey } from './survey-import.ts';
import { attributesOf, participantsOf, questionsOf } from './survey-read.ts';
import { one, run } from '../../sql.ts';
import { conflict, missing } from '../../../../shared/errors.ts';
import { answersWhere } from './document-read.ts';

export const surveyHandlers = {
  'survey.import': importSurvey,

  'survey.questions': ({ db }) => questionsOf(db),

  'survey.attributes': ({ db }) => attributesOf(db),

  'survey.participants': ({ db }) => participantsOf(db),

  'survey.answers': ({ db }, { questionId }) =>
    answersWhere(db, 'i.question_id = ?', questionId),

  'survey.renameQuestion': ({ db }, { id, shortName }) => {
    if (!one(db, 'SELECT 1 FROM question WHERE id = ?', id)) throw missing('This question is not there any more.');
    const twin = questionsOf(db).find((question) => question.id !== id && question.shortName.toLowerCase() === shortName.toLowerCase());
    if (twin) throw conflict(`There is a question “${twin.shortName}” already. Choose another name.`, { id: twin.id });
    run(db, 'UPDATE question SET short_name = ? WHERE id = ?', shortName, id);
    return { id };
  },
} satisfies Partial<ProjectHandlers>;
