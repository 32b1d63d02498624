import { useEffect, useMemo, useState } from 'react';
import type { CodeWithCounts } from '../../../shared/contract/code.ts';
import type { DiaryEntry } from '../../../shared/contract/record.ts';
import type { SearchHit } from '../../../shared/contract/search.ts';
import type { QuestionRow } from '../../../shared/contract/survey.ts';
import type { ThemeWithCounts } from '../../../shared/contract/theme.ts';
import type { Participant } from '../../../shared/domain/types.ts';
import { fetchQuery } from '../../data/cache.ts';
import { useQuery } from '../../data/useQuery.ts';
import { best } from './rank.ts';

export interface Findings {
  questions: (QuestionRow & { number: number })[];
  codes: CodeWithCounts[];
  themes: ThemeWithCounts[];
  participants: Participant[];
  /** Their numbers in other numberings, by the participant's id. */
  aliases: ReadonlyMap<number, readonly string[]>;
  diary: DiaryEntry[];
  answers: SearchHit[];
  /** Answers in which the text is found, shown or not; the search of a very large project may have stopped before the last. */
  answersTotal: number;
  answersComplete: boolean;
  /** A question's number as the interface counts them, from 1. */
  numberOf: (questionId: number) => number;
}

type Index = Omit<Findings, 'answers' | 'answersTotal' | 'answersComplete' | 'numberOf'>;
const nothing: Index = { questions: [], codes: [], themes: [], participants: [], aliases: new Map(), diary: [] };

/** Results of one kind that are worth showing at once. */
const ROOM = 5;

/** Of more people than this, attributes are not looked through with every letter. */
const MANY = 5_000;

/** This window's searches from here; a newer one ends the one before. */
const asker = `palette ${Math.random().toString(36).slice(2, 10)}`;

/** One letter of an alphabet is in nearly every answer; one sign of Chinese is a word. */
const worthSearching = (text: string) => text.length > 1 || /\p{Lo}/u.test(text);

/** What a sign (`#`, `@`) alone lists, to be scrolled through. */
const LONG = 200;

/** Everything in the project that a few typed letters may mean, best first; with `all`, everything while nothing is typed. */
export function useFindings(text: string, all = false): Findings {
  const index = useIndex();
  const search = useQuery('search.answers', worthSearching(text) ? { text: text.slice(0, 200), limit: ROOM, around: 40, asker } : null, { keep: true }).data;
  const room = all ? LONG : ROOM;
  const named = useMemo(
    () =>
      text === '' && !all
        ? { ...nothing, questions: index.questions }
        : {
            aliases: index.aliases,
            questions: best(
              index.questions,
              text,
              (question) => [question.shortName, `question ${question.number}`, `q${question.number}`, question.wording],
              room,
            ),
            codes: best(index.codes, text, (code) => [code.name, code.definition], room),
            themes: best(index.themes, text, (theme) => [theme.name, theme.concept], ROOM),
            participants: best(
              index.participants,
              text,
              (participant) => [participant.shown, participant.label, ...(index.aliases.get(participant.id) ?? []), ...(index.participants.length <= MANY ? Object.values(participant.attributes) : [])],
              room,
            ),
            diary: best(index.diary, text, (entry) => [entry.text], 3),
          },
    [index, text, all, room],
  );
  return {
    ...named,
    answers: search?.hits ?? [],
    answersTotal: search?.total ?? 0,
    answersComplete: search?.complete ?? true,
    numberOf: (questionId) => index.questions.findIndex(({ id }) => id === questionId) + 1,
  };
}

/** The names of everything, read once when a finder opens; the cache shares what the screens have already asked. */
function useIndex(): Index {
  const [index, setIndex] = useState(nothing);
  useEffect(() => {
    let here = true;
    void readIndex().then((read) => {
      if (here) setIndex(read);
    });
    return () => {
      here = false;
    };
  }, []);
  return index;
}

async function readIndex(): Promise<Index> {
  const [questions, analyses, participants, diary, aliases] = await Promise.all([
    fetchQuery('survey.questions', {}),
    fetchQuery('analysis.list', {}),
    fetchQuery('survey.participants', {}),
    fetchQuery('diary.list', {}),
    readAliases(),
  ]);
  const active = (analyses ?? []).filter((analysis) => analysis.status === 'active').map(({ id }) => id);
  const [codes, themes] = await Promise.all([
    Promise.all(active.map((analysisId) => fetchQuery('code.list', { analysisId }))),
    Promise.all(active.map((analysisId) => fetchQuery('theme.list', { analysisId }))),
  ]);
  return {
    questions: (questions ?? []).map((question, at) => ({ ...question, number: at + 1 })),
    codes: codes.flatMap((list) => list ?? []).filter((code) => code.status === 'active'),
    themes: themes.flatMap((list) => list ?? []).filter((theme) => theme.status === 'active'),
    participants: participants ?? [],
    diary: diary ?? [],
    aliases,
  };
}

async function readAliases(): Promise<Index['aliases']> {
  const tables = await Promise.all(((await fetchQuery('alias.schemes', {})) ?? []).map((scheme) => fetchQuery('alias.table', { schemeId: scheme.id })));
  const aliases = new Map<number, string[]>();
  for (const { participantId, alias } of tables.flatMap((table) => table ?? [])) {
    if (alias !== '') aliases.set(participantId, [...(aliases.get(participantId) ?? []), alias]);
  }
  return aliases;
}
