import { useQuery } from '../../data/useQuery.ts';
import type { DiaryLink, DiaryLinkInput } from '../../../shared/contract/record.ts';
import { type Mask, withMasks } from '../../../shared/domain/masks.ts';
import { usePlace } from '../../state/place.ts';
import { goToCode, goToTheme } from '../palette/jumps.ts';

/** A link with what it is called; an extract is called by its words. */
export interface NamedLink {
  link: DiaryLinkInput;
  name: string;
  ink: number | null;
}

export const toInput = ({ kind, id, start, end }: Pick<DiaryLink, 'kind' | 'id' | 'start' | 'end'>): DiaryLinkInput =>
  kind === 'extract' ? { kind, id, start, end } : { kind, id };

export const linkKey = (link: DiaryLinkInput): string => `${link.kind} ${link.id} ${link.kind === 'extract' ? `${link.start}-${link.end}` : ''}`;

/** Names what a screen has published (it publishes ids only), from rows that the screen has asked for anyway. */
export function useNamedLinks(links: readonly DiaryLinkInput[]): NamedLink[] {
  const { questionId, analysisId: chosen } = usePlace();
  const has = (kind: DiaryLinkInput['kind']) => links.some((link) => link.kind === kind);
  const questions = useQuery('survey.questions', has('question') ? {} : null).data;
  const answers = useQuery('survey.answers', has('extract') && questionId !== null ? { questionId } : null).data;
  const analyses = useQuery('analysis.list', links.length > 0 ? {} : null).data;
  // Where none was chosen, screens show the first.
  const analysisId = chosen ?? analyses?.find((each) => each.status === 'active')?.id ?? null;
  const codes = useQuery('code.list', has('code') && analysisId !== null ? { analysisId } : null).data;
  const themes = useQuery('theme.list', has('theme') && analysisId !== null ? { analysisId } : null).data;
  const merges = useQuery('merge.list', has('merge') ? {} : null).data;

  return links.map((link) => {
    switch (link.kind) {
      case 'extract':
        return { link, ink: null, name: words(answers?.find((each) => each.itemId === link.id), link) ?? 'the words selected' };
      case 'question':
        return { link, ink: null, name: questions?.find((each) => each.id === link.id)?.shortName ?? 'this question' };
      case 'code': {
        const code = codes?.find((each) => each.id === link.id);
        return { link, ink: code?.ink ?? null, name: code?.name ?? 'this code' };
      }
      case 'theme':
        return { link, ink: null, name: themes?.find((each) => each.id === link.id)?.name ?? 'this theme' };
      case 'merge':
        return { link, ink: null, name: `Merge into “${merges?.find((each) => each.id === link.id)?.targetName ?? '…'}”` };
      case 'analysis':
        return { link, ink: null, name: analyses?.find((each) => each.id === link.id)?.name ?? 'this analysis' };
    }
  });
}

/** Goes to what a diary link points to. */
export function followLink(link: Pick<DiaryLink, 'kind' | 'id' | 'questionId'>): void {
  const { go } = usePlace.getState();
  switch (link.kind) {
    case 'extract':
      return go({ screen: 'code', itemId: link.id, ...(link.questionId === null ? {} : { questionId: link.questionId }) });
    case 'question':
      return go({ screen: 'code', questionId: link.id, itemId: null });
    case 'code':
      return void goToCode(link.id);
    case 'analysis':
      return go({ screen: 'themes', analysisId: link.id });
    case 'theme':
      return void goToTheme(link.id);
    case 'merge':
      return go({ screen: 'themes' });
  }
}

const words = (answer: { text: string; masks?: readonly Mask[] } | undefined, { start, end }: { start: number; end: number }): string | undefined => answer && withMasks(answer.text, answer.masks, start, end);
