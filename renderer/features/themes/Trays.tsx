import { type RefObject, useId } from 'react';
import { fold, foldTyped } from '../../../shared/domain/search/fold.ts';
import type { Tray } from '../../../shared/domain/types.ts';
import { SearchBox } from '../../ui/index.ts';
import { type Board, plural, trayName } from './board-model.ts';
import { useThemes } from './context.ts';
import { useDropPlace } from './drag.ts';
import { Rows } from './Rows.tsx';
import { setUi, useThemesUi } from './ui-state.ts';
import { useRow } from './useRow.ts';

/** From this many codes on, the trays can be searched. */
const many = 15;
export const matches = (name: string, find: string): boolean => fold(name).includes(foldTyped(find));

/** What stands with the trays without being a row of the tree: finding a code above, what is out of the structure below. */
export function AroundTrays() {
  const { board } = useThemes();
  const find = useThemesUi((ui) => ui.find);
  const away = board.awayCodes.length + board.awayThemes.filter((theme) => theme.status === 'set-aside').length;
  const open = useThemesUi((ui) => ui.pane?.kind === 'away');
  return (
    <>
      {board.trays.unplaced.length > many && (
        <div className="tray-find"><SearchBox label="Find a code in the trays" placeholder="Find a code" value={find} onChange={(text) => setUi({ find: text })} /></div>
      )}
      {away > 0 && (
        <button type="button" className="away-link" aria-expanded={open} onClick={() => setUi({ pane: open ? null : { kind: 'away' } })}>Set aside and merged<span className="muted">{away}</span></button>
      )}
    </>
  );
}

export function TrayBox({ tray, boardRef, first = false, form }: { tray: Tray; boardRef: RefObject<Board>; first?: boolean; form: 'tray' | 'line' }) {
  const { board } = useThemes();
  const find = useThemesUi((ui) => ui.find);
  const place = useDropPlace<HTMLDivElement>({ tray }, boardRef);
  const over = useThemesUi((ui) => typeof ui.over?.spot === 'object' && 'tray' in ui.over.spot && ui.over.spot.tray === tray);
  const { row } = useRow({ kind: 'tray', id: tray }, { first });
  const id = useId();
  const nodes = find === '' ? board.trays[tray] : board.trays[tray].filter((node) => matches(node.code.name, find));
  return (
    <div ref={place} role="none" data-node={row['data-ref']} className={`tray ${tray === 'miscellaneous' ? 'misc' : ''}${over ? ' is-over' : ''}`}>
      <div {...row} className="tray-h" data-handle aria-level={1} aria-expanded aria-owns={id}>
        {trayName[tray]}<span className="vh">, {plural(board.trays[tray].length, 'code')}</span><span className="muted" aria-hidden>{board.trays[tray].length}</span>
      </div>
      {tray === 'miscellaneous' && form === 'tray' && <p>Codes that fit nowhere yet. Keeping them is fine.</p>}
      {tray === 'unplaced' && board.trays.unplaced.length === 0 && <p>{board.active === 0 ? 'Codes wait here until they find a theme.' : 'Every code has a place.'}</p>}
      <Rows spot={{ tray }} nodes={nodes} level={2} form={form} theme={() => null} className="tray-b" id={id} />
    </div>
  );
}
