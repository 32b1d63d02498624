import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { type OnScreen, useOnScreen } from '../../state/onScreen.ts';
import { usePlace } from '../../state/place.ts';
import { IconButton } from '../../ui/index.ts';
import { toast } from '../../ui/toast.ts';
import { Composer, type Draft, emptyDraft } from './Composer.tsx';
import { useNamedLinks } from './links.ts';
import { useDiaryFocus, useDrafts, useKeep } from './useKeep.ts';
import './diary.css';

const contexts: Record<string, string> = { familiarise: 'Reading', code: 'Coding', themes: 'Building themes', map: 'Reviewing the thematic map', report: 'Reporting', diary: '' };

const nothing: OnScreen = { context: '', links: [] };

/** A diary note from anywhere (Ctrl J): it opens with links to what is on screen, and the work behind it stays in sight. */
export function NotePopover({ onClose }: { onClose: () => void }) {
  const screen = usePlace((place) => place.screen);
  const published = useOnScreen();
  const onScreen = published.screen === screen ? published : nothing;
  const context = onScreen.context || (contexts[screen] ?? '');
  const links = useNamedLinks(onScreen.links);
  const kept = useDrafts((state) => state.note);
  const keep = useKeep();
  const field = useRef<HTMLTextAreaElement>(null);
  const draft: Draft = kept ?? { ...emptyDraft, links };
  const setDraft = (note: Draft | null) => useDrafts.setState({ note });

  useEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  async function save(note: Draft): Promise<boolean> {
    const id = await keep(note, context);
    if (id === null) return false;
    setDraft(null);
    onClose();
    toast({
      text: 'Kept in the diary',
      action: {
        label: 'Open the diary',
        run: () => {
          useDiaryFocus.setState({ entryId: id });
          usePlace.getState().go({ screen: 'diary' });
        },
      },
    });
    return true;
  }

  return (
    <section
      className="pop note-pop"
      role="dialog"
      aria-label="Diary note"
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          onClose();
        }
      }}
    >
      <div className="note-h">
        <h2>Diary note</h2>
        <span className="muted small clip">{context}</span>
        <IconButton className="push" size="sm" label="Close, keeping what is written" keys={['Esc']} icon={<X size={15} />} onClick={onClose} />
      </div>
      <Composer fieldRef={field} draft={draft} onChange={setDraft} onSave={save} onCancel={onClose} />
    </section>
  );
}
