import type { CheckedInputOf, CommandName } from '../../shared/contract/index.ts';
import { aliasHandlers, prepareAliases } from './areas/people/alias.ts';
import { analysisHandlers } from './areas/structure/analysis.ts';
import { codeHandlers } from './areas/coding/code.ts';
import { codingHandlers } from './areas/coding/coding.ts';
import { codingChangeHandlers } from './areas/coding/coding-change.ts';
import { codingImportHandlers, prepareCodings } from './areas/coding-import/coding-import.ts';
import { codingInspectHandlers } from './areas/coding-import/coding-inspect.ts';
import { codingBesideHandlers } from './areas/coding/coding-beside.ts';
import { codingSittingHandlers } from './areas/coding/coding-sittings.ts';
import { codingSnapshotHandlers } from './areas/coding/coding-snapshot.ts';
import { diaryHandlers } from './areas/record/diary.ts';
import { documentHandlers } from './areas/survey/document.ts';
import { askedHandlers } from './areas/survey/asked.ts';
import { examinedHandlers } from './areas/coding/examined.ts';
import { exchangeHandlers } from './areas/record/exchange.ts';
import { historyHandlers } from './areas/record/history.ts';
import { looseEndHandlers } from './areas/coding/loose-ends.ts';
import { mapHandlers } from './areas/map/map.ts';
import { mergeHandlers } from './areas/structure/merge.ts';
import { milestoneHandlers } from './areas/structure/milestone.ts';
import { privacyHandlers } from './areas/people/privacy.ts';
import { privacyMaskHandlers } from './areas/people/privacy-mask.ts';
import { privacyMentionHandlers } from './areas/people/privacy-mentions.ts';
import { projectHandlers } from './areas/record/project.ts';
import { readingHandlers } from './areas/record/reading.ts';
import { searchHandlers } from './areas/search/search.ts';
import { searchCodeHandlers } from './areas/search/search-code.ts';
import { repairHandlers } from './areas/survey/repairs.ts';
import { savedPlanHandlers } from './areas/survey/saved-plan.ts';
import { compareHandlers } from './areas/survey/survey-compare.ts';
import { removalHandlers } from './areas/people/removal.ts';
import { surveyHandlers } from './areas/survey/survey.ts';
import { prepareSurvey } from './areas/survey/survey-import.ts';
import { themeHandlers } from './areas/structure/theme.ts';
import type { ProjectHandlers } from './handling.ts';

export const handlers: ProjectHandlers = {
  ...projectHandlers, ...surveyHandlers, ...askedHandlers, ...repairHandlers, ...savedPlanHandlers, ...compareHandlers, ...removalHandlers, ...aliasHandlers, ...documentHandlers, ...searchHandlers, ...searchCodeHandlers, ...readingHandlers, ...codingHandlers, ...codingSnapshotHandlers, ...codingSittingHandlers, ...codingBesideHandlers, ...codingChangeHandlers, ...examinedHandlers, ...looseEndHandlers,
  ...codingImportHandlers, ...codingInspectHandlers, ...codeHandlers, ...analysisHandlers, ...themeHandlers,
  ...mergeHandlers, ...milestoneHandlers, ...diaryHandlers, ...mapHandlers, ...historyHandlers, ...exchangeHandlers, ...privacyHandlers, ...privacyMaskHandlers, ...privacyMentionHandlers,
};

/** What a command has to wait for (reading a file) is done here, with the same input, before its transaction begins. */
export const preparations: { [N in CommandName]?: (input: CheckedInputOf<N>) => Promise<void> } = { 'survey.import': prepareSurvey, 'coding.import': prepareCodings, 'alias.import': prepareAliases };
