import type { Mention } from '../../../../shared/contract/privacy.ts';
import { usePlace } from '../../../state/place.ts';
import { showAnswer } from '../../code/code-ui.ts';
import { useDiaryFocus } from '../../diary/useKeep.ts';
import { readDocument, readQuestion } from '../../familiarise/familiarise-ui.ts';
import { goToCode, goToTheme } from '../../palette/jumps.ts';
import { showDataTab } from '../data-ui.ts';

/** No screen lists the steps of the history or the plans of imports, and the project's title stands on every one. */
export const nowhere: ReadonlySet<Mention['where']> = new Set(['history', 'plan', 'project']);

/** Goes to where words stand outside of the answers, as near as a screen shows it. */
export async function goToMention({ where, id, itemId, questionId }: Mention): Promise<void> {
  const { go } = usePlace.getState();
  const data = (tab: string) => {
    showDataTab(tab);
    go({ screen: 'data' });
  };
  switch (where) {
    case 'code': return goToCode(id);
    case 'theme': return goToTheme(id);
    case 'memo': return readQuestion(id);
    case 'document': return readDocument(id, itemId ?? null);
    case 'note': case 'label': go({ screen: 'code' }); return itemId === undefined || questionId === undefined ? undefined : showAnswer(itemId, { questionId });
    case 'loose end': return go({ screen: 'code' });
    case 'analysis': case 'merge': return go({ screen: 'themes' });
    case 'milestone': case 'map': return go({ screen: 'map' });
    case 'question': return data('questions');
    case 'person': case 'numbering': return data('numbering');
    case 'import': case 'column': return data('imports');
    case 'attribute': return data('identifiers');
    case 'diary': useDiaryFocus.setState({ entryId: id }); return go({ screen: 'diary' });
    case 'project': case 'plan': case 'history': return;
  }
}
