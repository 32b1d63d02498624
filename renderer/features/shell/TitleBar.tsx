import { ChevronDown, Redo2, Search, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { schools } from '../../data/schools.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useQuery } from '../../data/useQuery.ts';
import { useOverlays } from '../../state/overlays.ts';
import { usePlace } from '../../state/place.ts';
import { refreshProject, useProject } from '../../state/project.ts';
import { IconButton, Kbds, Logo, Menu } from '../../ui/index.ts';
import { showDataTab } from '../data/data-ui.ts';
import { SaveState } from './SaveState.tsx';
import type { useUndo } from './useUndo.ts';

/** Project, save state, undo and redo, search. The window's own buttons are the system's; the desktop program reserves their place. */
export function TitleBar({ undoing }: { undoing: ReturnType<typeof useUndo> }) {
  const show = useOverlays((state) => state.show);
  const { undo, redo, nextUndo, nextRedo } = undoing;
  const importing = usePlace((place) => place.screen === 'import');
  return (
    <header className="titlebar">
      <Logo />
      {importing && (
        <>
          <b className="doing">Import responses</b>
          <span className="divider" />
        </>
      )}
      <ProjectName />
      <span className="divider" />
      <SaveState />
      <span className="push" />
      <IconButton
        label="Undo"
        tip={nextUndo ? `Undo: ${nextUndo.label}` : 'Nothing to undo'}
        keys={['Ctrl', 'Z']}
        icon={<Undo2 size={16} />}
        disabled={!nextUndo}
        className={nextUndo ? '' : 'is-disabled'}
        onClick={() => void undo()}
      />
      <IconButton
        label="Redo"
        tip={nextRedo ? `Do again: ${nextRedo.label}` : 'Nothing to do again'}
        keys={['Ctrl', 'Shift', 'Z']}
        icon={<Redo2 size={16} />}
        disabled={!nextRedo}
        className={nextRedo ? '' : 'is-disabled'}
        onClick={() => void redo()}
      />
      <button type="button" className="searchbox" aria-haspopup="dialog" onClick={() => show('palette')}>
        <Search size={14} aria-hidden />
        <span>Search or jump to</span>
        <Kbds keys={['Ctrl', 'K']} />
      </button>
    </header>
  );
}

function ProjectName() {
  const overview = useQuery('project.overview', {}).data;
  const status = useProject((state) => state.status);
  const update = useCommand('project.update');
  const close = useCommand('workbench.close');
  const [renaming, setRenaming] = useState<string | null>(null);
  const title = overview?.title ?? status?.project?.title ?? '';
  const display = overview?.display ?? 'imported';

  /** A key that ends the renaming gives the keyboard to the button that stands there again. */
  const leave = () => {
    flushSync(() => setRenaming(null));
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('.project-name')?.focus({ preventScroll: true });
  };

  async function rename(close: () => void) {
    const name = renaming?.trim() ?? '';
    close();
    if (name !== '' && name !== title) await update({ title: name });
  }

  if (renaming !== null) {
    return (
      <input
        className="input sm project-rename"
        aria-label="Name of the project"
        value={renaming}
        onChange={(event) => setRenaming(event.target.value)}
        onBlur={() => void rename(() => setRenaming(null))}
        ref={(field) => {
          if (field && document.activeElement !== field) field.select();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void rename(leave);
          if (event.key === 'Escape') leave();
        }}
      />
    );
  }
  return (
    <Menu
      label="Project"
      trigger={
        <button type="button" className="project-name" title={status?.project ? `${status.project.folder} / ${status.project.fileName}` : undefined}>
          <span className="clip">{title}</span>
          <ChevronDown size={13} strokeWidth={2.6} aria-hidden />
        </button>
      }
      items={[
        // The menu gives focus back to its button as it closes; the field comes after that.
        {
          label: 'Rename the project',
          run: () => {
            setTimeout(() => setRenaming(title), 0);
          },
        },
        { label: 'Import responses', run: () => usePlace.getState().go({ screen: 'import' }) },
        'separator',
        { heading: 'Show participants' },
        { label: 'As imported', checked: display === 'imported', run: () => void update({ display: 'imported' }) },
        { label: 'As P1, P2 …', checked: display === 'numbered', run: () => void update({ display: 'numbered' }) },
        {
          label: 'In another way …',
          checked: display === 'custom' || display === 'alias',
          run: () => {
            showDataTab('numbering');
            usePlace.getState().go({ screen: 'data' });
          },
        },
        'separator',
        { heading: 'Which thematic analysis' },
        ...schools.map(({ school, label }) => ({ label, checked: overview?.school === school, run: () => void update({ school }) })),
        'separator',
        { label: 'Close the project', run: () => void close({}).then(refreshProject) },
      ]}
    />
  );
}
