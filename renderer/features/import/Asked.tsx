import { useState } from 'react';
import type { Inspection, PlanColumn } from '../../../shared/domain/plan.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { AskedField } from '../data/AskedField.tsx';
import type { Importing } from './useImport.ts';
import { hasCondition, importWords } from './words.ts';

interface Props {
  inspection: Inspection;
  importing: Importing;
}

/** Questions that are new to the project; of the others it was decided there who was asked. */
const questionsOf = ({ columns }: Pick<Inspection, 'columns'>, { known }: Importing) => columns.filter(({ role, index }) => role === 'question' && !known.has(index));
const counts = ({ could, filled }: PlanColumn, respondents: number) => `${(could ?? respondents).toLocaleString('en-GB')} could answer, ${filled.toLocaleString('en-GB')} did`;

const asPhrase = (words: string) => `${words.charAt(0).toLowerCase()}${words.slice(1)}`;

/** Who could answer each question: the denominator of every count, in short. */
export function AskedSection({ inspection, importing, onChecked }: Props & { onChecked: () => void }) {
  const [open, setOpen] = useState(false);
  const questions = questionsOf(inspection, importing);
  const there = inspection.columns.filter(({ role, index }) => role === 'question' && importing.known.has(index)).length;
  const some = questions.filter(hasCondition);
  const others = questions.filter((column) => column.asked && !hasCondition(column)).length;
  const all = questions.length - some.length - others;
  const knownWords = `${there === 1 ? 'One question is' : `${there} questions are`} in the project already. Who was asked stays as decided there; change it under Data.`;
  if (questions.length === 0 && there === 0) return null;
  if (questions.length === 0)
    return (
      <section className="sec" aria-labelledby="i-asked">
        <h3 id="i-asked">Who was asked</h3>
        <p className="small soft">{knownWords}</p>
      </section>
    );
  const close = () => {
    setOpen(false);
    onChecked();
  };
  return (
    <section className="sec" aria-labelledby="i-asked">
      <h3 id="i-asked">Who was asked</h3>
      {some.length > 0 && (
        <ul className="asked-list">
          {some.slice(0, 5).map((column) => (
            <li key={column.index}>
              <span className="clip" title={column.shortName}>
                {column.shortName}
              </span>
              <span className="small muted">{counts(column, inspection.respondents)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="small soft">
        {some.length > 5 ? `${some.length - 5} more questions have conditions. ` : ''}
        {others > 0 ? `${others === 1 ? '1 “other” box is' : `${others} “other” boxes are`} for those who chose “other”. ` : ''}
        {all === 0 ? '' : some.length + others === 0 ? `Everyone was asked ${all === 1 ? 'the question' : `all ${all} questions`}.` : `Everyone was asked the other ${all === 1 ? 'one' : all}.`}
      </p>
      {there > 0 && <p className="small soft">{knownWords}</p>}
      <button type="button" className="link small sec-link" onClick={() => setOpen(true)}>
        {some.length + others ? 'Check who was asked' : 'Change who was asked'}
      </button>
      <AskedDialog open={open} onClose={close} inspection={inspection} importing={importing} />
    </section>
  );
}

/** Each question with those who could answer it. With `onConfirm` it is the question before an import, asked once. */
export function AskedDialog({ open, onClose, onConfirm, inspection, importing }: Props & { open: boolean; onClose: () => void; onConfirm?: () => void }) {
  const questions = questionsOf(inspection, importing);
  const gates = inspection.choices.flatMap(({ column, values, separator }) => {
    const found = inspection.columns.find(({ index }) => index === column);
    return found ? [{ id: column, name: found.shortName, values: values.map(({ value }) => value), separator }] : [];
  });
  // Those with a condition first: they are what there is to check.
  const ordered = questions.toSorted((a, b) => Number(hasCondition(b)) - Number(hasCondition(a)));
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Who was asked"
      description="Every count is read beside it."
      className="asked-dialog"
      footer={
        onConfirm ? (
          <>
            <span className="push" />
            <Button variant="quiet" onClick={onClose}>
              Back
            </Button>
            <Button variant="primary" onClick={onConfirm} data-autofocus>
              That is right: {asPhrase(importWords(inspection, importing.beside))}
            </Button>
          </>
        ) : (
          <>
            <span className="push" />
            <Button variant="primary" onClick={onClose}>
              Done
            </Button>
          </>
        )
      }
    >
      <div className="dialog-b">
        {onConfirm && <p className="soft asked-why">Some questions seem to have been asked of some people only. Please check this once; you can change it later under Data.</p>}
        <ul className="asked-all">
          {ordered.map((column) => (
            <li key={column.index}>
              <div className="asked-q">
                <b className="clip" title={column.wording}>
                  {column.shortName}
                </b>
                <span className="small muted">{counts(column, inspection.respondents)}</span>
              </div>
              <AskedField
                label={`Who was asked “${column.shortName}”`}
                choices={gates.filter(({ id }) => id !== column.index)}
                value={column.asked ? { ...column.asked, id: column.asked.column } : null}
                onChange={(value) => importing.setColumn(column, { asked: value && { column: value.id, values: value.values, separator: value.separator } })}
              />
              {column.askedReason && <p className="small muted">{column.askedReason}</p>}
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
