import { memo } from 'react';
import { questionName } from '../../data/source-name.ts';
import { useQuery } from '../../data/useQuery.ts';
import { useOnScreen } from '../../state/onScreen.ts';
import { usePlace } from '../../state/place.ts';
import { Kbds } from '../../ui/index.ts';
import { toast } from '../../ui/toast.ts';
import { focusAnswer } from '../code/code-ui.ts';
import { Composer, type Draft, emptyDraft } from '../diary/Composer.tsx';
import { useNamedLinks } from '../diary/links.ts';
import { useDrafts, useKeep } from '../diary/useKeep.ts';
import { About } from './About.tsx';
import { NoticingList } from './NoticingList.tsx';
import { QuestionMemo } from './QuestionMemo.tsx';
import type { Reading } from './useReading.ts';

/** What one writes while reading: a diary note about the answer in front, first impressions of the question, and all notes so far. */
export const SidePane = memo(function SidePane({ reading }: { reading: Reading }) {
  const memos = useQuery('memo.list', {}).data;
  const memo = memos?.find((each) => each.questionId === reading.question.id) ?? null;
  return (
    <section data-drawer="right" className="pane fam-side" aria-label="Notes">
      <DiaryNote />
      {memos && <QuestionMemo key={reading.question.id} questionId={reading.question.id} of={questionName(reading.question, reading.number)} memo={memo} />}
      <NoticingList reading={reading} />
      <About reading={reading} />
    </section>
  );
});

/** The same note as Ctrl J opens elsewhere, always at hand here; it survives going to another screen. */
function DiaryNote() {
  const { context, links: published } = useOnScreen();
  const links = useNamedLinks(published);
  const itemId = usePlace((place) => place.itemId);
  const kept = useDrafts((state) => state.note);
  const entries = useQuery('project.overview', {}).data?.diaryEntries ?? 0;
  const keep = useKeep();
  const draft: Draft = kept ?? { ...emptyDraft, links };

  async function save(note: Draft): Promise<boolean> {
    if ((await keep(note, context)) === null) return false;
    useDrafts.setState({ note: null });
    focusAnswer(itemId ?? undefined);
    toast({ text: 'Kept in the diary' });
    return true;
  }
  return (
    <div
      data-field="diary" className="fam-diary"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) focusAnswer(itemId ?? undefined);
      }}
    >
      <div className="pane-h"><h2>Diary note</h2><span className="push" /><Kbds keys={['Ctrl', 'J']} /></div>
      <Composer draft={draft} label="Diary note" saveLabel="Save note" onSave={save} onChange={(note) => useDrafts.setState({ note: note.text === '' && note.trigger === null ? null : note })} />
      {entries > 0 && <button type="button" className="link fam-all" onClick={() => usePlace.getState().go({ screen: 'diary' })}>{entries === 1 ? 'The diary has 1 entry' : `All ${entries} diary entries`}</button>}
    </div>
  );
}
