import { useEffect, useMemo, useState } from 'react';
import type { CodeWithCounts } from '../../../shared/contract/code.ts';
import type { DiaryEntry } from '../../../shared/contract/record.ts';
import type { QuestionRow, SearchHit } from '../../../shared/contract/survey.ts';
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
  diary: DiaryEntry[];
  answers: SearchHit[];
  /** Answers that contain the text, shown or not. */
  answersTotal: number;
  /** A question's number as the interface counts them, from 1. */
  numberOf: (questionId: number) => number;
}

type Index = Omit<Findings, 'answers' | 'answersTotal' | 'numberOf'>;
const nothing: Index = { questions: [], codes: [], themes: [], participants: [], diary: [] };

/** Results of one kind that are worth showing at once. */
const ROOM = 5;

/** What a sign (`#`, `@`) alone lists, to be scrolled through. */
const LONG = 200;

/** Everything in the project that a few typed letters may mean, best first; with `all`, everything while nothing is typed. */
export function useFindings(text: string, all = false): Findings {
  const index = useIndex();
  const search = useQuery('survey.search', text.length < 2 ? null : { text: text.slice(0, 200), limit: ROOM }, { keep: true }).data;
  const room = all ? LONG : ROOM;
  const named = useMemo(
    () =>
      text === '' && !all
        ? { ...nothing, questions: index.questions }
        : {
            questions: best(
              index.questions,
              text,
              (question) => [question.shortName, `question ${question.number}`, `q${question.number}`, question.wording],
              room,
            ),
            codes: best(index.codes, text, (code) => [code.name, code.definition], room),
            themes: best(index.themes, text, (theme) => [theme.name, theme.concept], ROOM),
            participants: best(index.participants, text, (participant) => [participant.shown], room),
            diary: best(index.diary, text, (entry) => [entry.text], 3),
          },
    [index, text, all, room],
  );
  return {
    ...named,
    answers: search?.hits ?? [],
    answersTotal: search?.total ?? 0,
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
  const [questions, analyses, participants, diary] = await Promise.all([
    fetchQuery('survey.questions', {}),
    fetchQuery('analysis.list', {}),
    fetchQuery('survey.participants', {}),
    fetchQuery('diary.list', {}),
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
  };
}
