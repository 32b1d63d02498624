import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useRef, useState } from 'react';
import type { CodeWithCounts } from '../../../shared/contract/code.ts';
import { usePlace } from '../../state/place.ts';
import { Dot } from '../../ui/index.ts';
import { setCodeUi, useCodeUi } from './code-ui.ts';
import type { Coded } from './sides.ts';
import { homeOf, type Put } from './useCodeOrder.ts';

interface Compared { own: Coded; of: Coded; names: readonly [string, string] }

/** One code of the list: a press selects it, dragging puts it before or behind a code of the same place. While two groups stand side by side it tells how many people of each are coded with it. */
export function CodeLine({ code, indented, selected, counts, compared, put }: { code: CodeWithCounts; indented: boolean; selected: boolean; /** How often it occurs is shown. */ counts: boolean; compared: Compared | null; /** Missing while the list is not in the order of hand. */ put: Put | undefined }) {
  const hot = useCodeUi((ui) => ui.hot?.codeId === code.id);
  const { line, edge } = useDrag(code, put);
  return (
    <button
      ref={line} type="button" data-code={code.id} className={`tree-row child ${indented ? '' : 'flat'} ${selected ? 'is-selected' : ''} ${hot ? 'is-hover' : ''} ${edge ? `drop-${edge}` : ''}`} aria-pressed={selected}
      onClick={() => usePlace.getState().go({ codeId: code.id })} onMouseEnter={() => setCodeUi({ hot: { codeId: code.id, codingId: null } })} onMouseLeave={() => setCodeUi({ hot: null })}
    >
      <Dot ink={code.ink} latent={code.kind === 'latent'} /><span className="clip">{code.name}</span>{' '}
      {compared
        ? counts && <span className="groups"><span aria-hidden>{`${compared.own[0]} of ${compared.of[0]} · ${compared.own[1]} of ${compared.of[1]}`}</span><span className="vh">{`${compared.names[0]}: ${compared.own[0]} of ${compared.of[0]} people, ${compared.names[1]}: ${compared.own[1]} of ${compared.of[1]}`}</span></span>
        : counts && <><span className="n strong">{code.extracts}</span>{' '}<span className="vh">{code.extracts === 1 ? 'extract,' : 'extracts,'}</span>{' '}<span className="n people">{code.participants}</span>{' '}<span className="vh">{code.participants === 1 ? 'person' : 'people'}</span></>}
    </button>
  );
}

type Edge = 'before' | 'after';

function useDrag(code: CodeWithCounts, put: Put | undefined) {
  const line = useRef<HTMLButtonElement>(null);
  const [edge, setEdge] = useState<Edge | null>(null);
  const latest = useRef(put);
  useEffect(() => { latest.current = put; });
  const home = homeOf(code);
  const { id } = code;
  const movable = put !== undefined;
  useEffect(() => {
    const element = line.current;
    if (!element || !movable) return undefined;
    const edgeAt = (y: number): Edge => {
      const box = element.getBoundingClientRect();
      return y < box.top + box.height / 2 ? 'before' : 'after';
    };
    const stops = [
      draggable({ element, getInitialData: () => ({ codeId: id, home }) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data.home === home && source.data.codeId !== id,
        onDrag: ({ location }) => setEdge(edgeAt(location.current.input.clientY)),
        onDragLeave: () => setEdge(null),
        onDrop: ({ source, location }) => {
          setEdge(null);
          latest.current?.(Number(source.data.codeId), edgeAt(location.current.input.clientY), id);
        },
      }),
    ];
    return () => { for (const stop of stops) stop(); };
  }, [id, home, movable]);
  return { line, edge };
}
