import { expect, test, vi } from 'vitest';
import type { Change } from '../../shared/contract/index.ts';
import { setHost } from '../host/index.ts';
import { watch } from './cache.ts';
import { call } from './call.ts';
import { isSettled } from './settled.ts';

const names = ['coding.changes'] as const;

/** A host that answers at once and tells of changes when the test says so: the two travel by different ways. */
function slowWord(): (change: Change) => void {
  let tell: (change: Change) => void = () => undefined;
  setHost({
    call: async () => ({ ok: true, value: null }),
    onChanged: (listener) => { tell = listener; return () => undefined; },
    onProgress: () => () => undefined,
  } as Parameters<typeof setHost>[0]);
  watch('coding.changes', { questionId: 1, since: 0 });
  return (change) => tell(change);
}

test('a command is settled when word of its change has come and what it touched was asked again, not with its answer', async () => {
  const tell = slowWord();
  await vi.waitFor(() => expect(isSettled(names)).toBe(true));
  await call('coding.remove', { ids: [1] });
  expect(isSettled(names)).toBe(false);
  tell({ operationId: 1, tables: ['coding'] });
  expect(isSettled(names)).toBe(false);
  await vi.waitFor(() => expect(isSettled(names)).toBe(true));
});

test('a command that changes nothing does not hold keys for ever', async () => {
  slowWord();
  await vi.waitFor(() => expect(isSettled(names)).toBe(true));
  await call('coding.remove', { ids: [1] });
  expect(isSettled(names)).toBe(false);
  await vi.waitFor(() => expect(isSettled(names)).toBe(true), { timeout: 10_000 });
});
