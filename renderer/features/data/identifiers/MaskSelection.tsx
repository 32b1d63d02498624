import { EyeOff } from 'lucide-react';
import type { Answer } from '../../../../shared/contract/survey.ts';
import { withMasks } from '../../../../shared/domain/masks.ts';
import { useCommands } from '../../../ui/commands.ts';
import { IconButton } from '../../../ui/index.ts';
import { useKeys } from '../../../ui/useKeys.ts';
import { isStretch, rangeOfSelection, type Selection } from '../../code/code-ui.ts';
import { askToMask, proposedLabel } from './masking.ts';

/** Masks the selected words of an answer for good, after asking; by Shift M while something is selected. Gives the same as a function, or null. */
export function useMaskSelection(selection: Selection | null, answer: Answer | undefined): (() => void) | null {
  const ask = !answer || !isStretch(selection) ? null : () => {
    const { start, end } = rangeOfSelection(selection);
    const words = withMasks(answer.text, answer.masks, start, end);
    askToMask([{ itemId: answer.itemId, start, end, words, label: proposedLabel(words) }], { byHand: true });
  };
  useKeys({ 'Shift+m': () => (ask ? ask() : false) });
  useCommands(ask ? [{ id: 'mask-selection', label: 'Mask the selected words for good', keys: ['Shift', 'M'], run: ask }] : []);
  return ask;
}

/** The same for the mouse, beside the button over selected words. */
export const MaskButton = ({ ask }: { ask: () => void }) => (
  <IconButton size="sm" className="sel-btn sel-mask" label="Mask these words …" keys={['Shift', 'M']} icon={<EyeOff size={14} aria-hidden />} onMouseDown={(event) => event.preventDefault()} onClick={ask} />
);
