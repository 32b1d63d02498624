import { ArrowRight, BookOpen, CornerUpRight, FolderPlus, Merge, PackageMinus } from 'lucide-react';
import { Button } from '../../ui/index.ts';
import { plural } from './board-model.ts';
import { nothingChosen, setUi, useThemesUi } from './ui-state.ts';
import { mergeMeant, takeOut } from './useTreeKeys.ts';

/** What can be done with the chosen codes or themes, with its keys. */
export function SelectionBar() {
  const chosen = useThemesUi((ui) => ui.chosen);
  const hidden = useThemesUi((ui) => ui.drag !== null || ui.merging !== null);
  const [first] = chosen.ids;
  if (chosen.ids.length === 0 || first === undefined || hidden) return null;
  const ids = [...chosen.ids];
  const codes = chosen.kind === 'code';
  return (
    <div className="multibar" role="toolbar" aria-label={`${plural(ids.length, codes ? 'code' : 'theme')} selected`}>
      <b>{plural(ids.length, codes ? 'code' : 'theme')} selected</b>
      {codes && ids.length === 1 && <Button variant="quiet" icon={<BookOpen size={15} aria-hidden />} keys={['Enter']} className="hide-p" onClick={() => setUi({ pane: { kind: 'extracts', codeId: first } })}>Read</Button>}
      <Button variant="quiet" icon={<Merge size={15} aria-hidden />} keys={['M']} onClick={mergeMeant}>Merge</Button>
      {codes && <Button variant="quiet" icon={<CornerUpRight size={15} aria-hidden />} keys={['V']} onClick={() => setUi({ ask: { kind: 'move', cargo: { kind: 'codes', ids } } })}>Move to</Button>}
      {!codes && ids.length === 1 && <Button variant="quiet" icon={<ArrowRight size={15} aria-hidden />} keys={['V']} onClick={() => setUi({ ask: { kind: 'move', cargo: { kind: 'theme', id: first } } })}>Move to</Button>}
      {codes && <Button variant="quiet" icon={<FolderPlus size={15} aria-hidden />} keys={['T']} onClick={() => setUi({ draft: { kind: 'theme', parentId: null, codeIds: ids } })}>Make theme</Button>}
      {codes && <Button variant="quiet" icon={<PackageMinus size={15} aria-hidden />} className="hide-s hide-p" onClick={() => takeOut()}>Set aside</Button>}
      <span className="vr" />
      <Button variant="quiet" keys={['Esc']} onClick={() => setUi({ chosen: nothingChosen, anchor: null })}>Clear</Button>
    </div>
  );
}
