import { TriangleAlert } from 'lucide-react';
import type { Inspection } from '../../../shared/domain/plan.ts';
import { Button, Segmented } from '../../ui/index.ts';
import type { Importing } from './useImport.ts';
import { importWords, many } from './words.ts';

interface Props {
  inspection: Inspection;
  importing: Importing;
  onImport?: () => void;
  onCancel: () => void;
}

/** What will come in, how it will be analysed, and the one button that does it. */
export function Footer({ inspection, importing, onImport, onCancel }: Props) {
  const { respondents, questions, answers, attributes } = inspection;
  // Questions that the project has stay in their analyses.
  const fresh = questions - importing.columns.filter(({ role, index }) => role === 'question' && importing.known.has(index)).length;
  return (
    <footer className="i-foot">
      {importing.error ? (
        <span className="i-error" role="alert">
          <TriangleAlert size={15} aria-hidden />
          <span>{importing.error}</span>
        </span>
      ) : (
        <span className="soft" role="status" aria-label="What will be imported">
          <b>{many(respondents, 'respondent')}</b>, {many(questions, 'question')}, {many(answers, 'answer')}, {many(attributes, 'attribute')}
        </span>
      )}
      <span className="push" />
      {fresh > 1 && (
        <span className="hstack i-analyse">
          <span className="small muted" aria-hidden>
            Analyse
          </span>
          <Segmented
            label="Analyse"
            value={importing.wishes.analyses ?? inspection.analyses}
            onChange={(analyses) => importing.wish({ analyses })}
            options={[
              { value: 'each', label: 'Each question by itself' },
              { value: 'together', label: 'All together' },
            ]}
          />
        </span>
      )}
      <Button variant="quiet" onClick={onCancel}>
        Cancel
      </Button>
      <Button
        variant="primary"
        size="lg"
        keys={['Enter']}
        onClick={onImport}
        disabled={!onImport && questions > 0}
        why={questions > 0 ? undefined : 'Set at least one column to “Free-text question” first'}
      >
        {importWords(inspection, importing.beside)}
      </Button>
    </footer>
  );
}
