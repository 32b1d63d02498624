import { Layers } from 'lucide-react';
import { useQuery } from '../../data/useQuery.ts';
import { Button, Select } from '../../ui/index.ts';
import { askFor, type Coding, isFiltered, showEverything, useSearchUi } from './search-ui.ts';
import type { Found } from './useFound.ts';

/** Which answers are looked at: of a question, an analysis, some people, or by how far they are coded. */
export function SearchFilters({ found }: { found: Found }) {
  const ui = useSearchUi();
  const questions = useQuery('survey.questions', {}).data ?? [];
  const analyses = useQuery('analysis.list', {}).data?.filter((each) => each.status === 'active') ?? [];
  const attributes = useQuery('survey.attributes', {}).data?.filter((each) => each.values.length > 1 && each.values.length <= 60) ?? [];
  const analysis = analyses.find((each) => each.id === ui.analysisId) ?? (analyses.length === 1 ? analyses[0] : undefined);
  const codes = useQuery('code.list', analysis ? { analysisId: analysis.id } : null).data?.filter((code) => code.status === 'active') ?? [];
  const attribute = attributes.find((each) => each.id === ui.attribute?.id);
  const shown = ui.analysisId === null ? questions : questions.filter((question) => analysis?.questionIds.includes(question.id));
  const inQuestion = (id: number) => found.count?.questions.find((each) => each.questionId === id)?.answers ?? 0;
  // With one question chosen the numbers of the others are not known.
  const counted = found.count !== undefined && ui.text.trim() !== '' && ui.questionId === null;

  return (
    <section data-drawer="left" className="pane se-filters" aria-label="Where to search">
      <div className="pane-h">
        <h2>Where to search</h2>
      </div>
      <button
        type="button"
        className={`fl ${ui.questionId === null ? 'is-selected' : ''}`}
        aria-pressed={ui.questionId === null}
        onClick={() => askFor({ questionId: null })}
      >
        <Layers size={15} aria-hidden />
        <span className="clip">All questions</span>
        {counted && <span className="count">{found.count?.answers.toLocaleString('en')}</span>}
      </button>
      <div className="se-questions">
        {shown.map((question) => (
          <button
            key={question.id}
            type="button"
            className={`fl ${ui.questionId === question.id ? 'is-selected' : ''} ${counted && inQuestion(question.id) === 0 ? 'is-off' : ''}`}
            aria-pressed={ui.questionId === question.id}
            title={question.wording}
            onClick={() => askFor({ questionId: ui.questionId === question.id ? null : question.id })}
          >
            <span className="fl-n">Q{questions.indexOf(question) + 1}</span>
            <span className="clip">{question.shortName}</span>
            {counted && <span className="count">{inQuestion(question.id).toLocaleString('en')}</span>}
          </button>
        ))}
      </div>
      <div className="se-selects">
        {analyses.length > 1 && (
          <Select
            label="Analysis"
            size="sm"
            value={String(ui.analysisId ?? '')}
            options={[{ value: '', label: 'All answers' }, ...analyses.map((each) => ({ value: String(each.id), label: each.name }))]}
            onChange={(id) =>
              askFor({ analysisId: id === '' ? null : Number(id), questionId: null, ...(typeof ui.coding === 'number' ? { coding: 'any' } : {}) })
            }
          />
        )}
        {attributes.length > 0 && (
          <Select
            label="People by"
            size="sm"
            value={String(attribute?.id ?? '')}
            options={[{ value: '', label: 'Everybody' }, ...attributes.map((each) => ({ value: String(each.id), label: each.name }))]}
            onChange={(id) => {
              const chosen = attributes.find((each) => String(each.id) === id);
              askFor({ attribute: chosen ? { id: chosen.id, value: chosen.values[0] ?? '' } : null });
            }}
          />
        )}
        {attribute && (
          <Select
            label={attribute.name}
            size="sm"
            value={ui.attribute?.value ?? ''}
            options={attribute.values.map((value) => ({ value, label: value }))}
            onChange={(value) => askFor({ attribute: { id: attribute.id, value } })}
          />
        )}
        <Select
          label="Coded"
          size="sm"
          value={String(ui.coding)}
          options={[
            { value: 'any', label: 'In any way or not' },
            { value: 'uncoded', label: 'Not coded yet' },
            ...codes.map((code) => ({ value: String(code.id), label: `With “${code.name}”` })),
          ]}
          onChange={(value) => askFor({ coding: value === 'any' || value === 'uncoded' ? value : (Number(value) satisfies Coding) })}
        />
        {isFiltered(ui) && (
          <Button size="sm" variant="quiet" onClick={showEverything}>
            Search everywhere
          </Button>
        )}
      </div>
    </section>
  );
}
