import { Download } from 'lucide-react';
import type { BadRow } from '../../../shared/contract/coding-import.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { many } from './words.ts';

interface Props { problems: readonly BadRow[]; said: string; onSave: () => void; onUndo: () => void; onClose: () => void }

/** After an import: every row that stayed out, by name. */
export function LeftOut({ problems, said, onSave, onUndo, onClose }: Props) {
  return (
    <Dialog
      open onClose={onClose} title={`${many(problems.length, 'row')} stayed out`} description={said} className="ci-left"
      footer={
        <>
          <Button icon={<Download size={15} aria-hidden />} onClick={onSave}>Save the list</Button>
          <Button variant="quiet" onClick={onUndo}>Undo the import</Button>
          <span className="push" />
          <Button variant="primary" data-autofocus="" onClick={onClose}>Go to coding</Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <ul className="ci-problems" aria-label="Rows that stayed out" tabIndex={0}>
        {problems.slice(0, 1_000).map(({ where, reason }, index) => <li key={`${index}${where}`}><span className="muted num">{where}</span><span>{reason}</span></li>)}
        {problems.length > 1_000 && <li className="muted">And {many(problems.length - 1_000, 'more row')}; the saved list has them all.</li>}
      </ul>
    </Dialog>
  );
}
