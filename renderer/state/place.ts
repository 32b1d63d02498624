import { create } from 'zustand';

export type Screen = 'welcome' | 'import' | 'familiarise' | 'code' | 'themes' | 'map' | 'diary' | 'report' | 'data' | 'search' | 'coding-import';

export interface Where {
  screen: Screen;
  analysisId: number | null;
  questionId: number | null;
  itemId: number | null;
  codeId: number | null;
  /** Familiarise reads everything that this person said; null: the answers to the question. */
  participantId: number | null;
  /** Familiarise reads everything in this document; at most one of this and `participantId` is set. */
  documentId: number | null;
}
export interface Place extends Where {
  /** Goes somewhere; what the patch leaves out stays as it is. */
  go: (patch: Partial<Where>) => void;
}

export const nowhere: Where = { screen: 'welcome', analysisId: null, questionId: null, itemId: null, codeId: null, participantId: null, documentId: null };

/** Where the researcher is. Screens read it, links and the palette change it. */
export const usePlace = create<Place>((set) => ({ ...nowhere, go: (patch) => set(patch) }));
