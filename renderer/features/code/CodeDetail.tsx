import { useEffect, useRef, useState } from 'react';
import type { CodeWithCounts } from '../../../shared/contract/code.ts';
import { inkName, inkNames } from '../../../shared/domain/colours.ts';
import type { CodeKind } from '../../../shared/domain/types.ts';
import { useCommand } from '../../data/useCommand.ts';
import { usePlace } from '../../state/place.ts';
import { useCommands } from '../../ui/commands.ts';
import { Button, Dot, Field, Popover, Segmented } from '../../ui/index.ts';
import { NameInput } from '../themes/NameInput.tsx';
import { useDraftText } from '../themes/useDraftText.ts';
import { peopleWords } from '../../data/source-name.ts';
import { collate } from './code-ui.ts';

/** The selected code: its name, what it covers, how it was read, its ink; and where its extracts are. */
export function CodeDetail({ code, renaming, onRenaming, answered, counts }: { code: CodeWithCounts; renaming: boolean; onRenaming: (now: boolean) => void; answered: number; /** How often it occurs is shown. */ counts: boolean }) {
  const update = useCommand('code.update');
  const restore = useCommand('code.restore');
  const setAside = useCommand('code.setAside');
  const [asking, setAsking] = useState(false);
  const heading = useRef<HTMLButtonElement>(null);
  const open = useRef(false);
  // What opened the field for a name or a reason is a new button afterwards; the keyboard stays with the code.
  useEffect(() => {
    if (!renaming && !asking && open.current && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
    open.current = renaming || asking;
  }, [renaming, asking]);
  const [reason, setReason] = useState('');
  const definition = useDraftText(code.definition, (text) => void update({ id: code.id, definition: text }));
  useCommands(code.status === 'active' ? [{ id: 'code-aside', label: `Set “${code.name}” aside…`, also: 'set aside the code', run: () => void setTimeout(() => setAsking(true)) }] : []);
  const put = async () => {
    const result = await setAside({ ids: [code.id], reason });
    if (result.ok) setAsking(false);
  };
  return (
    <div className="cdetail">
      {renaming ? (
        <NameInput label="Name of the code" value={code.name} onCancel={() => onRenaming(false)} onDone={(name) => { onRenaming(false); if (name !== code.name) void update({ id: code.id, name }); }} />
      ) : (
        <h3><InkButton code={code} onInk={(ink) => void update({ id: code.id, ink })} /><button ref={heading} type="button" className="cname" title="Rename (F2)" onClick={() => onRenaming(true)}>{code.name}</button></h3>
      )}
      {code.status === 'set-aside' ? (
        <>
          <p className="small">Set aside: {code.reason}</p>
          <Button size="sm" onClick={() => void restore({ ids: [code.id] })}>Bring it back</Button>
        </>
      ) : asking ? (
        <form className="vstack" onSubmit={(event) => { event.preventDefault(); void put(); }}>
          <Field label="Why set it aside?" hint="Kept in the history. Its extracts stay with it." value={reason} onChange={setReason} multiline autoFocus required onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); setAsking(false); } if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void put(); }} />
          <div className="hstack"><Button size="sm" variant="primary" type="submit" why={reason.trim() === '' ? 'Write down why first' : undefined}>Set the code aside</Button><Button size="sm" variant="quiet" onClick={() => setAsking(false)}>Cancel</Button></div>
        </form>
      ) : (
        <>
          <Field label="What it covers" hideLabel placeholder="What it covers, and what it does not" multiline rows={2} {...definition} />
          <Segmented<CodeKind> label="How it reads" value={code.kind} onChange={(kind) => void update({ id: code.id, kind })} options={[{ value: 'semantic', label: 'Said' }, { value: 'latent', label: 'Between the lines' }, { value: 'undecided', label: 'Open' }]} />
          <div className="cdetail-f">
            <button type="button" className="link small" onClick={collate}>{counts ? <>See {code.extracts === 1 ? '1 extract' : `${code.extracts} extracts`}{answered > 0 && <> from {code.participants === 1 ? '1 person' : `${code.participants} people`}</>}</> : 'See its extracts'}</button>
            <span className="push" />
            <button type="button" className="link small quiet" onClick={() => setAsking(true)}>Set aside…</button>
          </div>
          {(counts || code.themeId === null) && <p className="micro muted">{counts && peopleWords(code.participants, answered)}{code.themeId === null && <>{counts && '. '}<button type="button" className="link" onClick={() => usePlace.getState().go({ screen: 'themes' })}>Place it in a theme</button></>}</p>}
        </>
      )}
    </div>
  );
}

/** Inks by name; the name of the code identifies it, the ink only helps the eye. */
function InkButton({ code, onInk }: { code: CodeWithCounts; onInk: (ink: number) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover label="Ink of the code" open={open} onOpenChange={setOpen} side="top" trigger={<button type="button" className="iconbtn sm" aria-label={`Ink: ${inkName(code.ink)}. Change it`} title={`Ink: ${inkName(code.ink)}`}><Dot ink={code.ink} latent={code.kind === 'latent'} /></button>}>
      <div className="inks">
        {inkNames.map((name, index) => (
          <button key={name} type="button" className="ink" aria-pressed={code.ink === index + 1} onClick={() => { setOpen(false); onInk(index + 1); }}><Dot ink={index + 1} /><span>{name}</span></button>
        ))}
      </div>
    </Popover>
  );
}
