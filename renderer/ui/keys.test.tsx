import { act, fireEvent, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
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

test('keys wait in their order until what they are about is there', async () => {
  const done: string[] = [];
  let ready = false;
  const user = userEvent.setup();
  render(<Keys keys={{ j: () => done.push('j'), s: () => done.push('s') }} options={{ ready: () => ready }} />);
  await user.keyboard('sjs');
  expect(done).toEqual([]);
  ready = true;
  await vi.waitFor(() => expect(done).toEqual(['s', 'j', 's']));
});

/** A field that finds what was typed, and says so on Enter. */
function Finder({ onEnter }: { onEnter: (text: string) => void }) {
  const [text, setText] = useState('');
  return <input aria-label="finder" value={text} onChange={(event) => setText(event.target.value)} onKeyDown={(event) => { if (event.key === 'Enter') onEnter(text); }} />;
}

/** As browsers do it; jsdom has no commands. */
function execCommand(command: string, _ui?: boolean, typed = ''): boolean {
  const field = document.activeElement as HTMLInputElement;
  return fireEvent.input(field, { target: { value: command === 'delete' ? field.value.slice(0, -1) : field.value + typed } });
}

test('what is typed while the key that opens a field still waits reaches the field, in its order', async () => {
  document.execCommand = execCommand;
  const [enter, j] = [vi.fn(), vi.fn()];
  let ready = false;
  const user = userEvent.setup();
  render(<Finder onEnter={enter} />);
  render(<Keys keys={{ v: () => screen.getByLabelText('finder').focus() }} options={{ ready: () => ready }} />);
  render(<Keys keys={{ j }} />);
  await user.keyboard('vjaX{Backspace}r');
  ready = true;
  await vi.waitFor(() => expect(screen.getByLabelText('finder')).toHaveFocus());
  await user.keyboard('s{Enter}');
  await vi.waitFor(() => expect(enter).toHaveBeenCalledWith('jars'));
  // An Enter that waited as well takes what was typed before it.
  await user.clear(screen.getByLabelText('finder'));
  act(() => screen.getByLabelText('finder').blur());
  ready = false;
  await user.keyboard('vmug{Enter}');
  ready = true;
  await vi.waitFor(() => expect(enter).toHaveBeenLastCalledWith('mug'));
  expect(j).not.toHaveBeenCalled();
});

test('nothing is typed into a field that was gone to by hand while a key waited', async () => {
  document.execCommand = execCommand;
  const opens = vi.fn();
  const user = userEvent.setup();
  render(<Keys keys={{ v: opens }} options={{ ready: () => false }} />);
  await user.keyboard('vjj');
  await user.click(screen.getByLabelText('field'));
  await user.keyboard('s');
  expect(screen.getByLabelText('field')).toHaveValue('s');
  expect(opens).not.toHaveBeenCalled();
});

test('a key does not wait for ever', async () => {
  const s = vi.fn();
  const user = userEvent.setup();
  render(<Keys keys={{ s }} options={{ ready: () => false }} />);
  await user.keyboard('s');
  expect(s).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(s).toHaveBeenCalledOnce(), { timeout: 10_000 });
});
