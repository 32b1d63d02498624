import type { DevelopmentBand, DevelopmentModel } from '../../../shared/domain/development-model.ts';
import { useQuery } from '../../data/useQuery.ts';
import { usePlace } from '../../state/place.ts';
import { Button, Dot } from '../../ui/index.ts';
import { storyOf } from './development-story.ts';
import { people, plural } from './words.ts';

const longest = 150;

/** A small card about the code that is followed: its counts, what became of it, and one of its extracts. */
export function CodeStory({ model, band, pinned, onClose }: { model: DevelopmentModel; band: DevelopmentBand; pinned: boolean; onClose: () => void }) {
  const place = band.places.findLast((each) => each !== null);
  const extracts = useQuery('coding.extracts', place ? { codeIds: [place.codeId] } : null).data;
  const sample = extracts?.filter((extract) => (extract.fromCodeId ?? extract.codeId) === band.codeId && extract.text.length <= longest).sort((a, b) => b.text.length - a.text.length)[0];
  return (
    <div className={`dv-card pop ${pinned ? 'is-pinned' : ''}`} role="status">
      <h3><Dot ink={band.ink} latent={band.kind === 'latent'} /><span>{band.name}</span></h3>
      {place && <p className="small muted">{plural(place.extracts, 'extract')}, {people(place.participants)}</p>}
      <dl>
        {storyOf(model, band).map((step) => <div key={`${step.when} ${step.what}`}><dt>{step.when}</dt><dd>{step.what}</dd></div>)}
      </dl>
      {sample && <p className="sample">“{sample.text}”</p>}
      {pinned && place && (
        <div className="hstack">
          <Button size="sm" onClick={() => usePlace.getState().go({ screen: 'code', codeId: place.codeId, analysisId: model.analysisId })}>Read its extracts</Button>
          <Button size="sm" variant="quiet" onClick={onClose}>Close</Button>
        </div>
      )}
    </div>
  );
}
