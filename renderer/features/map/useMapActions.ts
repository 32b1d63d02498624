import type { MapModel } from '../../../shared/domain/map-model.ts';
import type { MapLayout } from '../../../shared/domain/types.ts';
import { useCommand } from '../../data/useCommand.ts';
import { toast } from '../../ui/toast.ts';
import { select, setMapUi, useMapUi } from './map-ui.ts';
import type { RelationDraft } from './RelationForm.tsx';
import { nameIn, subtree } from './words.ts';

/** Everything one can do to a map, for the board, the panel and the list alike. */
export interface MapActions {
  arrange: (layout: MapLayout) => void;
  showRelations: (shown: boolean) => void;
  /** Codes of these themes, on the map or not. */
  showCodes: (themeIds: readonly number[], shown: boolean) => void;
  /** Codes of a theme and its sub-themes: hidden where any is shown, otherwise shown. */
  toggleCodes: (themeId: number) => void;
  /** Begins a relation from a theme; the other end is chosen next. */
  startRelation: (from: number) => void;
  /** The other end of the relation that was begun. */
  chooseTarget: (to: number) => void;
  relate: (draft: RelationDraft) => void;
  changeRelation: (id: number, draft: RelationDraft) => void;
  removeRelation: (id: number) => void;
}

export function useMapActions(model: MapModel): MapActions {
  const [arrange, relate, update, remove, undo] = [useCommand('map.arrange'), useCommand('map.relate'), useCommand('map.updateRelation'), useCommand('map.removeRelation'), useCommand('history.undo')];
  const { analysisId } = model;
  const withCodes = (ids: readonly number[]) => ids.filter((id) => model.nodes.some((node) => node.themeId === id && node.codeList.length > 0));
  const showCodes = (themeIds: readonly number[], shown: boolean) => {
    const ids = withCodes(themeIds);
    if (ids.length) void arrange({ analysisId, codes: { themeIds: [...ids], shown } });
  };
  return {
    arrange: (layout) => {
      const byHand = model.layout === 'hand' && layout !== 'hand';
      void arrange({ analysisId, layout }).then((result) => { if (result.ok && byHand) toast({ text: 'Arranged anew. The positions made by hand are gone from the map.', action: { label: 'Undo', run: () => void undo({}) } }); });
    },
    showRelations: (relationsShown) => void arrange({ analysisId, relationsShown }),
    showCodes,
    toggleCodes: (themeId) => {
      const ids = withCodes(subtree(model, themeId));
      const shown = model.nodes.some((node) => ids.includes(node.themeId) && node.codesShown);
      showCodes(ids, !shown);
    },
    startRelation: (from) => setMapUi({ selected: from, editing: null, relating: { from, to: null, point: null, chosen: false } }),
    chooseTarget: (to) => {
      const { relating } = useMapUi.getState();
      if (relating && relating.from !== to) setMapUi({ selected: relating.from, editing: null, relating: { ...relating, to, point: null, chosen: true } });
    },
    relate: (draft) => void relate({ analysisId, ...draft }).then((result) => { if (result.ok) setMapUi({ relating: null }); }),
    changeRelation: (id, draft) => {
      const before = model.relations.find((relation) => relation.id === id);
      void update({ id, label: draft.label, direction: draft.direction, reverse: before !== undefined && before.from !== draft.from }).then((result) => { if (result.ok) setMapUi({ editing: null }); });
    },
    removeRelation: (id) => {
      const gone = model.relations.find((relation) => relation.id === id);
      setMapUi({ editing: null });
      void remove({ id }).then((result) => {
        if (!result.ok || !gone) return;
        select(gone.from);
        toast({ text: `Removed the relation between “${nameIn(model, gone.from)}” and “${nameIn(model, gone.to)}”.`, action: { label: 'Undo', run: () => void undo({}) } });
      });
    },
  };
}
