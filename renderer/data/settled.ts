import type { QueryName } from '../../shared/contract/index.ts';
import { isAsking } from './cache.ts';
import { useSaving } from './saving.ts';
import { told } from './told.ts';

/** Whether the answers to these queries show what is in the file: no command is under way, and nothing that one changed is still being asked for. */
export const isSettled = (names: readonly QueryName[]): boolean => useSaving.getState().pending === 0 && told.everything() && !isAsking(names);
