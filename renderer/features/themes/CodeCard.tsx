import { memo } from 'react';
import type { CodeWithCounts } from '../../../shared/contract/code.ts';
import { Dot } from '../../ui/index.ts';
import { plural } from './board-model.ts';
import { useThemes } from './context.ts';
import { useDragSource } from './drag.ts';
import { NameInput } from './NameInput.tsx';
import { setUi } from './ui-state.ts';
import { useRow } from './useRow.ts';

const kindWords = { semantic: 'said', latent: 'between the lines', undecided: '' } as const;

/** What is read out after a code's name: how it was read, and its counts where they are shown. */
const details = (code: CodeWithCounts, counts: boolean): string =>
  ['', kindWords[code.kind], ...(counts ? [plural(code.extracts, 'extract'), code.participants === 1 ? '1 person' : `${code.participants} people`] : [])].filter((part, index) => index === 0 || part !== '').join(', ');

interface Props { code: CodeWithCounts; level: number; form: 'card' | 'tray' | 'line' }

/** A code: a card on the board with one sample extract, a short card in a tray, a line in the list. */
export const CodeCard = memo(function CodeCard({ code, level, form }: Props) {
  const { actions, samples, counts } = useThemes();
  const element = useDragSource<HTMLDivElement>({ kind: 'code', id: code.id });
  const { row, naming, chosen, lifted } = useRow({ kind: 'code', id: code.id });
  const sample = form === 'card' ? samples.get(code.id) : undefined;
  const name = naming
    ? <NameInput label="Name of the code" value={code.name} onDone={(text) => void actions.rename({ kind: 'code', id: code.id }, text)} onCancel={() => setUi({ naming: null })} />
    : <span className={form === 'card' ? undefined : 'clip'}>{code.name}<span className="vh">{details(code, counts)}</span></span>;
  const look = form === 'card' ? 'ccard' : form === 'tray' ? 'tcard' : 'lrow';
  const inWords = `${plural(code.extracts, 'extract')} from ${plural(code.participants, 'respondent')}`;
  return (
    <div ref={element} {...row} data-node={row['data-ref']} aria-level={level} className={`${look}${chosen ? ' is-sel' : ''}${lifted ? ' is-lifted' : ''}`}>
      {form === 'card' ? (
        <>
          <h3><Dot ink={code.ink} latent={code.kind === 'latent'} />{name}{counts && <span className="n" title={inWords} aria-hidden>{code.extracts} / {code.participants}</span>}</h3>
          {sample !== undefined && <p className="sample clamp2" aria-hidden>{sample}</p>}
        </>
      ) : form === 'tray' ? (
        <><Dot ink={code.ink} latent={code.kind === 'latent'} />{name}{counts && <span className="n" title={inWords} aria-hidden>{code.extracts}</span>}</>
      ) : (
        <><Dot ink={code.ink} latent={code.kind === 'latent'} />{name}<span className="lv" /><span className="n" aria-hidden>{counts && code.extracts}</span><span className="n" aria-hidden>{counts && code.participants}</span></>
      )}
    </div>
  );
});
