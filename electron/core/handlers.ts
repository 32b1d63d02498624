import type { CheckedInputOf, CommandName } from '../../shared/contract/index.ts';
import { analysisHandlers } from './areas/analysis.ts';
import { codeHandlers } from './areas/code.ts';
import { codingHandlers } from './areas/coding.ts';
import { codingChangeHandlers } from './areas/coding-change.ts';
import { codingImportHandlers } from './areas/coding-import.ts';
import { codingSnapshotHandlers } from './areas/coding-snapshot.ts';
import { diaryHandlers } from './areas/diary.ts';
import { examinedHandlers } from './areas/examined.ts';
import { exchangeHandlers } from './areas/exchange.ts';
import { historyHandlers } from './areas/history.ts';
import { looseEndHandlers } from './areas/loose-ends.ts';
import { mapHandlers } from './areas/map.ts';
import { mergeHandlers } from './areas/merge.ts';
import { milestoneHandlers } from './areas/milestone.ts';
import { projectHandlers } from './areas/project.ts';
import { readingHandlers } from './areas/reading.ts';
import { surveyHandlers } from './areas/survey.ts';
import { prepareSurvey } from './areas/survey-import.ts';
import { themeHandlers } from './areas/theme.ts';
import type { ProjectHandlers } from './handling.ts';

export const handlers: ProjectHandlers = {
  ...projectHandlers, ...surveyHandlers, ...readingHandlers, ...codingHandlers, ...codingSnapshotHandlers, ...codingChangeHandlers, ...examinedHandlers, ...looseEndHandlers,
  ...codingImportHandlers, ...codeHandlers, ...analysisHandlers, ...themeHandlers,
  ...mergeHandlers, ...milestoneHandlers, ...diaryHandlers, ...mapHandlers, ...historyHandlers, ...exchangeHandlers,
};

/** What a command has to wait for (reading a file) is done here, with the same input, before its transaction begins. */
export const preparations: { [N in CommandName]?: (input: CheckedInputOf<N>) => Promise<void> } = { 'survey.import': prepareSurvey };
