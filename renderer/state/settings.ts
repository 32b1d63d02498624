import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type Theme = 'light' | 'dark' | 'system';
/** Room around answers and rows: as the design draws it, or more of them in the window. */
export type Density = 'roomy' | 'close';

interface Values {
  theme: Theme;
  /** Percent, 80 to 200, in steps of 10. */
  textSize: number;
  density: Density;
  /** The bar of keys at the bottom of the window. */
  hintBar: boolean;
  /** Brackets and labels in the margin of the reading column. */
  brackets: boolean;
  /** Counts beside codes, by project (`projectKey`), where somebody chose; see counts.ts. */
  counts: Readonly<Record<string, boolean>>;
}
interface Settings extends Values {
  set: (patch: Partial<Values>) => void;
}

/** How this person likes the window; kept on this computer, never in a project. */
export const useSettings = create<Settings>()(
  persist(
    (set) => ({
      theme: 'system',
      textSize: 100,
      density: 'roomy',
      hintBar: true,
      brackets: true,
      counts: {},
      set: (patch) => set(patch.textSize === undefined ? patch : { ...patch, textSize: Math.min(200, Math.max(80, Math.round(patch.textSize / 10) * 10)) }),
    }),
    { name: 'themework.settings' },
  ),
);

/** Pixels of a row in a list of people. */
export const personRowHeight = ({ textSize, density }: Values): number => Math.round(((density === 'close' ? 24 : 28) * textSize) / 100);

const wantsDark = () => window.matchMedia('(prefers-color-scheme: dark)');

/** Puts theme, text size and density on the document and keeps them there; returns how to stop. */
export function applySettings(): () => void {
  const apply = () => {
    const { theme, textSize, density } = useSettings.getState();
    const root = document.documentElement;
    root.dataset.theme = theme === 'system' ? (wantsDark().matches ? 'dark' : 'light') : theme;
    root.toggleAttribute('data-close', density === 'close');
    root.toggleAttribute('data-scaled', textSize !== 100);
    root.toggleAttribute('data-large', textSize >= 150);
    root.style.setProperty('--text-scale', String(textSize / 100));
  };
  apply();
  const media = wantsDark();
  media.addEventListener('change', apply);
  const stop = useSettings.subscribe(apply);
  return () => {
    stop();
    media.removeEventListener('change', apply);
  };
}
