import type { Memo } from '../../../shared/contract/reading.ts';
import { useCommand } from '../../data/useCommand.ts';
import { usePlace } from '../../state/place.ts';
import { Kbd } from '../../ui/index.ts';
import { focusAnswer } from '../code/code-ui.ts';
import { recently } from '../diary/dates.ts';
import { useMemoText } from './useMemoText.ts';

/** First impressions of a question: saved on a pause and on leaving the field. */
export function QuestionMemo({ questionId, of, memo }: { questionId: number; of: string; memo: Memo | null }) {
  const set = useCommand('memo.set');
  const itemId = usePlace((place) => place.itemId);
  const field = useMemoText(memo?.text ?? '', (text) => void set({ questionId, text }));
  return (
    <div data-field="memo" className="fam-memo">
      <h2 className="sect-h">First impressions of {of}<span className="push"><Kbd>I</Kbd></span></h2>
      <textarea
        className="textarea" aria-label={`First impressions of ${of}`} placeholder="What do these answers leave you with?" rows={2} maxLength={20_000} {...field}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          focusAnswer(itemId ?? undefined);
        }}
      />
      {memo && <p className="micro muted">{recently(memo.at)}</p>}
    </div>
  );
}
