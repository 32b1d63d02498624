import { useCallback } from 'react';
import type { ActionName, CommandName, InputOf, OutputOf } from '../../shared/contract/index.ts';
import type { Result } from '../../shared/errors.ts';
import { toast } from '../ui/toast.ts';
import { call } from './call.ts';

/** A command (or action) as a function. An error becomes a toast by itself, unless `quiet` leaves that to the caller. */
export function useCommand<N extends CommandName | ActionName>(
  name: N,
  { quiet = false }: { quiet?: boolean } = {},
): (input: InputOf<N>) => Promise<Result<OutputOf<N>>> {
  return useCallback(
    async (input) => {
      const result = await call(name, input);
      if (!result.ok && !quiet) toast({ text: result.error.message });
      return result;
    },
    [name, quiet],
  );
}
