/** Colours of an exported figure; on the screen the stylesheet colours the same geometry. */
export interface Palette {
  paper: string; ink: string; ink2: string; ink3: string; sunken: string; line: string; lineStrong: string; lineControl: string;
  /** Twelve code inks, in their order of assignment. */
  inks: readonly string[];
}

/** The light theme's colours (design/tokens.css), a little stronger where print needs it. */
export const printPalette: Palette = {
  paper: '#ffffff', ink: '#1a1f1c', ink2: '#3c443f', ink3: '#565e59', sunken: '#e2e5e0', line: '#dfe2dc', lineStrong: '#aab0ab', lineControl: '#868e89',
  inks: ['#37569c', '#d96b05', '#47551e', '#713071', '#0c94d5', '#926500', '#bf4981', '#147e9a', '#493225', '#649741', '#7a5ad2', '#a71408'],
};

/** For journals without colour: four steps of grey, repeated. */
export const greyPalette: Palette = { ...printPalette, inks: Array.from({ length: 12 }, (_, index) => ['#3a3a3a', '#8a8a8a', '#606060', '#a8a8a8'][index % 4] ?? '#3a3a3a') };

export const inkOf = (palette: Palette, ink: number): string => palette.inks[(ink - 1) % palette.inks.length] ?? palette.ink;
