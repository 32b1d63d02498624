import { Command } from 'cmdk';
import { SquareChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PaletteCommand } from '../../ui/commands.ts';
import { Kbd, Kbds } from '../../ui/index.ts';
import { Marked } from './Marked.tsx';

interface RowProps {
  id: string;
  mark: ReactNode;
  children: ReactNode;
  onSelect: () => void;
  end?: string;
  keys?: readonly string[] | undefined;
  tall?: boolean;
}

/** One thing the palette can go to or do. */
export function Row({ id, mark, children, onSelect, end, keys, tall }: RowProps) {
  return (
    <Command.Item value={id} className={`ci ${tall ? 'tall' : ''}`} onSelect={onSelect}>
      {mark}
      <span className="clip">{children}</span>
      <span className="e">
        {end && <span className="on-hover">{end}</span>}
        {keys ? (
          <Kbds keys={keys} />
        ) : (
          <span className="on-hover">
            <Kbd>Enter</Kbd>
          </span>
        )}
      </span>
    </Command.Item>
  );
}

/** A command of the screen, with its keys. */
export const CommandRow = ({ command, wanted, onSelect }: { command: PaletteCommand; wanted: string; onSelect: () => void }) => (
  <Row id={`command ${command.id}`} mark={<SquareChevronRight size={16} aria-hidden />} keys={command.keys} onSelect={onSelect}>
    <Marked text={command.label} wanted={wanted} />
  </Row>
);
