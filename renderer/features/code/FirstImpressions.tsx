import { BookOpenText } from 'lucide-react';
import { useState } from 'react';
import type { Memo } from '../../../shared/contract/reading.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useQuery } from '../../data/useQuery.ts';
import { usePlace } from '../../state/place.ts';
import { Field, IconButton, Popover } from '../../ui/index.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { recently } from '../diary/dates.ts';
import { useMemoText } from '../familiarise/useMemoText.ts';
import { focusAnswer } from './code-ui.ts';

/** The first impressions of the question, written while reading it, one press away while coding it. */
export function FirstImpressions({ questionId, of }: { questionId: number; of: string }) {
  const [open, setOpen] = useState(false);
  const memo = useQuery('memo.list', {}).data?.find((each) => each.questionId === questionId) ?? null;
  useKeys({ i: () => setOpen(true) });
  const toggle = (to: boolean) => {
    setOpen(to);
    if (!to) focusAnswer(usePlace.getState().itemId ?? undefined);
  };
  const label = memo ? 'First impressions' : 'Write down first impressions';
  return (
    <Popover label={`First impressions of ${of}`} align="end" className="impressions" open={open} onOpenChange={toggle} trigger={<IconButton label={label} keys={['I']} pressed={memo !== null} icon={<BookOpenText size={16} />} />}>
      <Impressions questionId={questionId} of={of} memo={memo} />
    </Popover>
  );
}

function Impressions({ questionId, of, memo }: { questionId: number; of: string; memo: Memo | null }) {
  const set = useCommand('memo.set');
  const { value, onChange, onBlur } = useMemoText(memo?.text ?? '', (text) => void set({ questionId, text }));
  return (
    <>
      <Field label={`First impressions of ${of}`} multiline rows={4} maxLength={20_000} placeholder="What do these answers leave you with?" value={value} onChange={(text) => onChange({ target: { value: text } })} onBlur={onBlur} />
      {memo && <p className="micro muted">{recently(memo.at)}</p>}
    </>
  );
}
