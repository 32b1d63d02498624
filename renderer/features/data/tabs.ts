import type { ComponentType } from 'react';
import { IdentifiersTab } from './identifiers/IdentifiersTab.tsx';
import { ImportsTab } from './ImportsTab.tsx';
import { NumberingTab } from './NumberingTab.tsx';
import { PeopleTab } from './PeopleTab.tsx';
import { QuestionsTab } from './QuestionsTab.tsx';

export interface DataTab {
  key: string;
  label: string;
  Body: ComponentType;
}

/** The sections of the Data screen, in their order. */
export const tabs: readonly DataTab[] = [
  { key: 'people', label: 'People', Body: PeopleTab },
  { key: 'questions', label: 'Questions', Body: QuestionsTab },
  { key: 'imports', label: 'Imports', Body: ImportsTab },
  { key: 'numbering', label: 'Numbering', Body: NumberingTab },
  { key: 'identifiers', label: 'Identifiers', Body: IdentifiersTab },
];
