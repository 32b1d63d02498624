import { BookOpen, MoreHorizontal, UserRoundMinus } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { fold, foldTyped } from '../../../shared/domain/search/fold.ts';
import type { Participant } from '../../../shared/domain/types.ts';
import { useQuery } from '../../data/useQuery.ts';
import { usePlace } from '../../state/place.ts';
import { Button, Empty, IconButton, Menu, SearchBox } from '../../ui/index.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { readPerson } from '../familiarise/familiarise-ui.ts';
import { AliasCell } from './AliasCell.tsx';
import { askToDelete } from './data-ui.ts';
import { type Column, type Sorting, sortRows, VirtualTable } from './VirtualTable.tsx';
import { many } from './words.ts';

/** Everybody who answered: by which name they are shown, their other numbers, attributes, and how much they wrote. */
export function PeopleTab() {
  const { data: people, loading } = useQuery('survey.participants', {});
  const attributes = useQuery('survey.attributes', {}).data;
  const schemes = useQuery('alias.schemes', {}).data;
  const reading = useQuery('reading.people', {}).data;
  const [wanted, setWanted] = useState('');
  const [sorting, setSorting] = useState<Sorting>({ key: 'number', down: false });
  const search = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => search.current?.focus() });

  const columns = useMemo((): Column<Participant>[] => {
    const answers = new Map(reading?.map(({ participantId, answered }) => [participantId, answered]));
    return [
      { key: 'number', head: 'Shown as', className: 'c-shown', sortBy: ({ number }) => number, cell: (person) => <button type="button" className="link pid" title="Everything this person wrote" onClick={() => readPerson(person.id)}>{person.shown}</button> },
      { key: 'label', head: 'Id as imported', className: 'c-label', sortBy: ({ label }) => label, cell: ({ label }) => <span className="clip" title={label}>{label}</span> },
      ...(schemes ?? []).map(({ id, name }): Column<Participant> => ({ key: `scheme-${id}`, head: name, className: 'c-alias', sortBy: ({ aliases }) => aliases[id] ?? '', cell: (person) => <AliasCell person={person} schemeId={id} schemeName={name} /> })),
      ...(attributes ?? []).map(({ id, name }): Column<Participant> => ({ key: `attribute-${id}`, head: <span className="clip" title={name}>{name}</span>, className: 'c-attribute', sortBy: (person) => person.attributes[id] ?? '', cell: (person) => <span className="clip" title={person.attributes[id]}>{person.attributes[id] ?? <span className="muted">–</span>}</span> })),
      { key: 'answers', head: 'Answers', className: 'num', sortBy: ({ id }) => answers.get(id) ?? 0, cell: ({ id }) => answers.get(id) ?? 0 },
      { key: 'more', head: <span className="vh">More</span>, className: 'c-more', cell: (person) => <More person={person} /> },
    ];
  }, [attributes, schemes, reading]);
  const rows = useMemo(() => sortRows(people?.filter((person) => matches(person, foldTyped(wanted))) ?? [], columns, sorting), [people, wanted, columns, sorting]);

  if (loading || !people) return null;
  if (people.length === 0)
    return (
      <div className="data-empty">
        <Empty title="Nobody yet" action={<Button variant="primary" onClick={() => usePlace.getState().go({ screen: 'import' })}>Import responses</Button>}>
          People come in with their answers, from the export of a survey tool or a spreadsheet.
        </Empty>
      </div>
    );
  return (
    <>
      <div className="data-h">
        <h2>{many(people.length, 'person', 'people')}</h2>
        {wanted.trim() !== '' && <span className="muted" role="status">{rows.length} found</span>}
        <span className="push" />
        <SearchBox label="Find a person" keyHint="/" value={wanted} onChange={setWanted} inputRef={search} className="data-find" />
      </div>
      <VirtualTable label="People" rows={rows} keyOf={({ id }) => id} columns={columns} sorting={sorting} onSort={setSorting} />
    </>
  );
}

const matches = (person: Participant, wanted: string): boolean =>
  wanted === '' || [person.shown, person.label, ...Object.values(person.aliases), ...Object.values(person.attributes)].some((text) => fold(text).includes(wanted));

const More = ({ person }: { person: Participant }) => (
  <Menu
    label={`More about ${person.shown}`}
    align="end"
    trigger={<IconButton size="sm" label={`More about ${person.shown}`} icon={<MoreHorizontal size={16} />} />}
    items={[
      { label: 'Everything this person wrote', icon: <BookOpen size={15} aria-hidden />, run: () => readPerson(person.id) },
      'separator',
      { label: 'Withdraw from the study …', icon: <UserRoundMinus size={15} aria-hidden />, danger: true, run: () => askToDelete({ kind: 'participant', id: person.id, name: person.shown }) },
    ]}
  />
);
