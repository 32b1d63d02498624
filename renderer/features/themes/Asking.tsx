import { Columns2, FolderPlus, Inbox, Layers, Plus, Rows2 } from 'lucide-react';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import { Button, Field, Popover } from '../../ui/index.ts';
import { plural, type Ref } from './board-model.ts';
import { useThemes } from './context.ts';
import { type Cargo, destinations } from './moves.ts';
import { type Pick, Picker } from './Picker.tsx';
import { rowElement } from './rows.ts';
import { type Ask, setUi, useThemesUi } from './ui-state.ts';

const icons: Record<string, ReactNode> = {
  top: <Columns2 size={14} aria-hidden />, group: <Rows2 size={14} aria-hidden />, overarching: <Layers size={14} aria-hidden />, theme: <FolderPlus size={14} aria-hidden />, tray: <Inbox size={14} aria-hidden />,
};

/** What wants an answer, beside the row it is about: where to, under which heading, or why. */
export function Asking({ tree }: { tree: RefObject<HTMLElement | null> }) {
  const ask = useThemesUi((ui) => ui.ask);
  return ask ? <AskingOpen key={JSON.stringify(ask)} ask={ask} tree={tree} /> : null;
}

function AskingOpen({ ask, tree }: { ask: Ask; tree: RefObject<HTMLElement | null> }) {
  const about: Ref | null = useThemesUi.getState().focus ?? (ask.kind === 'dissolve' ? { kind: 'theme', id: ask.themeId } : null);
  const anchor = useRef({
    getBoundingClientRect: () => {
      const row = about && tree.current ? rowElement(tree.current, about) : null;
      return (row ?? document.body).getBoundingClientRect();
    },
  });
  const close = (open: boolean) => { if (!open) setUi({ ask: null }); };
  const label = ask.kind === 'move' ? 'Move to' : ask.kind === 'heading' ? 'Group heading' : ask.kind === 'dissolve' ? 'Dissolve this theme' : 'Set aside';
  return (
    <Popover open onOpenChange={close} anchor={anchor} label={label} className={ask.kind === 'move' || ask.kind === 'heading' ? 'bd-pick' : 'bd-why'} side="bottom" align="start">
      {ask.kind === 'move' ? <MoveTo cargo={ask.cargo} /> : ask.kind === 'heading' ? <Heading codeIds={ask.codeIds} parentId={ask.parentId} /> : <Why ask={ask} />}
    </Popover>
  );
}

/** All places, searched by typing; words that match nothing can become a theme. */
function MoveTo({ cargo }: { cargo: Cargo }) {
  const { board, actions } = useThemes();
  const [typed, setTyped] = useState('');
  const close = () => setUi({ ask: null });
  const picks = destinations(board, cargo).map((place): Pick => ({
    key: JSON.stringify(place.spot), name: place.name, detail: place.path, depth: place.depth, icon: icons[place.kind],
    run: () => { close(); void actions.move(cargo, { spot: place.spot }); },
  }));
  const makes = (name: string): Pick[] =>
    cargo.kind === 'codes' ? [{ key: 'new theme', name: `New theme “${name}” with ${cargo.ids.length === 1 ? 'this code' : 'these codes'}`, icon: <Plus size={14} aria-hidden />, run: () => void actions.create({ kind: 'theme', parentId: null, codeIds: cargo.ids }, name) }] : [];
  return <Picker label="Move to" placeholder={`Move ${cargo.kind === 'codes' ? plural(cargo.ids.length, 'code') : 'this theme'} to…`} picks={picks} makes={makes} typed={typed} onTyped={setTyped} empty="No such place." />;
}

/** Headings below the theme (place there), headings used elsewhere (the same words here), or new words. */
function Heading({ codeIds, parentId }: { codeIds: number[]; parentId: number | null }) {
  const { board, actions } = useThemes();
  const [typed, setTyped] = useState('');
  const parent = parentId === null ? undefined : board.nodes.get(parentId);
  const groups = [...board.nodes.values()].filter((node) => node.theme.kind === 'group');
  const here = groups.filter((node) => node.theme.parentId === parentId);
  const elsewhere = [...new Set(groups.filter((node) => node.theme.parentId !== parentId).map((node) => node.theme.name))].filter((name) => !here.some((node) => node.theme.name === name));
  const make = (name: string) => void actions.create({ kind: 'group', parentId, codeIds }, name);
  const move = (themeId: number) => { setUi({ ask: null }); void actions.move({ kind: 'codes', ids: codeIds }, { spot: { themeId } }); };
  const picks: Pick[] = [
    ...(codeIds.length ? here.map((node): Pick => ({ key: `here ${node.id}`, name: node.theme.name, icon: icons.group, group: parent ? `In “${parent.theme.name}”` : 'At the top level', run: () => move(node.id) })) : []),
    ...elsewhere.map((name): Pick => ({ key: `elsewhere ${name}`, name, icon: icons.group, group: 'Used elsewhere, new here', run: () => make(name) })),
    ...(codeIds.length && parent && codeIds.some((id) => board.codes.get(id)?.themeId !== parent.id) ? [{ key: 'none', name: 'No heading', group: 'Or', run: () => move(parent.id) }] : []),
  ];
  return (
    <Picker
      label="Group heading" placeholder={`Heading ${parent ? `in “${parent.theme.name}”` : 'at the top level'}…`} picks={picks} typed={typed} onTyped={setTyped}
      makes={(name) => [{ key: 'new heading', name: `New heading “${name}”`, icon: <Plus size={14} aria-hidden />, run: () => make(name) }]}
      empty="Type a heading, such as “Agrees” or “Makes it harder”. A heading groups what stands below it; it is not a theme."
    />
  );
}

/** The reason for taking something out; asked once, kept with it. */
function Why({ ask }: { ask: Extract<Ask, { kind: 'dissolve' | 'set-aside' }> }) {
  const { board, actions } = useThemes();
  const [reason, setReason] = useState('');
  const dissolve = ask.kind === 'dissolve';
  const theme = dissolve ? board.themes.get(ask.themeId) : undefined;
  const only = !dissolve && ask.codeIds.length === 1 ? board.codes.get(ask.codeIds[0] ?? 0) : undefined;
  const title = dissolve ? `Dissolve “${theme?.name ?? ''}”` : only ? `Set aside “${only.name}”` : `Set aside ${ask.kind === 'set-aside' ? plural(ask.codeIds.length, 'code') : ''}`;
  const submit = () => { if (reason.trim() !== '') void (dissolve ? actions.dissolve(ask.themeId, reason) : actions.setAside(ask.codeIds, reason)); };
  return (
    <div className="vstack" onKeyDown={(event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); submit(); } }}>
      <b>{title}</b>
      <p className="soft small">{dissolve ? (theme?.parentId == null ? 'Its sub-themes move to the top level and its codes to “Not yet placed”. No extract is lost.' : 'What it holds moves up one level. No extract is lost.') : 'Extracts stay with it. You can bring it back at any time.'}</p>
      <Field label={<>Why? <span className="req">Needed, kept with it</span></>} multiline rows={3} value={reason} onChange={setReason} autoFocus />
      <div className="hstack"><span className="push" /><Button variant="quiet" keys={['Esc']} onClick={() => setUi({ ask: null })}>Cancel</Button><Button variant="primary" keys={['Ctrl', 'Enter']} why={reason.trim() === '' ? 'Write down why first.' : undefined} onClick={submit}>{dissolve ? 'Dissolve theme' : 'Set aside'}</Button></div>
    </div>
  );
}

