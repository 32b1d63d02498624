import { Brackets, Columns2 } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { setOnScreen } from '../../state/onScreen.ts';
import { partsWords, questionName } from '../../data/source-name.ts';
import { usePlace } from '../../state/place.ts';
import { useSettings } from '../../state/settings.ts';
import { useCommands } from '../../ui/commands.ts';
import { Button, Empty, IconButton, Select } from '../../ui/index.ts';
import { DrawerButton } from '../shell/DrawerButton.tsx';
import { LookMenu } from '../shell/LookMenu.tsx';
import { useDrawers } from '../shell/drawers.ts';
import { CodePalette } from './CodePalette.tsx';
import { CodesPane } from './CodesPane.tsx';
import { collate, isStretch, nothingOpen, rangeOfSelection, setCodeUi, useCodeUi } from './code-ui.ts';
import { FilterButton, showAll, showOnly } from './FilterButton.tsx';
import { inWords, isFilter, noFilter } from './filters.ts';
import { FirstImpressions } from './FirstImpressions.tsx';
import { Noticed } from './Noticed.tsx';
import { OpenedCoding } from './OpenedCoding.tsx';
import { goToQuestion, QuestionsPane } from './QuestionsPane.tsx';
import { ReadingColumn } from './ReadingColumn.tsx';
import { leaveSides, NobodyHere, SidesBar, toggleSides, useShownColumns } from './SidesBar.tsx';
import { comparable } from './sides.ts';
import { SelectionButton } from './SelectionButton.tsx';
import { SelectionEffects } from './SelectionEffects.tsx';
import { type Changes, useChanges } from './useChanges.ts';
import { type CodeData, useCodeData } from './useCodeData.ts';
import { useCodeKeys } from './useCodeKeys.ts';
import { useCoding } from './useCoding.ts';
import { useExtractKeys } from './useExtractKeys.ts';
import './code.css';

/** Code: read the answers to a question and name what is going on in them. */
export function CodeScreen() {
  const data = useCodeData();
  if (data === undefined) return null;
  if (data === null) {
    return (
      <div className="lone"><Empty title="Nothing to code yet" action={<Button variant="primary" onClick={() => usePlace.getState().go({ screen: 'import' })}>Import responses</Button>}>Answers come from a survey export. Once they are here, you read them in this place and name what is going on in them.</Empty></div>
    );
  }
  return <Coding data={data} />;
}

function Coding({ data }: { data: CodeData }) {
  const brackets = useSettings((settings) => settings.brackets);
  const coding = useCoding(data.analysis.id);
  const changes = useChanges();
  const textOf = useCallback((itemId: number) => data.answerOf.get(itemId)?.text, [data.answerOf]);
  const masksOf = useCallback((itemId: number) => data.answerOf.get(itemId)?.masks, [data.answerOf]);
  const toggleBrackets = () => useSettings.getState().set({ brackets: !brackets });
  const grouped = useCodeUi((ui) => ui.grouped);
  const filtered = isFilter(data.filter);
  const chosenSides = useCodeUi((ui) => ui.sides);
  const sides = data.columns.length > 1 ? chosenSides : null;
  const selected = usePlace((place) => data.codeOf.get(place.codeId ?? 0));
  useCommands([
    ...data.questions.map((question, index) => ({ id: `code-q${question.id}`, label: question.kind === 'documents' ? `Code the documents in “${question.shortName}”` : `Code question ${index + 1}: ${question.shortName}`, run: () => goToQuestion(question.id) })),
    { id: 'code-brackets', label: brackets ? 'Hide brackets in the margin' : 'Show brackets in the margin', run: toggleBrackets },
    { id: 'code-todo', label: 'Show only answers that are not coded yet', run: () => showOnly(data, { ...noFilter, state: 'uncoded' }) },
    ...(comparable(data.attributes).length > 0 ? [{ id: 'code-sides', label: sides ? 'Read in one column again' : 'Read two groups side by side', keys: ['B'], run: () => void toggleSides(data, sides) }] : []),
    ...(filtered ? [{ id: 'code-all', label: 'Show all answers', run: showAll }] : []),
    { id: 'code-groups', label: grouped ? 'Show codes in one list' : 'Show codes under their themes', run: () => setCodeUi({ grouped: !grouped }) },
    ...(selected ? [{ id: 'code-collate', label: `See all extracts of “${selected.name}”`, keys: ['G'], run: collate }] : []),
  ]);

  return (
    <div className={`panes code-panes ${sides ? 'is-beside' : ''}`} data-open={useDrawers((drawers) => drawers.open) ?? undefined}>
      <Keys data={data} coding={coding} changes={changes} />
      <Wherever data={data} />
      {!sides && <QuestionsPane data={data} />}
      <section className="pane is-paper" aria-label="Answers">
        <header className="question">
          <div>
            <h1>{data.question.wording}</h1>
            <p className="meta">
              <Shown data={data} />
              {data.analyses.length > 1 && <Select label="Analysis" hideLabel flat value={String(data.analysis.id)} options={data.analyses.map((analysis) => ({ value: String(analysis.id), label: analysis.name }))} onChange={(id) => { setCodeUi(nothingOpen); usePlace.getState().go({ analysisId: Number(id), codeId: null }); }} />}
            </p>
          </div>
          <div className="hstack">
          {!sides && <DrawerButton side="left" label="Questions and respondents" />}
          {comparable(data.attributes).length > 0 && <IconButton label="Two groups side by side" keys={['B']} pressed={sides !== null} icon={<Columns2 size={16} />} onClick={() => toggleSides(data, sides)} />}
          <FirstImpressions key={data.question.id} questionId={data.question.id} of={questionName(data.question, data.number)} />
          <FilterButton data={data} />
          <IconButton label={brackets ? 'Hide brackets' : 'Show brackets'} pressed={brackets} icon={<Brackets size={16} />} onClick={toggleBrackets} />
          <LookMenu />
          <DrawerButton side="right" label="Codes" />
          </div>
        </header>
        {sides && <SidesBar data={data} sides={sides} />}
        <Columns data={data} changes={changes} onNothing={coding.examine} />
        {data.answers.length === 0 && data.all.length > 0 && <div className="lone"><Empty title="No answer like that" action={<Button onClick={showAll}>Show all {data.all.length} answers</Button>}>None of the answers to this question fits what you chose to see.</Empty></div>}
        {data.all.length === 0 && <div className="lone"><Empty title="Nobody answered this question">The other questions are on the left.</Empty></div>}
      </section>
      <CodesPane data={data} />
      {/* Apart from the panes: whatever comes and goes between siblings makes the browser restyle all that follow. */}
      <div className="floats">
        <SelectionEffects textOf={textOf} masksOf={masksOf} version={data.codings} />
        <OverSelection data={data} onApply={coding.apply} onMove={changes.move} />
        <Noticed data={data} />
        <OpenedCoding data={data} changes={changes} onRemove={(codingId) => void coding.take(codingId)} />
        <Said />
      </div>
    </div>
  );
}

/** The answers, in one column or two. */
function Columns({ data, changes, onNothing }: { data: CodeData; changes: Changes; onNothing: ReturnType<typeof useCoding>['examine'] }) {
  return (
    <div className="columns">
      {useShownColumns(data.columns).map((column) => (column.key !== 'all' && column.answers.length === 0
        ? <NobodyHere key={column.key} name={column.name} />
        : <ReadingColumn key={`${data.question.id} ${column.key}`} data={data} column={column} changes={changes} onNothing={onNothing} />))}
    </div>
  );
}

// What follows the selection and the pointer stands apart, so that moving them redraws no pane.
function Keys({ data, coding, changes }: { data: CodeData; coding: ReturnType<typeof useCoding>; changes: Changes }): null {
  useCodeKeys(data, coding);
  useExtractKeys(data, changes);
  return null;
}

function OverSelection({ data, onApply, onMove }: { data: CodeData; onApply: ReturnType<typeof useCoding>['apply']; onMove: Changes['move'] }) {
  const choosing = useCodeUi((ui) => ui.choosing);
  const moving = useCodeUi((ui) => data.codings.get(ui.selection?.itemId ?? 0)?.find((coding) => coding.id === ui.moving));
  if (!choosing) return <SelectionButton data={data} />;
  return <CodePalette data={data} moving={moving} onApply={moving ? (codes) => onMove(moving, codes) : onApply} />;
}

/** How many answers there are, and which of them are shown. */
function Shown({ data }: { data: CodeData }) {
  const { filter } = data;
  const { itemId } = usePlace();
  const hidden = itemId !== null && data.columns.length > 1 && data.answerOf.has(itemId) && !data.answers.some((answer) => answer.itemId === itemId);
  // Whoever goes to an answer that stands in neither group (from a search, an extract, the diary) wants to see it.
  useEffect(() => { if (hidden) leaveSides(); }, [hidden]);
  if (data.columns.length > 1 && !isFilter(filter)) return <>{data.answers.length} of {data.all.length} answers, two groups side by side</>;
  if (!isFilter(filter) && data.question.kind === 'documents') return <>{partsWords(data.all)}</>;
  // An answer with several versions is one answer.
  const answers = data.all.filter(({ latest }) => latest).length;
  if (!isFilter(filter)) return <>{answers === 1 ? '1 answer' : `${answers} answers`}{answers < data.all.length && ` in ${data.all.length} versions`}, in the order received</>;
  const left = data.answers.length - data.fitting - data.visited;
  return (
    <>
      <span>{data.answers.length} of {data.all.length} answers: {inWords(filter, data.attributes, data.looks)}{left > 0 && ` (${left} no longer)`}{data.visited > 0 && `, and ${data.visited} that you went to`}</span>
      <button type="button" className="link" onClick={showAll}>Show all</button>
    </>
  );
}

function Said() {
  const said = useCodeUi((ui) => ui.said);
  return <div className="vh" role="status" aria-live="polite">{said}</div>;
}

/** Keeps the place in words for the rail, and tells a diary note what it would be about. */
function Wherever({ data }: { data: CodeData }): null {
  const { questionId, itemId, codeId } = usePlace();
  const selection = useCodeUi((ui) => ui.selection);
  useEffect(() => {
    // A question that is still on its way is not on screen yet, but it is where one goes.
    if (!data.questions.some((question) => question.id === questionId)) usePlace.getState().go({ questionId: data.question.id });
  }, [questionId, data.questions, data.question.id]);
  useEffect(() => {
    const answer = data.answerOf.get(itemId ?? 0);
    const range = isStretch(selection) ? rangeOfSelection(selection) : null;
    setOnScreen({
      context: `Coding ${questionName(data.question, data.number)}`,
      links: [
        ...(answer ? [{ kind: 'extract' as const, id: answer.itemId, start: range?.start ?? 0, end: range?.end ?? answer.text.length }] : [{ kind: 'question' as const, id: data.question.id }]),
        ...(codeId !== null && data.codeOf.has(codeId) ? [{ kind: 'code' as const, id: codeId }] : []),
      ],
    });
  }, [selection, itemId, codeId, data.question, data.number, data.answerOf, data.codeOf]);
  useEffect(() => () => setCodeUi(nothingOpen), []);
  return null;
}
