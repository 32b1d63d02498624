import { createContext, useContext } from 'react';
import type { AnalysisWithCounts } from '../../../shared/contract/theme.ts';
import type { Board } from './board-model.ts';
import type { ThemeActions } from './useThemeActions.ts';

/** What every part of the screen needs: the tree as it is, and what can be done to it. */
export interface ThemesContext { analysis: AnalysisWithCounts; board: Board; actions: ThemeActions; samples: ReadonlyMap<number, string>; /** How often codes and themes occur is shown. */ counts: boolean }

const Context = createContext<ThemesContext | null>(null);
export const ThemesProvider = Context.Provider;

export function useThemes(): ThemesContext {
  const context = useContext(Context);
  if (!context) throw new Error('This part belongs inside the Build themes screen.');
  return context;
}
