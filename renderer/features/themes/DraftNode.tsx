import { plural } from './board-model.ts';
import { useThemes } from './context.ts';
import { NameInput } from './NameInput.tsx';
import { type Draft, setUi } from './ui-state.ts';

const what = { theme: 'theme', overarching: 'overarching theme', group: 'group heading' } as const;

/** A theme before it exists: its name is written where it will stand. */
export function DraftNode({ draft }: { draft: Draft }) {
  const { actions, board } = useThemes();
  const sub = draft.kind === 'theme' && draft.parentId !== null && board.themes.get(draft.parentId)?.kind === 'theme';
  const kind = sub ? 'sub-theme' : what[draft.kind];
  return (
    <div className="draft" role="treeitem" aria-label={`New ${kind}`} tabIndex={-1}>
      <NameInput
        label={`Name of the new ${kind}`} placeholder={`Name of the new ${kind}`} value="" keepOnBlur={false}
        onDone={(name) => void actions.create(draft, name)} onCancel={() => setUi({ draft: null })}
      />
      <p className="muted small">{draft.codeIds.length ? `${plural(draft.codeIds.length, 'code')} will stand below it. ` : ''}Enter makes it, Esc leaves it.</p>
    </div>
  );
}
