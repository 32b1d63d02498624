import { expect, test } from 'vitest';
import { HeldFiles } from '../../electron/core/held-files.ts';
import { toErrorData } from '../../electron/core/failures.ts';
import { handingOver } from './handing-over.ts';

/** A host program that answers with the sizes of the files that a call names; `before` runs when a call has arrived. */
function program(before: (made: number) => void = () => undefined) {
  const files = new HeldFiles();
  const seen = { held: 0, forgotten: 0, calls: [] as unknown[] };
  const host = handingOver({
    call: async (_name, input) => {
      seen.calls.push(input);
      before(seen.calls.length);
      try {
        const { bytes } = files.fill(input, false) as { bytes: Uint8Array | string };
        return { ok: true, value: typeof bytes === 'string' ? atob(bytes).length : bytes.length };
      } catch (error) {
        return { ok: false, error: toErrorData(error, '') };
      }
    },
    hold: async (bytes) => {
      seen.held++;
      try {
        return { ok: true, value: files.hold(bytes) };
      } catch (error) {
        return { ok: false, error: toErrorData(error, '') };
      }
    },
    forget: async (held) => {
      seen.forgotten++;
      files.forget(held);
    },
    onChanged: () => () => undefined,
    onProgress: () => () => undefined,
  });
  return { host, files, seen };
}
const large = () => new Uint8Array(300_000);

test('a large file travels once, however many calls name it, also at the same time', async () => {
  const { host, seen } = program();
  const file = { fileName: 'a.csv', bytes: large() };
  const answers = await Promise.all([host.call('survey.inspect', { ...file }), host.call('survey.compare', { ...file }), host.call('survey.inspect', { ...file, plan: { analyses: 'each' } })]);
  expect(answers).toEqual(Array(3).fill({ ok: true, value: 300_000 }));
  expect(seen.held).toBe(1);
  expect(seen.calls[2]).toEqual({ fileName: 'a.csv', bytes: { held: expect.any(String) }, plan: { analyses: 'each' } });
});

test('a small file travels within its call, and plain input as it is', async () => {
  const { host, seen } = program();
  expect(await host.call('survey.inspect', { fileName: 'a.csv', bytes: new TextEncoder().encode('naïve') })).toEqual({ ok: true, value: 6 });
  const input = { bytes: btoa('abc') };
  expect(await host.call('survey.inspect', input)).toEqual({ ok: true, value: 3 });
  expect(seen).toMatchObject({ held: 0, calls: [{ fileName: 'a.csv', bytes: 'bmHDr3Zl' }, input] });
});

test('a file that the program has let go of is handed over again, by itself', async () => {
  const { host, files, seen } = program();
  const file = { bytes: large() };
  await host.call('survey.inspect', file);
  files.forgetAll();
  const answers = await Promise.all([host.call('survey.inspect', file), host.call('survey.compare', file)]);
  expect(answers).toEqual(Array(2).fill({ ok: true, value: 300_000 }));
  expect(seen.held).toBe(2);
});

test('a program that keeps nothing is not asked for ever', async () => {
  const { host, seen, files } = program(() => files.forgetAll());
  expect(await host.call('survey.inspect', { bytes: large() })).toMatchObject({ ok: false, error: { kind: 'refused', message: expect.stringContaining('Choose it again.') } });
  expect(seen.held).toBe(3);
});

test('a file whose screen was left is forgotten, and not handed over again for a call that is on its way', async () => {
  const bytes = large();
  const { host, seen, files } = program(() => {
    host.forget?.(bytes);
    files.forgetAll();
  });
  expect(await host.call('survey.inspect', { bytes })).toMatchObject({ ok: false });
  await expect.poll(() => seen).toMatchObject({ held: 1, forgotten: 1 });
});

test('a file that is too large is refused with the sentence of the program', async () => {
  const { host, seen } = program();
  const bytes = Object.defineProperty(large(), 'length', { value: 600_000_000 });
  expect(await host.call('survey.inspect', { bytes })).toMatchObject({ ok: false, error: { kind: 'refused', message: expect.stringContaining('larger than 500 MB') } });
  expect(seen.calls).toEqual([]);
});
