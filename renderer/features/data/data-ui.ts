import { create } from 'zustand';
import type { RemovalKind } from '../../../shared/contract/removal.ts';

/** What somebody is about to delete for good; the dialog names what hangs on it. */
export interface Doomed { kind: RemovalKind; id: number; name: string }

interface DataUi {
  /** The open tab; see tabs.ts. */
  tab: string;
  doomed: Doomed | null;
}

/** What the Data screen shows; nothing of it is data. */
export const useDataUi = create<DataUi>(() => ({ tab: 'people', doomed: null }));

/** The sections of the Data screen, in their order. */
export const dataSections = [
  { key: 'people', label: 'People' },
  { key: 'questions', label: 'Questions' },
  { key: 'imports', label: 'Imports' },
  { key: 'numbering', label: 'Numbering' },
  { key: 'identifiers', label: 'Identifiers' },
] as const;
export type DataSection = (typeof dataSections)[number]['key'];

/** Opens a tab of the Data screen; whoever calls it goes to the screen as well. */
export const showDataTab = (tab: string): void => useDataUi.setState({ tab });
/** Asks before something goes for good; null closes the question. */
export const askToDelete = (doomed: Doomed | null): void => useDataUi.setState({ doomed });
