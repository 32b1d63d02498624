import type { ComponentType } from 'react';
import { type DataSection, dataSections } from './data-ui.ts';
import { IdentifiersTab } from './identifiers/IdentifiersTab.tsx';
import { ImportsTab } from './ImportsTab.tsx';
import { NumberingTab } from './NumberingTab.tsx';
import { PeopleTab } from './PeopleTab.tsx';
import { QuestionsTab } from './QuestionsTab.tsx';

const bodies: Record<DataSection, ComponentType> = { people: PeopleTab, questions: QuestionsTab, imports: ImportsTab, numbering: NumberingTab, identifiers: IdentifiersTab };

/** The sections of the Data screen with what they show. */
export const tabs = dataSections.map((section) => ({ ...section, Body: bodies[section.key] }));
