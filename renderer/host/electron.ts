import { handingOver } from './handing-over.ts';
import type { Host, Transport } from './host.ts';

declare global {
  interface Window {
    /** Put there by the preload script of the desktop program. */
    themework?: Transport;
  }
}

/** The desktop program, or undefined in an ordinary browser window. */
export const electronHost = (): Host | undefined => window.themework && handingOver(window.themework);
