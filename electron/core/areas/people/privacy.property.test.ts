import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ask, importSmallSurvey, tempProject } from '../../../../fixtures/testing.ts';
import { filler } from '../../../../shared/domain/masks.ts';
import type { Core } from '../../core.ts';

type Step = readonly [kind: number, a: number, b: number, c: number];
const step: fc.Arbitrary<Step> = fc.tuple(fc.nat(11), fc.nat(10_000), fc.nat(10_000), fc.nat(10_000));

/** Random work with masks in between; many steps are refused, on purpose. */
async function act(core: Core, [kind, a, b, c]: Step, items: readonly { itemId: number; text: string }[], analysisId: number): Promise<void> {
  const item = items[b % items.length];
  const itemId = item?.itemId ?? 1;
  const start = c % (item?.text.length ?? 1);
  const end = Math.min(item?.text.length ?? 1, start + 1 + (a % 9));
  const steps: (() => Promise<{ ok: boolean; error?: { message: string } }>)[] = [
    () => core.call('coding.add', { analysisId, itemId, start, end, codes: [{ name: `Code ${a % 4}` }] }),
    () => core.call('coding.remove', { ids: [1 + (a % 20)] }),
    () => core.call('coding.update', { id: 1 + (a % 20), range: { start, end } }),
    () => core.call('coding.split', { id: 1 + (a % 20), at: start }),
    () => core.call('noticing.add', { itemId, start, end, text: 'Struck me.' }),
    () => core.call('privacy.keep', { places: [{ itemId, start, end, kind: 'name' }, { itemId: items[0]?.itemId ?? 1, start: a % 5, end: 6, kind: 'place' }] }),
    () => core.call('privacy.keep', { places: [{ itemId, start, end, kind: 'name' }] }),
    () => core.call('privacy.unkeep', { places: [{ itemId, start, end }, { itemId: items[0]?.itemId ?? 1, start: a % 5, end: 6 }] }),
    () => core.call('privacy.mask', { places: [{ itemId, start, end, label: `label ${a % 3}` }] }),
    () => core.call('history.undo', {}),
    () => core.call('history.redo', {}),
    () => core.call('survey.import', { fileName: 'more.csv', bytes: Buffer.from(`ParticipantId,Another ${a % 3}?\nP1,It said so ${b}\nP2,Nothing much to say\n`).toString('base64') }),
  ];
  const result = await steps[kind]?.();
  if (result && !result.ok) expect(result.error?.message).not.toMatch(/cannot be replayed|bug|unexpected/i);
}

it('masks among other work leave nothing to trip over: every step can be undone as far as undo goes, and the file stays sound', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
    const { core, close } = tempProject();
    try {
      const { items, analysisIds } = await importSmallSurvey(core, 4);
      for (const each of steps) await act(core, each, items, analysisIds[0] ?? 1);
      const sound = async () => expect((await ask(core, 'project.check', {})).problems).toEqual([]);
      await sound();
      let undone = 0;
      for (;;) {
        const { undo } = await ask(core, 'history.state', {});
        if (!undo) break;
        await ask(core, 'history.undo', {});
        undone++;
      }
      await sound();
      for (let at = 0; at < undone; at++) await ask(core, 'history.redo', {});
      await sound();
      // What is masked stays masked, whatever was undone.
      for (const question of await ask(core, 'survey.questions', {})) {
        for (const answer of await ask(core, 'survey.answers', { questionId: question.id })) {
          for (const mask of answer.masks ?? []) expect(answer.text.slice(mask.start, mask.end)).toBe(filler.repeat(mask.end - mask.start));
          expect(answer.text.includes(filler)).toBe((answer.masks ?? []).length > 0);
        }
      }
    } finally {
      close();
    }
  }), { numRuns: 25 });
}, 180_000);
