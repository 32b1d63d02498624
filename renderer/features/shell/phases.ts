import type { ProjectOverview } from '../../../shared/contract/project.ts';
import type { Screen } from '../../state/place.ts';

export interface Phase {
  number: number;
  name: string;
  /** Where its work is done. */
  screen: Screen;
  /** It has no screen of its own yet; this says where its work is done. */
  elsewhere?: string;
  /** How far it has been touched, 0 to 1, and the same in words. */
  value: (overview: ProjectOverview) => number;
  words: (overview: ProjectOverview) => string;
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.min(1, part / whole));
const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

/** The six phases of Braun and Clarke. All are always open; a ring shows how far each has been touched, never that it is done. */
export const phases: readonly Phase[] = [
  {
    number: 1,
    name: 'Familiarise',
    screen: 'familiarise',
    value: (o) => share(o.answersRead, o.answers),
    words: (o) => `${o.answersRead} of ${many(o.answers, 'answer', 'answers')} read, from ${many(o.participants, 'person', 'people')}`,
  },
  {
    number: 2,
    name: 'Code',
    screen: 'code',
    value: (o) => share(o.answersCoded, o.answers),
    words: (o) => `${o.answersCoded} of ${o.answers} answers coded, ${many(o.codes, 'code', 'codes')}`,
  },
  {
    number: 3,
    name: 'Build themes',
    screen: 'themes',
    value: (o) => share(o.codesPlaced, o.codes),
    words: (o) => `${o.codesPlaced} of ${o.codes} codes placed, ${many(o.themes, 'theme', 'themes')}`,
  },
  {
    // Reviewing has no end to measure; merges and kept moments are its traces, and six of them fill the ring.
    number: 4,
    name: 'Review',
    screen: 'map',
    value: (o) => share(o.merges + o.milestones, 6),
    words: (o) => `Thematic map. ${many(o.merges, 'merge', 'merges')}, ${many(o.milestones, 'moment', 'moments')} kept`,
  },
  {
    number: 5,
    name: 'Define',
    screen: 'themes',
    elsewhere: 'For now, themes are defined in the theme panel of Build themes',
    value: (o) => share(o.themesDefined, o.themes),
    words: (o) => `${o.themesDefined} of ${o.themes} themes have a central concept`,
  },
  { number: 6, name: 'Report', screen: 'report', value: () => 0, words: () => 'Tables, codebook and map for your thesis' },
];
