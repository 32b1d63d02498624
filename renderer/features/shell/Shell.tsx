import { type ReactNode, useEffect } from 'react';
import { useOverlays } from '../../state/overlays.ts';
import { usePlace } from '../../state/place.ts';
import { remember } from '../../state/places.ts';
import { projectKey, useProject } from '../../state/project.ts';
import { useSettings } from '../../state/settings.ts';
import { useCommands } from '../../ui/commands.ts';
import { type Hint, useHints } from '../../ui/hints.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { readPersonHere } from '../familiarise/familiarise-ui.ts';
import { dataSections, showDataTab } from '../data/data-ui.ts';
import { MaskDialog } from '../data/identifiers/MaskDialog.tsx';
import { NotePopover } from '../diary/NotePopover.tsx';
import { Palette } from '../palette/Palette.tsx';
import { openSearch } from '../search/search-ui.ts';
import { openDrawer, useDrawers, useNarrow } from './drawers.ts';
import { HintBar } from './HintBar.tsx';
import { KeyList } from './KeyList.tsx';
import { walkPanes } from './panes.ts';
import { phases } from './phases.ts';
import { Rail } from './Rail.tsx';
import { TitleBar } from './TitleBar.tsx';
import { useUndo } from './useUndo.ts';
import { useWhere } from './useWhere.ts';
import { Working } from './Working.tsx';
import './shell.css';

const everywhere: readonly Hint[] = [
  { keys: ['Ctrl', 'K'], text: 'Search or jump to', palette: false },
  { keys: ['Ctrl', 'Shift', 'F'], text: 'Search all answers; from Familiarise also /' },
  { keys: ['Ctrl', '1–6'], text: 'Go to a phase' },
  { keys: ['Ctrl', 'J'], text: 'Diary note' },
  { keys: ['Ctrl', 'Shift', 'D'], text: 'Data: people, questions, imports' },
  { keys: ['Ctrl', 'Z'], or: ['Ctrl', 'Shift', 'Z'], text: 'Undo, redo' },
  { keys: ['F6'], or: ['Shift', 'F6'], text: 'Next pane, previous pane', each: ['Next pane', 'Previous pane'] as const },
  { keys: ['Ctrl', '+'], or: ['Ctrl', '−'], text: 'Larger, smaller text' },
  { keys: ['P'], text: 'Everything this person wrote, from an answer or an extract' },
  { keys: ['?'], text: 'This list' },
].map((hint) => ({ ...hint, bar: false }));

/** The frame around every screen of an open project. */
export function Shell({ children }: { children: ReactNode }) {
  const screen = usePlace((place) => place.screen);
  const { go } = usePlace.getState();
  const { open, show, hide } = useOverlays();
  const { hintBar, textSize, theme, density, set } = useSettings();
  const undoing = useUndo();
  const where = useWhere();
  const importing = screen === 'import';

  useNarrow();
  useEffect(() => hide, [hide]);
  useHints(everywhere, 'Everywhere');
  useKeys(
    {
      ...Object.fromEntries(phases.map(({ number, screen }) => [`Ctrl+${number}`, () => (importing ? false : go({ screen }))])),
      'Ctrl+k': () => show('palette'),
      'Ctrl+Shift+f': () => (importing ? false : openSearch()),
      // Code finds a code with it, Data somebody in its table.
      '/': () => (screen === 'familiarise' ? openSearch() : false),
      'Ctrl+j': () => (importing ? false : open === 'note' ? hide() : show('note')),
      'Ctrl+Shift+d': () => (importing ? false : go({ screen: 'data' })),
      'Ctrl+z': () => void undoing.undo(),
      'Ctrl+Shift+z': () => void undoing.redo(),
      'Ctrl+y': () => void undoing.redo(),
      'Ctrl+=': () => set({ textSize: textSize + 10 }),
      'Ctrl++': () => set({ textSize: textSize + 10 }),
      'Ctrl+-': () => set({ textSize: textSize - 10 }),
      'Ctrl+0': () => set({ textSize: 100 }),
      F6: () => walkPanes(1),
      'Shift+F6': () => walkPanes(-1),
      '?': () => show('keys'),
      Escape: () => (useDrawers.getState().open ? openDrawer(null) : false),
      // The person behind an answer or an extract is one key away wherever they are read; Escape comes back.
      p: readPersonHere,
    },
    { frame: true },
  );
  useCommands([
    ...phases
      .filter((phase) => !phase.elsewhere)
      .map(({ number, name, screen }) => ({ id: `go-${number}`, label: `Go to ${name}`, keys: ['Ctrl', String(number)], run: () => go({ screen }) })),
    { id: 'identifiers', label: 'Look for names and other identifiers', also: 'mask anonymise hide', run: () => { showDataTab('identifiers'); go({ screen: 'data' }); } },
    ...dataSections.map(({ key, label }) => ({ id: `go-data-${key}`, label: `Go to Data: ${label}`, run: () => { showDataTab(key); go({ screen: 'data' }); } })),
    ...(screen === 'themes' ? [] : [{ id: 'go-merge', label: 'Merge codes or themes (Build themes)', run: () => go({ screen: 'themes' }) }]),
    { id: 'go-data', label: 'Go to Data: people, questions, imports', keys: ['Ctrl', 'Shift', 'D'], run: () => go({ screen: 'data' }) },
    { id: 'go-diary', label: 'Go to Diary', run: () => go({ screen: 'diary' }) },
    { id: 'go-import', label: 'Import responses', run: () => go({ screen: 'import' }) },
    { id: 'go-coding-import', label: 'Bring in coding done elsewhere (Word, Excel, CSV)', run: () => go({ screen: 'coding-import' }) },
    { id: 'search', label: 'Search all answers', keys: ['Ctrl', 'Shift', 'F'], run: () => openSearch() },
    { id: 'note', label: 'Write a diary note', keys: ['Ctrl', 'J'], run: () => show('note') },
    { id: 'keys', label: 'Show all keys', keys: ['?'], run: () => show('keys') },
    { id: 'theme', label: theme === 'dark' ? 'Use light colours' : 'Use dark colours', also: 'settings theme mode', run: () => set({ theme: theme === 'dark' ? 'light' : 'dark' }) },
    { id: 'hints', label: hintBar ? 'Hide keys at the bottom' : 'Show keys at the bottom', also: 'settings', run: () => set({ hintBar: !hintBar }) },
    { id: 'theme-system', label: 'Use the colours of the computer', also: 'settings theme mode', run: () => set({ theme: 'system' }) },
    { id: 'density', label: density === 'close' ? 'Use roomy lines' : 'Use close lines', also: 'settings density', run: () => set({ density: density === 'close' ? 'roomy' : 'close' }) },
    { id: 'larger', label: 'Larger text', also: 'settings zoom size', keys: ['Ctrl', '+'], run: () => set({ textSize: textSize + 10 }) },
    { id: 'smaller', label: 'Smaller text', also: 'settings zoom size', keys: ['Ctrl', '−'], run: () => set({ textSize: textSize - 10 }) },
    { id: 'usual', label: 'Text in its usual size', also: 'settings zoom', keys: ['Ctrl', '0'], run: () => set({ textSize: 100 }) },
    ...(undoing.nextUndo ? [{ id: 'undo', label: `Undo: ${undoing.nextUndo.label}`, keys: ['Ctrl', 'Z'], run: () => void undoing.undo() }] : []),
    ...(undoing.nextRedo ? [{ id: 'redo', label: `Do again: ${undoing.nextRedo.label}`, keys: ['Ctrl', 'Shift', 'Z'], run: () => void undoing.redo() }] : []),
  ]);

  return (
    <div className={`app ${importing ? 'is-importing' : ''}`}>
      <TitleBar undoing={undoing} />
      {!importing && <Rail line={where.line} />}
      <div className={`stage ${hintBar && !importing ? 'has-hints' : ''}`}>
        <main className="stage-main">{children}</main>
        {hintBar && !importing && <HintBar />}
      </div>
      <RememberedPlace words={where.visit} />
      <Working />
      {open === 'palette' && <Palette onClose={hide} />}
      {open === 'keys' && <KeyList onClose={hide} />}
      {open === 'note' && <NotePopover onClose={hide} />}
      <MaskDialog />
    </div>
  );
}

/** Writes down where one is whenever that changes, so that the project opens there next time; apart from the frame, which would be drawn anew with every answer. */
function RememberedPlace({ words }: { words: string }): null {
  const { go: _, ...where } = usePlace();
  const project = useProject((state) => state.status?.project ?? null);
  const visit = JSON.stringify({ ...where, words });
  useEffect(() => {
    if (project) remember(projectKey(project), JSON.parse(visit));
  }, [project, visit]);
  return null;
}
