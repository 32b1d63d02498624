import { initial } from './001-initial.ts';
import { sources } from './002-sources.ts';

/** Numbered from 1; each runs once, in one transaction with those before it. Never edit one that was released. */
export const migrations: readonly string[] = [initial, sources];
