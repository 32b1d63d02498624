import type { CheckedInputOf, CommandName } from '../../shared/contract/index.ts';
import { aliasHandlers, prepareAliases } from './areas/alias.ts';
import { analysisHandlers } from './areas/analysis.ts';
import { codeHandlers } from './areas/code.ts';
import { codingHandlers } from './areas/coding.ts';
import { codingChangeHandlers } from './areas/coding-change.ts';
import { codingImportHandlers, prepareCodings } from './areas/coding-import.ts';
import { codingInspectHandlers } from './areas/coding-inspect.ts';
import { codingSittingHandlers } from './areas/coding-sittings.ts';
import { codingSnapshotHandlers } from './areas/coding-snapshot.ts';
import { diaryHandlers } from './areas/diary.ts';
import { documentHandlers } from './areas/document.ts';
import { askedHandlers } from './areas/asked.ts';
import { examinedHandlers } from './areas/examined.ts';
import { exchangeHandlers } from './areas/exchange.ts';
import { historyHandlers } from './areas/history.ts';
import { looseEndHandlers } from './areas/loose-ends.ts';
import { mapHandlers } from './areas/map.ts';
import { mergeHandlers } from './areas/merge.ts';
import { milestoneHandlers } from './areas/milestone.ts';
import { privacyHandlers } from './areas/privacy.ts';
import { privacyMaskHandlers } from './areas/privacy-mask.ts';
import { privacyMentionHandlers } from './areas/privacy-mentions.ts';
import { projectHandlers } from './areas/project.ts';
import { readingHandlers } from './areas/reading.ts';
import { searchHandlers } from './areas/search.ts';
import { searchCodeHandlers } from './areas/search-code.ts';
import { repairHandlers } from './areas/repairs.ts';
import { savedPlanHandlers } from './areas/saved-plan.ts';
import { compareHandlers } from './areas/survey-compare.ts';
import { removalHandlers } from './areas/removal.ts';
import { surveyHandlers } from './areas/survey.ts';
import { prepareSurvey } from './areas/survey-import.ts';
import { themeHandlers } from './areas/theme.ts';
import type { ProjectHandlers } from './handling.ts';

export const handlers: ProjectHandlers = {
  ...projectHandlers, ...surveyHandlers, ...askedHandlers, ...repairHandlers, ...savedPlanHandlers, ...compareHandlers, ...removalHandlers, ...aliasHandlers, ...documentHandlers, ...searchHandlers, ...searchCodeHandlers, ...readingHandlers, ...codingHandlers, ...codingSnapshotHandlers, ...codingSittingHandlers, ...codingChangeHandlers, ...examinedHandlers, ...looseEndHandlers,
  ...codingImportHandlers, ...codingInspectHandlers, ...codeHandlers, ...analysisHandlers, ...themeHandlers,
  ...mergeHandlers, ...milestoneHandlers, ...diaryHandlers, ...mapHandlers, ...historyHandlers, ...exchangeHandlers, ...privacyHandlers, ...privacyMaskHandlers, ...privacyMentionHandlers,
};

/** What a command has to wait for (reading a file) is done here, with the same input, before its transaction begins. */
export const preparations: { [N in CommandName]?: (input: CheckedInputOf<N>) => Promise<void> } = { 'survey.import': prepareSurvey, 'coding.import': prepareCodings, 'alias.import': prepareAliases };
