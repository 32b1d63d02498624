import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { IconButton } from './Button.tsx';
import { Popover } from './Popover.tsx';
import { useKeys } from './useKeys.ts';

function Tool({ onEscape = () => false }: { onEscape?: () => unknown }) {
  useKeys({ Escape: onEscape });
  return <IconButton label="Rename" icon={<i />} />;
}

test('Escape closes a tooltip and reaches the screen behind it with the same press; the focus stays', async () => {
  const user = userEvent.setup();
  const reached = vi.fn();
  render(<Tool onEscape={reached} />);
  await user.tab();
  expect(await screen.findByRole('tooltip')).toHaveTextContent('Rename');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();
  expect(reached).toHaveBeenCalledOnce();
  expect(screen.getByRole('button', { name: 'Rename' })).toHaveFocus();
});

test('a popover closes with the first Escape, though a tooltip of a button in it is shown', async () => {
  const user = userEvent.setup();
  render(<Popover label="Details" trigger={<button type="button">Open</button>}><Tool /></Popover>);
  await user.tab();
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('tooltip')).toBeInTheDocument();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog', { name: 'Details' })).not.toBeInTheDocument();
});

test('the pointer can go onto a tooltip without closing it', async () => {
  const user = userEvent.setup();
  render(<Tool />);
  await user.hover(screen.getByRole('button', { name: 'Rename' }));
  await screen.findByRole('tooltip', {}, { timeout: 2_000 });
  const shown = document.querySelector<HTMLElement>('.tip');
  if (!shown) throw new Error('no tooltip');
  await user.hover(shown);
  expect(screen.getByRole('tooltip')).toBeInTheDocument();
});
