import type { Differences } from '../../../shared/contract/wave.ts';
import { Select, Switch } from '../../ui/index.ts';
import type { Importing } from './useImport.ts';
import { many } from './words.ts';

type Ids = Differences['ids'];
const asImported = 'imported';

/** Whether the ids of the file could mean other people than they are taken for, or were told to. */
export const canMatchOtherwise = (ids: Ids): boolean => ids !== null && (ids.numbering !== null || ids.alike || ids.alikes > 0 || ids.ways.some(({ numbering, people }) => numbering !== null && people > 0));

/** By what people are recognised, where the ids of a file can be taken in several ways: what is proposed, and the choice. */
export function MatchedBy({ ids, importing }: { ids: Ids; importing: Importing }) {
  if (!ids || !canMatchOtherwise(ids)) return null;
  const { numbering, alike, alikes, proposed, ways } = ids;
  const wished = importing.wishes.ids ?? {};
  const people = (count: number) => `${many(count, 'person', 'people')} known`;
  const named = ways.filter((way) => way.numbering === null || way.numbering === numbering || way.people > 0);
  return (
    <div className="i-matched">
      {named.length > 1 && (
        <Select
          label="People are matched by"
          size="sm"
          value={numbering === null ? asImported : `by ${numbering}`}
          options={named.map((way) => ({
            value: way.numbering === null ? asImported : `by ${way.numbering}`,
            label: `${way.numbering === null ? 'Their ids as imported' : `The numbering “${way.numbering}”`} (${people(way.people)})`,
          }))}
          onChange={(value) => importing.wish({ ids: { ...wished, numbering: value === asImported ? null : value.slice(3) } })}
        />
      )}
      {(alikes > 0 || alike) && (
        <Switch
          checked={alike}
          onChange={(on) => importing.wish({ ids: { ...wished, alike: on } })}
          label={<span className="small">Match ids that differ only in capitals, blanks, hyphens or zeros ({many(alikes, 'person', 'people')})</span>}
        />
      )}
      {proposed && <p className="small">{numbering === null ? 'Nearly all ids of this file differ from those in the project only so.' : `These are numbers of the numbering “${numbering}”, so it is proposed.`}</p>}
    </div>
  );
}
