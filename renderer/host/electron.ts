import type { Host } from './host.ts';

declare global {
  interface Window {
    /** Put there by the preload script of the desktop program. */
    themework?: Host;
  }
}

/** The desktop program, or undefined in an ordinary browser window. */
export const electronHost = (): Host | undefined => window.themework;
