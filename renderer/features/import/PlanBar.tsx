import { ChevronDown } from 'lucide-react';
import { useRef, useState } from 'react';
import type { KnownPlan } from '../../../shared/contract/understanding.ts';
import { type GivenPlan, type Inspection, importPlan } from '../../../shared/domain/plan.ts';
import { unknownInPlan } from '../../../shared/domain/plan-keys.ts';
import { fitPlan, fitShare, planToKeep } from '../../../shared/domain/plan-fit.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useQuery } from '../../data/useQuery.ts';
import { save } from '../../host/save.ts';
import { Button, Dialog, Field, Menu, type MenuItem } from '../../ui/index.ts';
import { toast } from '../../ui/toast.ts';
import type { Importing } from './useImport.ts';

interface Props {
  inspection: Inspection;
  importing: Importing;
}

/** The share of a kept plan's columns that a file must have for the plan to be offered. */
const alike = 0.6;
const many = (names: readonly string[]) => `${names.slice(0, 3).map((name) => `“${name}”`).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`;

const base64 = (text: string) => btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));

/** Keeping how a file is read, and reading it like an earlier one: what fits is proposed, and applied on one press. */
export function PlanBar({ inspection, importing }: Props) {
  const plans = useQuery('plan.list', {}).data ?? [];
  const [naming, setNaming] = useState(false);
  const remove = useCommand('plan.remove');
  const chooser = useRef<HTMLInputElement>(null);
  const { base, leaveOut, analyses, repair, event, ids } = importing.wishes;
  // How people are matched is proposed where the file lies beside the project, and remembered with the rest.
  const matched = importing.beside?.ids;
  const matching = matched && (ids !== undefined || matched.proposed) ? { numbering: matched.numbering, alike: matched.alike } : undefined;
  // With what was decided a moment ago, which the importer has not looked at yet.
  const decided: Inspection = {
    ...inspection,
    columns: [...importing.columns],
    ...(leaveOut === undefined ? {} : { rows: { leaveOut } }),
    ...(analyses === undefined ? {} : { analyses }),
    ...(repair === undefined ? {} : { repairs: { ...inspection.repairs, apply: repair } }),
    ...(event === undefined ? {} : { event }),
    ...(matching === undefined ? {} : { ids: matching }),
  };
  // A plan that says what is understood anyway needs no proposal; an equal one of an earlier import is shown once.
  const fitting = plans
    .map((known) => ({ known, share: fitShare(known.plan, inspection.columns) }))
    .filter(({ share }) => share >= alike)
    .toSorted((a, b) => b.share - a.share);
  const best = fitting[0]?.known;
  const missing = base ? [] : best ? fitPlan(best.plan, inspection.columns).missing : [];

  const load = async (file: File) => {
    const { plan, unknown } = readPlan(await file.text());
    if (unknown) return toast({ text: `“${file.name}” was not applied. ${unknown}` });
    if (!plan) return toast({ text: `“${file.name}” is no plan that Themework can read. A plan is the JSON that “Save plan as a file” makes.` });
    const { missing: lost } = fitPlan(plan, inspection.columns);
    importing.readLike({ name: file.name.replace(/\.json$/i, ''), plan });
    return toast({ text: lost.length ? `The plan is applied. This file has no column ${many(lost)}.` : 'The plan is applied: every column of it is in this file.' });
  };
  const items: MenuItem[] = [
    { label: 'Save how this is read…', run: () => setNaming(true) },
    { label: 'Save plan as a file…', run: () => savePlanFile(decided) },
    { label: 'Load a plan…', run: () => chooser.current?.click() },
    ...(plans.some(({ id }) => id !== null) ? (['separator', { heading: 'Read like' }] as const) : []),
    ...plans.filter(({ id }) => id !== null).map((known) => ({ label: `“${known.name}”`, checked: base?.name === known.name, run: () => apply(importing, inspection, known) })),
    ...(plans.some(({ id }) => id !== null) ? (['separator', { heading: 'Forget' }] as const) : []),
    ...plans.flatMap(({ id, name }) => (id === null ? [] : [{ label: `“${name}”`, danger: true, run: () => void remove({ id }) }])),
  ];
  return (
    <div className="plan-bar small">
      {base ? (
        <span className="plan-on">
          <span className="clip">Read like “{base.name}”.</span>
          <button type="button" className="link small" onClick={() => importing.readLike(null)}>
            Read it afresh
          </button>
        </span>
      ) : best ? (
        <span className="plan-on">
          <button type="button" className="link small clip" onClick={() => apply(importing, inspection, best)}>
            Read like “{best.name}”
          </button>
          <span className="muted">{missing.length === 0 ? 'The columns are the same.' : `Without ${many(missing)}.`}</span>
        </span>
      ) : null}
      <Menu
        label="Plans"
        trigger={
          <button type="button" className="link small plan-menu">
            Plans <ChevronDown size={12} aria-hidden />
          </button>
        }
        items={items}
      />
      <input
        ref={chooser}
        className="vh"
        type="file"
        accept=".json,application/json"
        aria-label="Plan file"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void load(file);
        }}
      />
      <NameDialog open={naming} onClose={() => setNaming(false)} inspection={decided} />
    </div>
  );
}

function apply(importing: Importing, inspection: Inspection, known: KnownPlan): void {
  const { missing, fresh } = fitPlan(known.plan, inspection.columns);
  importing.readLike(known);
  if (missing.length) toast({ text: `Read like “${known.name}”. This file has no column ${many(missing)}.` });
  else if (fresh.length) toast({ text: `Read like “${known.name}”. New in this file: ${many(fresh)}.` });
}

/** A plan from the text of a file, or what is in it that no plan has; neither where it is none. */
function readPlan(text: string): { plan?: GivenPlan; unknown?: string } {
  try {
    const json: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    const read = importPlan.partial().safeParse(json);
    if (!read.success || Object.keys(read.data).length === 0) return {};
    const unknown = unknownInPlan(json);
    if (unknown) return { unknown };
    return read.data.columns?.length ? { plan: read.data } : {};
  } catch {
    return {};
  }
}

function savePlanFile(inspection: Inspection): void {
  // Only the plan: what the screen shows beside it holds words of participants.
  const text = `${JSON.stringify(planToKeep(importPlan.partial().parse(inspection)), null, 2)}\n`;
  save({ fileName: `${inspection.file.name.replace(/\.[^.]+$/, '')}, plan.json`, bytes: base64(text), mime: 'application/json', size: text.length });
}

function NameDialog({ open, onClose, inspection }: { open: boolean; onClose: () => void; inspection: Inspection }) {
  const keep = useCommand('plan.save');
  const [name, setName] = useState<string | null>(null);
  const shown = name ?? inspection.file.name.replace(/\.[^.]+$/, '');
  const submit = async () => {
    const result = await keep({ name: shown, plan: importPlan.partial().parse(inspection) });
    if (!result.ok) return;
    toast({ text: `Kept as “${result.value.name}”. Files with the same columns can be read like this one.` });
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Save how this is read"
      footer={
        <>
          <span className="push" />
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" onClick={() => void submit()}>
            Save
          </Button>
        </>
      }
    >
      <form
        className="dialog-b"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field label="Name" value={shown} onChange={setName} maxLength={120} autoFocus />
        <p className="small muted">Kept are the roles, names and conditions of the columns, and which rows are left out. No answers.</p>
      </form>
    </Dialog>
  );
}
