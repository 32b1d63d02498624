import { type Ref, useEffect, useRef, useState } from 'react';
import type { Trigger } from '../../../shared/domain/types.ts';
import { isTextField } from '../../ui/keys.ts';
import { Button, Check, Kbds } from '../../ui/index.ts';
import { LinkChip } from './LinkChip.tsx';
import { LinkPicker } from './LinkPicker.tsx';
import { linkKey, type NamedLink } from './links.ts';
import { triggers } from './triggers.ts';

export interface Draft {
  text: string;
  trigger: Trigger | null;
  links: readonly NamedLink[];
  toDiscuss: boolean;
}
export const emptyDraft: Draft = { text: '', trigger: null, links: [], toDiscuss: false };

interface Props {
  draft: Draft;
  onChange: (draft: Draft) => void;
  /** Keeps the entry; true when it was kept. */
  onSave: (draft: Draft) => Promise<boolean>;
  onCancel?: () => void;
  saveLabel?: string;
  label?: string;
  autoFocus?: boolean;
  fieldRef?: Ref<HTMLTextAreaElement>;
}

/** Where an entry is written: the words, what made one write, and what it is about. */
export function Composer({ draft, onChange, onSave, onCancel, saveLabel = 'Keep this entry', label = 'New diary entry', autoFocus, fieldRef }: Props) {
  const [saving, setSaving] = useState(false);
  const [picking, setPicking] = useState(false);
  const box = useRef<HTMLFieldSetElement>(null);
  const ready = draft.text.trim() !== '';

  useEffect(() => {
    const text = autoFocus ? box.current?.querySelector('textarea') : null;
    text?.focus();
    text?.setSelectionRange(text.value.length, text.value.length);
  }, [autoFocus]);

  async function save() {
    if (!ready || saving) return;
    setSaving(true);
    await onSave(draft);
    setSaving(false);
  }
  const change = (patch: Partial<Draft>) => onChange({ ...draft, ...patch });

  return (
    <fieldset
      ref={box}
      className="composer"
      aria-label={label}
      onKeyDown={(event) => {
        const inField = isTextField(event.target);
        const digit = /^Digit([1-6])$/.exec(event.code)?.[1];
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        else if (digit && (event.altKey || !inField)) change({ trigger: triggers[Number(digit) - 1]?.trigger ?? null });
        else if (event.altKey && event.key.toLowerCase() === 'l') setPicking(true);
        else if (event.key === 'Escape' && onCancel && !picking) onCancel();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <textarea
        ref={fieldRef}
        className="composer-text"
        aria-label={label}
        rows={1}
        placeholder="What did you notice, feel, wonder or decide?"
        value={draft.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      {draft.text === '' && !onCancel && <Kbds keys={['Ctrl', 'J']} />}
      {draft.links.length > 0 && (
        <div className="composer-links">
          {draft.links.map((named) => (
            <LinkChip key={linkKey(named.link)} named={named} onRemove={() => change({ links: draft.links.filter((each) => each !== named) })} />
          ))}
        </div>
      )}
      <div className="bar2">
        <div className="types" role="radiogroup" aria-label="What made you write">
          {triggers.map(({ trigger, name, about, icon: Icon }) => (
            <button
              key={trigger}
              type="button"
              role="radio"
              className={`ty ${draft.trigger === trigger ? 'is-on' : ''}`}
              aria-checked={draft.trigger === trigger}
              title={about}
              onClick={() => change({ trigger: draft.trigger === trigger ? null : trigger })}
            >
              <Icon size={14} aria-hidden />
              {name}
            </button>
          ))}
        </div>
        <span className="push" />
        <LinkPicker
          open={picking}
          onOpenChange={setPicking}
          onPick={(named) => {
            if (!draft.links.some((each) => linkKey(each.link) === linkKey(named.link))) change({ links: [...draft.links, named] });
          }}
        />
      </div>
      {(ready || onCancel) && (
        <div className="composer-f">
          <Check label="To discuss with the team" checked={draft.toDiscuss} onChange={(toDiscuss) => change({ toDiscuss })} />
          <span className="push" />
          {onCancel && (
            <Button size="sm" variant="quiet" onClick={onCancel}>
              Cancel
            </Button>
          )}
          <Button size="sm" variant="primary" keys={['Ctrl', 'Enter']} disabled={!ready || saving} onClick={() => void save()}>
            {saveLabel}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
