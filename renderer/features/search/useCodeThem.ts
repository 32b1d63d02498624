import { useState } from 'react';
import type { SearchExtracts } from '../../../shared/contract/search.ts';
import { call } from '../../data/call.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useQuery } from '../../data/useQuery.ts';
import { usePlace } from '../../state/place.ts';
import { toast } from '../../ui/toast.ts';
import { noteRecent } from '../code/code-ui.ts';
import type { Choice } from '../code/useCoding.ts';
import { useSettled } from '../report/useSettled.ts';
import { many, sources, useSearchUi, type What } from './search-ui.ts';

export interface CodeThem {
  chosen: readonly Choice[];
  choose: (choice: Choice) => void;
  /** What coding would do; undefined while no code is chosen or it is being found out. */
  preview: SearchExtracts | undefined;
  /** The preview is that of what is chosen now, and there is something to do. */
  ready: boolean;
  busy: boolean;
  run: () => Promise<void>;
}

const sameChoice = (one: Choice, other: Choice) =>
  'id' in one ? 'id' in other && one.id === other.id : 'name' in other && one.name.toLowerCase() === other.name.toLowerCase();
const undo = { label: 'Undo', run: () => void call('history.undo', {}) };

/** Coding everything that is ticked: which codes, what it will do, and doing it. What is shown is what is done. */
export function useCodeThem(what: What | null, analysisId: number | undefined): CodeThem {
  const [chosen, setChosen] = useState<readonly Choice[]>([]);
  const [busy, setBusy] = useState(false);
  const { ticked, extent } = useSearchUi();
  const codeAll = useCommand('search.codeAll');
  const none = !ticked.all && ticked.but.size === 0;
  const wanted =
    what && analysisId !== undefined && chosen.length > 0 && !none
      ? { ...what, extent, ...(ticked.all ? { except: [...ticked.but] } : { only: [...ticked.but] }), into: { analysisId, codes: [...chosen] } }
      : null;
  const settled = useSettled(wanted);
  const { data, loading } = useQuery('search.extracts', settled, { keep: true });
  const current = settled !== null && JSON.stringify(settled) === JSON.stringify(wanted) && !loading;
  const preview = wanted ? data : undefined;

  const choose = (choice: Choice) =>
    setChosen(chosen.some((each) => sameChoice(each, choice)) ? chosen.filter((each) => !sameChoice(each, choice)) : [...chosen, choice]);

  async function run(): Promise<void> {
    if (!preview || !current || busy || analysisId === undefined || preview.places.length === 0) return;
    setBusy(true);
    const result = await codeAll({
      analysisId,
      codes: [...chosen],
      places: preview.places.map(([itemId, start, end]): [number, number, number] => [itemId, start, end]),
    });
    setBusy(false);
    if (!result.ok) return;
    const { extracts, already, codes } = result.value;
    noteRecent(codes.map((code) => code.id));
    usePlace.getState().go({ analysisId, codeId: codes[0]?.id ?? null });
    setChosen([]);
    const names = codes.map((code) => `“${code.name}”`).join(', ');
    const before = already > 0 ? ` ${already.toLocaleString('en')} ${already === 1 ? 'was' : 'were'} coded so already.` : '';
    toast(
      extracts === 0
        ? { text: `All of these were coded with ${names} already.` }
        : { text: `Coded ${many(extracts, 'extract', 'extracts')} from ${sources(result.value)} with ${names}.${before}`, action: undo },
    );
  }
  return { chosen, choose, preview, ready: current && preview !== undefined && preview.places.length > 0, busy, run };
}
