import { useMemo } from 'react';
import { call } from '../../data/call.ts';
import { toast } from '../../ui/toast.ts';
import { type Board, childrenOf, plural, type Ref, spotName } from './board-model.ts';
import { type Cargo, type Gap, moveTo } from './moves.ts';
import { type Draft, nothingChosen, say, setUi, useThemesUi } from './ui-state.ts';

export const undo = { label: 'Undo', run: () => void call('history.undo', {}) };

/** Everything the screen does to the tree: one command each, said aloud, refusals as toasts. */
export function useThemeActions(analysisId: number, board: Board) {
  return useMemo(() => {
    const nameOf = (ref: Ref) => (ref.kind === 'code' ? board.codes.get(ref.id)?.name : ref.kind === 'theme' ? board.themes.get(ref.id)?.name : undefined) ?? '';
    const cargoName = (cargo: Cargo) => {
      if (cargo.kind === 'theme') return `“${nameOf({ kind: 'theme', id: cargo.id })}”`;
      const [first] = cargo.ids;
      return cargo.ids.length === 1 && first !== undefined ? `“${nameOf({ kind: 'code', id: first })}”` : plural(cargo.ids.length, 'code');
    };

    async function move(cargo: Cargo, gap: Gap): Promise<boolean> {
      const asked = moveTo(board, cargo, gap);
      if (!asked) return false;
      const result = asked.name === 'code.place' ? await call(asked.name, asked.input) : await call(asked.name, asked.input);
      if (!result.ok) {
        toast({ text: result.error.message });
        return false;
      }
      const others = childrenOf(board, gap.spot).filter((child) => (cargo.kind === 'codes' ? child.kind !== 'code' || !cargo.ids.includes(child.id) : child.id !== cargo.id || child.kind !== 'theme'));
      const before = gap.before;
      const at = before ? others.findIndex((child) => child.kind === before.kind && child.id === before.id) : others.length;
      const size = others.length + (cargo.kind === 'codes' ? cargo.ids.length : 1);
      say(`Moved ${cargoName(cargo)} to ${spotName(board, gap.spot)}, place ${(at < 0 ? others.length : at) + 1} of ${size}.`);
      return true;
    }

    async function create(draft: Draft, name: string): Promise<boolean> {
      const result = await call('theme.create', { analysisId, ...draft, name });
      if (!result.ok) {
        toast({ text: result.error.message });
        return false;
      }
      setUi({ draft: null, ask: null, chosen: nothingChosen, focus: { kind: 'theme', id: result.value.id } });
      say(`Made ${draft.kind === 'group' ? 'the group heading' : 'the theme'} “${result.value.name}”${draft.codeIds.length ? ` from ${plural(draft.codeIds.length, 'code')}` : ''}.`);
      return true;
    }

    async function rename(ref: Ref, name: string): Promise<void> {
      setUi({ naming: null });
      if (ref.kind === 'tray' || name.trim() === '' || name.trim() === nameOf(ref)) return;
      const result = ref.kind === 'code' ? await call('code.update', { id: ref.id, name }) : await call('theme.update', { id: ref.id, name });
      if (result.ok) say(`Renamed to “${result.value.name}”.`);
      else toast({ text: result.error.message });
    }

    async function dissolve(themeId: number, reason: string): Promise<boolean> {
      const parentId = board.themes.get(themeId)?.parentId ?? null;
      const result = await call('theme.dissolve', { id: themeId, reason });
      if (!result.ok) {
        toast({ text: result.error.message });
        return false;
      }
      const { pane } = useThemesUi.getState();
      setUi({ ask: null, focus: parentId === null ? { kind: 'tray', id: 'unplaced' } : { kind: 'theme', id: parentId }, ...(pane?.kind === 'theme' && pane.id === themeId ? { pane: null } : {}) });
      const to = parentId === null ? 'the top level; its codes are not placed now' : `“${nameOf({ kind: 'theme', id: parentId })}”`;
      toast({ text: `Dissolved “${result.value.name}”. What it held went up to ${to}.`, action: undo });
      return true;
    }

    async function setAside(codeIds: number[], reason: string): Promise<boolean> {
      const result = await call('code.setAside', { ids: codeIds, reason });
      if (!result.ok) {
        toast({ text: result.error.message });
        return false;
      }
      const { pane } = useThemesUi.getState();
      setUi({ ask: null, chosen: nothingChosen, ...(pane?.kind === 'extracts' && codeIds.includes(pane.codeId) ? { pane: null } : {}) });
      toast({ text: `Set aside ${result.value.names.map((name) => `“${name}”`).join(', ')}. Kept with ${codeIds.length === 1 ? 'its' : 'their'} extracts under “Set aside and merged”.`, action: undo });
      return true;
    }

    async function restore(codeId: number): Promise<void> {
      const result = await call('code.restore', { ids: [codeId] });
      if (!result.ok) {
        toast({ text: result.error.message });
        return;
      }
      setUi({ focus: { kind: 'code', id: codeId } });
      toast({ text: `Brought back ${result.value.names.map((name) => `“${name}”`).join(', ')}.`, action: undo });
    }

    return { move, create, rename, dissolve, setAside, restore, nameOf };
  }, [analysisId, board]);
}

export type ThemeActions = ReturnType<typeof useThemeActions>;
