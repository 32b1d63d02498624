import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Dialog } from './Dialog.tsx';
import { normalKey } from './keys.ts';
import { type KeyHandler, type KeyOptions, useKeys } from './useKeys.ts';

function Keys({ keys, options }: { keys: Record<string, KeyHandler>; options?: KeyOptions }) {
  useKeys(keys, options);
  return <input aria-label="field" />;
}

test('a combination is written in one way, whatever the developer wrote', () => {
  expect(['J', 'Ctrl+J', 'Ctrl++', '+', 'Shift+ArrowRight', 'Ctrl+Shift+Z', ' ', '?'].map(normalKey)).toEqual([
    'j',
    'Ctrl+j',
    'Ctrl++',
    '+',
    'Shift+ArrowRight',
    'Ctrl+Shift+z',
    'Space',
    '?',
  ]);
});

test('plain keys do not fire in a text field; Ctrl combinations do, except those that edit text', async () => {
  const [j, note, undo, arrow] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  const user = userEvent.setup();
  render(<Keys keys={{ j, 'Ctrl+j': note, 'Ctrl+z': undo, 'Shift+ArrowRight': arrow }} />);
  await user.keyboard('j{Control>}z{/Control}{Shift>}{ArrowRight}{/Shift}');
  expect([j, undo, arrow].map((spy) => spy.mock.calls.length)).toEqual([1, 1, 1]);
  await user.click(screen.getByLabelText('field'));
  await user.keyboard('j{Control>}zj{/Control}{Shift>}{ArrowRight}{/Shift}');
  expect([j, undo, arrow, note].map((spy) => spy.mock.calls.length)).toEqual([1, 1, 1, 1]);
});

test('nothing fires behind an open dialog, but the keys of the dialog do', async () => {
  const [behind, inside] = [vi.fn(), vi.fn()];
  const user = userEvent.setup();
  render(
    <>
      <Keys keys={{ m: behind, 'Ctrl+z': behind }} />
      <Dialog open onClose={() => {}} title="Merge">
        <Keys keys={{ m: inside }} options={{ inDialogs: true }} />
      </Dialog>
    </>,
  );
  await user.keyboard('m{Control>}z{/Control}');
  expect(behind).not.toHaveBeenCalled();
  expect(inside).toHaveBeenCalledTimes(1);
});

test('the newest screen is asked first, the frame last; false passes a key on', async () => {
  const order: string[] = [];
  const user = userEvent.setup();
  render(
    <>
      <Keys
        keys={{
          k: () => {
            order.push('screen');
            return false;
          },
        }}
      />
      <Keys keys={{ k: () => order.push('frame') }} options={{ frame: true }} />
    </>,
  );
  await user.keyboard('k');
  expect(order).toEqual(['screen', 'frame']);
});

test('a dialog closes with Escape and gives focus back', async () => {
  const user = userEvent.setup();
  const close = vi.fn();
  const { rerender } = render(
    <>
      <button type="button">Open</button>
      <Dialog open={false} onClose={close} title="Keys">
        x
      </Dialog>
    </>,
  );
  screen.getByText('Open').focus();
  rerender(
    <>
      <button type="button">Open</button>
      <Dialog open onClose={close} title="Keys">
        x
      </Dialog>
    </>,
  );
  expect(screen.getByRole('dialog', { name: 'Keys' })).toContainElement(document.activeElement as HTMLElement);
  await user.keyboard('{Escape}');
  expect(close).toHaveBeenCalledTimes(1);
  rerender(
    <>
      <button type="button">Open</button>
      <Dialog open={false} onClose={close} title="Keys">
        x
      </Dialog>
    </>,
  );
  expect(screen.getByText('Open')).toHaveFocus();
});

test('keys wait in their order until what they are about is there; a field that one of them opens is not typed into', async () => {
  const done: string[] = [];
  let ready = false;
  const user = userEvent.setup();
  render(<Keys keys={{ j: () => done.push('j') }} />);
  render(<Keys keys={{ s: () => done.push('s'), v: () => screen.getAllByLabelText('field')[0]?.focus() }} options={{ ready: () => ready }} />);
  await user.keyboard('jsjsj');
  expect(done).toEqual(['j']);
  ready = true;
  await vi.waitFor(() => expect(done).toEqual(['j', 's', 'j', 's', 'j']));
  ready = false;
  await user.keyboard('vsj');
  ready = true;
  await vi.waitFor(() => expect(screen.getAllByLabelText('field')[0]).toHaveFocus());
  await user.keyboard('sj');
  expect(done).toEqual(['j', 's', 'j', 's', 'j']);
});

test('a key does not wait for ever', async () => {
  const s = vi.fn();
  const user = userEvent.setup();
  render(<Keys keys={{ s }} options={{ ready: () => false }} />);
  await user.keyboard('s');
  expect(s).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(s).toHaveBeenCalledOnce(), { timeout: 10_000 });
});
