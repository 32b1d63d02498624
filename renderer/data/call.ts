import { entryOf, type InputOf, type Name, type OutputOf } from '../../shared/contract/index.ts';
import type { ErrorData, Result } from '../../shared/errors.ts';
import { getHost } from '../host/index.ts';
import { withdrawOffer } from '../ui/toast.ts';
import { saving } from './saving.ts';
import { told } from './told.ts';
import { began } from './working.ts';

/** Calls anything of the contract once. Never rejects: a broken connection comes back as an error too. */
export async function call<N extends Name>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> {
  if (entryOf(name)?.kind !== 'command') return await reach(name, input);
  const finished = saving.began();
  const done = told.began();
  const result = await reach(name, input);
  if (result.ok) done();
  finished(result.ok ? undefined : result.error, () => call(name, input));
  if (result.ok) withdrawOffer();
  return result;
}

async function reach<N extends Name>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> {
  const finished = began(name);
  try {
    return (await getHost().call(name, input)) as Result<OutputOf<N>>;
  } catch (thrown) {
    const message =
      thrown instanceof TypeError || !(thrown instanceof Error) ? 'Themework does not answer. Your last change may not be saved; try again.' : thrown.message;
    return { ok: false, error: { kind: 'storage', message } satisfies ErrorData };
  } finally {
    finished();
  }
}
