import { Command } from 'cmdk';
import { AlignLeft, Layers, MessageSquareText, NotebookPen, Plus, Search, TextSearch, UserRound } from 'lucide-react';
import { useState } from 'react';
import { fold, foldTyped } from '../../../shared/domain/search/fold.ts';
import type { Participant } from '../../../shared/domain/types.ts';
import { useQuery } from '../../data/useQuery.ts';
import { useCounts } from '../../state/counts.ts';
import { usePlace } from '../../state/place.ts';
import { useCommandStore } from '../../ui/commands.ts';
import { useHintStore } from '../../ui/hints.ts';
import { Dialog, Dot, Kbd, Kbds } from '../../ui/index.ts';
import { shortDay } from '../diary/dates.ts';
import { triggerOf } from '../diary/triggers.ts';
import { useDiaryFocus } from '../diary/useKeep.ts';
import { choose, endingName } from '../report/report-ui.ts';
import { openHit } from '../search/open-hit.ts';
import { openSearch } from '../search/search-ui.ts';
import { readQuestion } from '../familiarise/familiarise-ui.ts';
import { around, Hit, Marked } from './Marked.tsx';
import { CommandRow, Row } from './PaletteRow.tsx';
import { goToCode, goToParticipant, makeCode } from './jumps.ts';
import { keyCommands } from './key-commands.ts';
import { best, type Scope, scopeOf } from './rank.ts';
import { useFindings } from './useFindings.ts';
import { useFirstRow } from './useFirstRow.ts';
import './palette.css';

/** Search or jump to anything (Ctrl K): codes, themes, questions, participants, words in answers, the diary, and what can be done here. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const counts = useCounts().shown;
  const { value, setValue, follow } = useFirstRow(typed);
  const { scope, text } = scopeOf(typed);
  const found = useFindings(text, scope !== 'all');
  const groups = useCommandStore((state) => state.groups);
  const hints = useHintStore((state) => state.stack);
  const formats = useQuery('export.formats', {}).data;
  const { go, screen } = usePlace();
  const shows = (...scopes: Scope[]) => scope === 'all' || scopes.includes(scope);
  const exports = (formats ?? []).map(({ format, label, endings }) => ({ id: `to ${format}`, label: `Export “${label}”`, also: `report ${endings.map(endingName).join(' ')}`, run: () => { choose(format); go({ screen: 'report' }); } }));
  const commands = Object.values(groups).flat();
  const doable = best([...commands, ...keyCommands(hints.toReversed().flatMap((each) => each.hints), commands), ...exports], text, ({ label, also }) => [label, ...(also === undefined ? [] : [`${label} ${also}`])], text === '' && scope === 'all' ? 12 : 8);

  const leave = (act: () => unknown) => () => {
    onClose();
    void act();
  };
  /** Another name by which a person was found. */
  const alsoCalled = ({ id, shown, label }: Participant) =>
    contains(shown, text) ? [] : [label, ...(found.aliases.get(id) ?? [])].filter((name) => contains(name, text)).slice(0, 1);
  const newCode = text !== '' && scope !== 'participants' && scope !== 'questions' && scope !== 'commands' ? leave(() => makeCode(text)) : undefined;

  const actions = shows('commands') && (
    <Command.Group heading="Do">
      {doable.map((command) => (
        <CommandRow key={command.id} command={command} wanted={text} onSelect={leave(command.run)} />
      ))}
      {newCode && (
        <Row id="new code" mark={<Plus size={16} aria-hidden />} keys={['Ctrl', 'Enter']} onSelect={newCode}>
          New code “{text}”
        </Row>
      )}
    </Command.Group>
  );

  return (
    <Dialog open bare onClose={onClose} title="Search or jump to" className="cp top">
      <Command
        shouldFilter={false}
        label="Search or jump to"
        loop
        value={value}
        onValueChange={setValue}
        onPointerMove={follow}
        onWheel={follow}
        onKeyDown={(event) => {
          if (/^(Arrow|Home|End)/.test(event.key)) follow();
          if (!(event.ctrlKey || event.metaKey)) return;
          const act =
            event.key === 'Enter'
              ? newCode
              : event.shiftKey && event.key.toLowerCase() === 'f'
                ? leave(() => openSearch(text === '' ? undefined : text))
                : undefined;
          if (!act) return;
          event.preventDefault();
          act();
        }}
      >
        <div className="in">
          <Search size={18} aria-hidden />
          <Command.Input autoFocus data-autofocus="" className="grow" placeholder="Search or jump to" value={typed} onValueChange={setTyped} />
          <Kbd>Esc</Kbd>
        </div>
        <Command.List className="ls">
          {text !== '' && <Command.Empty className="cp-none">Nothing here is called “{text}”, and no answer contains it.</Command.Empty>}
          {text === '' && actions}
          {shows('codes') && (
            <Command.Group heading="Codes">
              {found.codes.map((code) => (
                <Row
                  key={code.id}
                  id={`code ${code.id}`}
                  mark={<Dot ink={code.ink} latent={code.kind === 'latent'} />}
                  end="Go to code"
                  onSelect={leave(() => (screen === 'themes' ? go({ analysisId: code.analysisId, codeId: code.id }) : goToCode(code.id)))}
                >
                  <Marked text={code.name} wanted={text} />
                  {counts && (
                    <small>
                      {people(code.extracts, 'extract', 'extracts')}, {people(code.participants, 'person', 'people')}
                    </small>
                  )}
                </Row>
              ))}
            </Command.Group>
          )}
          {shows() && (
            <Command.Group heading="Themes">
              {found.themes.map((theme) => (
                <Row
                  key={theme.id}
                  id={`theme ${theme.id}`}
                  mark={<Layers size={16} aria-hidden />}
                  onSelect={leave(() => go({ screen: 'themes', analysisId: theme.analysisId }))}
                >
                  <Marked text={theme.name} wanted={text} />
                  <small>
                    {theme.kind === 'group' ? 'Group heading' : theme.kind === 'overarching' ? 'Overarching theme' : 'Theme'}
                    {counts && `, ${people(theme.participants, 'person', 'people')}`}
                  </small>
                </Row>
              ))}
            </Command.Group>
          )}
          {shows('questions') && (
            <Command.Group heading="Questions">
              {found.questions.map((question) => (
                <Row
                  key={question.id}
                  id={`question ${question.id}`}
                  mark={<MessageSquareText size={16} aria-hidden />}
                  onSelect={leave(() => (screen === 'familiarise' ? readQuestion(question.id) : go({ screen: 'code', questionId: question.id, itemId: null })))}
                >
                  {question.kind === 'documents' ? '' : `Q${question.number}  `}
                  <Marked text={question.shortName} wanted={text} />
                  <small>{around(question.wording, text, 56)}</small>
                </Row>
              ))}
            </Command.Group>
          )}
          {shows('participants') && (
            <Command.Group heading="People who answered">
              {found.participants.map((participant) => (
                <Row
                  key={participant.id}
                  id={`participant ${participant.id}`}
                  mark={<UserRound size={16} aria-hidden />}
                  onSelect={leave(() => goToParticipant(participant.id))}
                >
                  <Marked text={participant.shown} wanted={text} />
                  <small>{[...alsoCalled(participant), ...Object.values(participant.attributes).slice(0, 3)].join(', ')}</small>
                </Row>
              ))}
            </Command.Group>
          )}
          {shows() && text !== '' && (
            <Command.Group heading={`In ${found.answersComplete ? '' : 'at least '}${people(found.answersTotal, 'answer', 'answers')}`}>
              {found.answers.map((hit) => (
                <Row key={hit.itemId} id={`answer ${hit.itemId}`} tall mark={<AlignLeft size={16} aria-hidden />} onSelect={leave(() => openHit(hit))}>
                  <span className="extract">
                    <Hit hit={hit} />
                  </span>
                  <span className="s2">{hit.document ? hit.shown : `${hit.shown}, question ${found.numberOf(hit.questionId)}`}</span>
                </Row>
              ))}
            </Command.Group>
          )}
          {shows() && text !== '' && (
            <Command.Group heading="In your diary">
              {found.diary.map((entry) => (
                <Row
                  key={entry.id}
                  id={`diary ${entry.id}`}
                  mark={<NotebookPen size={16} aria-hidden />}
                  onSelect={leave(() => {
                    useDiaryFocus.setState({ entryId: entry.id });
                    go({ screen: 'diary' });
                  })}
                >
                  <Marked text={around(entry.text, text)} wanted={text} />
                  <small>
                    {triggerOf(entry.trigger).name}, {shortDay(entry.at)}
                  </small>
                </Row>
              ))}
            </Command.Group>
          )}
          {text !== '' && actions}
          {shows() && text !== '' && (
            <Command.Group heading="Search">
              <Row id="search all" mark={<TextSearch size={16} aria-hidden />} keys={['Ctrl', 'Shift', 'F']} onSelect={leave(() => openSearch(text))}>
                Search all answers for “{text}”<small>and code them together</small>
              </Row>
            </Command.Group>
          )}
        </Command.List>
        <div className="ft">
          <span className="h">
            <Kbds keys={['↑', '↓']} />
            Choose
          </span>
          <span className="h">
            <Kbds keys={['Enter']} />
            Go
          </span>
          <span className="push h">Start with</span>
          <span className="h">
            <Kbd>#</Kbd>code
          </span>
          <span className="h">
            <Kbd>@</Kbd>person
          </span>
          <span className="h">
            <Kbd>Q</Kbd>question
          </span>
          <span className="h">
            <Kbd>{'>'}</Kbd>command
          </span>
        </div>
      </Command>
    </Dialog>
  );
}

const contains = (name: string, text: string) => fold(name).includes(foldTyped(text));
const people = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;
