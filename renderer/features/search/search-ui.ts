import { create } from 'zustand';
import type { InputOf } from '../../../shared/contract/index.ts';
import type { Extent } from '../../../shared/domain/search/extent.ts';
import type { SearchMode } from '../../../shared/domain/search/query.ts';
import { usePlace } from '../../state/place.ts';
import { useProject } from '../../state/project.ts';

/** How far the answers to look at are coded: any, not at all, with a code (its id). */
export type Coding = 'any' | 'uncoded' | number;

export interface SearchUi {
  /** The project that all this speaks of (`entered` of useProject). */
  project: string | null;
  text: string;
  mode: SearchMode;
  questionId: number | null;
  analysisId: number | null;
  attribute: { id: number; value: string } | null;
  coding: Coding;
  /** The hit that the keyboard is on. */
  itemId: number | null;
  /** Every hit is ticked but these, or none but these. */
  ticked: { all: boolean; but: ReadonlySet<number> };
  extent: Extent;
  /** Counts up when the search field is to take the keyboard. */
  asked: number;
}

const allTicked: SearchUi['ticked'] = { all: true, but: new Set() };
const noFilter = { questionId: null, analysisId: null, attribute: null, coding: 'any' } satisfies Partial<SearchUi>;
const nothing: Omit<SearchUi, 'project' | 'asked'> = { text: '', mode: 'beginnings', ...noFilter, itemId: null, ticked: allTicked, extent: 'sentence' };

export const useSearchUi = create<SearchUi>(() => ({ ...nothing, project: null, asked: 0 }));
export const setSearchUi = (patch: Partial<SearchUi>): void => useSearchUi.setState(patch);

/** Asks for something else: what was ticked, and where one was, belonged to the search before. */
export const askFor = (patch: Partial<SearchUi>): void => setSearchUi({ ...patch, ticked: allTicked, itemId: null });
export const showEverything = (): void => askFor(noFilter);

/** Forgets a search in another project. */
export function enterSearch(): void {
  const project = useProject.getState().entered;
  if (useSearchUi.getState().project !== project) setSearchUi({ ...nothing, project });
}

/** Goes to the search screen, with a text or with what was looked for last; the field has the keyboard. */
export function openSearch(text?: string): void {
  enterSearch();
  setSearchUi({ asked: useSearchUi.getState().asked + 1 });
  if (text !== undefined && text !== useSearchUi.getState().text) askFor({ ...noFilter, text });
  usePlace.getState().go({ screen: 'search' });
}

export const isTicked = ({ all, but }: SearchUi['ticked'], itemId: number): boolean => all !== but.has(itemId);

export function tick(itemId: number): void {
  const { ticked } = useSearchUi.getState();
  const but = new Set(ticked.but);
  if (!but.delete(itemId)) but.add(itemId);
  setSearchUi({ ticked: { ...ticked, but } });
}

/** Ticks every hit, or where every one is ticked, none. */
export function tickAll(): void {
  const { ticked } = useSearchUi.getState();
  setSearchUi({ ticked: { all: !(ticked.all && ticked.but.size === 0), but: new Set() } });
}

export type What = InputOf<'search.count'>;
type Asked = Pick<SearchUi, 'text' | 'mode' | 'questionId' | 'analysisId' | 'attribute' | 'coding'>;

/** This window's searches; a newer one ends the one before. */
const asker = `search ${Math.random().toString(36).slice(2, 10)}`;

/** The question for the core; null while nothing is asked. */
export function whatOf({ text, mode, questionId, analysisId, attribute, coding }: Asked): What | null {
  if (text.trim() === '') return null;
  return {
    text: text.slice(0, 500),
    mode,
    asker,
    ...(questionId === null ? {} : { questionIds: [questionId] }),
    ...(analysisId === null ? {} : { analysisId }),
    ...(attribute ? { attributes: [{ attributeId: attribute.id, values: [attribute.value] }] } : {}),
    ...(coding === 'uncoded' ? { uncoded: true } : typeof coding === 'number' ? { code: { id: coding, borne: true } } : {}),
  };
}

export const isFiltered = ({ questionId, analysisId, attribute, coding }: Asked): boolean =>
  questionId !== null || analysisId !== null || attribute !== null || coding !== 'any';

export const many = (count: number, one: string, more: string): string => `${count.toLocaleString('en')} ${count === 1 ? one : more}`;

/** Whose words: “27 people”, “27 people and 2 documents”. */
export const sources = ({ people, documents }: { people: number; documents: number }): string =>
  [people > 0 || documents === 0 ? many(people, 'person', 'people') : '', documents > 0 ? many(documents, 'document', 'documents') : '']
    .filter(Boolean)
    .join(' and ');
