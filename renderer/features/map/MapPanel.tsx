import { useQuery } from '../../data/useQuery.ts';
import type { MapModel, MapNode } from '../../../shared/domain/map-model.ts';
import { usePlace } from '../../state/place.ts';
import { Button, Dot, Switch } from '../../ui/index.ts';
import { select } from './map-ui.ts';
import { RelationList } from './RelationList.tsx';
import type { MapActions } from './useMapActions.ts';
import { kindName, nameIn, people, plural } from './words.ts';

/** The right-hand pane: the theme in hand, or the map as a whole. `actions` is null for a kept version. */
export function MapPanel({ model, selected, actions }: { model: MapModel; selected: number | null; actions: MapActions | null }) {
  const node = model.nodes.find((each) => each.themeId === selected);
  return (
    <aside className="tm-panel pane" aria-label={node ? 'Theme' : 'Map'}>
      <div className="pane-h">
        <h2>{node ? kindName(node.kind) : 'Map'}</h2>
        <span className="push" />
        {node && <Button variant="quiet" size="sm" onClick={() => usePlace.getState().go({ screen: 'themes', analysisId: model.analysisId })}>Open in Build themes</Button>}
      </div>
      <div className="tm-panel-body">{node ? <ThemeParts key={node.themeId} model={model} node={node} actions={actions} /> : <WholeMap model={model} />}</div>
    </aside>
  );
}

function WholeMap({ model }: { model: MapModel }) {
  const count = (kind: MapNode['kind']) => model.nodes.filter((node) => node.kind === kind).length;
  const parts = [count('overarching') && plural(count('overarching'), 'overarching theme'), plural(count('theme'), 'theme'), count('sub-theme') && plural(count('sub-theme'), 'sub-theme'), plural(model.relations.length, 'relation')].filter(Boolean);
  return (
    <>
      <section>
        <h2>{model.analysisName}</h2>
        <p className="soft lead">{parts.join(', ')}. {plural(model.answered, 'person', 'people')} answered.</p>
      </section>
      <section>
        <h3>Themes</h3>
        {model.nodes.filter((node) => node.kind !== 'sub-theme' && node.kind !== 'group').map((node) => (
          <button type="button" className="tm-pick" key={node.themeId} onClick={() => select(node.themeId)}><span className="clip">{node.name}</span><span className="n">{people(node.participants)}</span></button>
        ))}
      </section>
      {model.relations.length > 0 && (
        <section>
          <h3>Relations</h3>
          <ul className="tm-sentences">{model.relations.map((relation) => <li key={relation.id}>{nameIn(model, relation.from)} <b>{relation.label || 'is related to'}</b> {nameIn(model, relation.to)}</li>)}</ul>
        </section>
      )}
    </>
  );
}

function ThemeParts({ model, node, actions }: { model: MapModel; node: MapNode; actions: MapActions | null }) {
  const theme = useQuery('theme.list', actions ? { analysisId: model.analysisId } : null).data?.find((each) => each.id === node.themeId);
  const counts = useQuery('code.list', actions ? { analysisId: model.analysisId } : null).data;
  const byId = new Map(counts?.map((code) => [code.id, code]));
  const parts = model.nodes.filter((each) => each.parentId === node.themeId);
  return (
    <>
      <section>
        <h2>{node.name}</h2>
        {theme?.concept && <p className="soft lead">{theme.concept}</p>}
        <p className="small muted">{node.participants} of {model.answered} respondents contributed</p>
      </section>
      {node.kind !== 'group' && <RelationList model={model} themeId={node.themeId} actions={actions} />}
      <section className="tm-code-lists">
        {parts.map((part) => (part.kind === 'sub-theme'
          ? <CodeList key={part.themeId} title={part.name} node={part} counts={byId} actions={actions} />
          : <button type="button" className="tm-pick" key={part.themeId} onClick={() => select(part.themeId)}><span className="clip">{part.name}</span><span className="n">{people(part.participants)}</span></button>))}
        {node.codeList.length > 0 && <CodeList title={parts.some((part) => part.kind === 'sub-theme') ? 'In the theme itself' : 'Codes'} node={node} counts={byId} actions={actions} />}
        {parts.length === 0 && node.codeList.length === 0 && <p className="small muted">No codes in here yet. Place them in Build themes.</p>}
      </section>
    </>
  );
}

interface CodeListProps { title: string; node: MapNode; counts: ReadonlyMap<number, { extracts: number; participants: number }>; actions: MapActions | null }

/** Codes with extracts / people, and whether they stand on the map. */
function CodeList({ title, node, counts, actions }: CodeListProps) {
  return (
    <div>
      <h3>
        <span>{title}</span>
        {actions && node.codeList.length > 0 && <span className="push"><Switch label={<>On the map<span className="vh">: codes of {node.name}</span></>} checked={node.codesShown} onChange={(shown) => actions.showCodes([node.themeId], shown)} /></span>}
      </h3>
      <ul>
        {node.codeList.map((code) => {
          const count = counts.get(code.id);
          return (
            <li className="tm-cl" key={code.id}>
              <Dot ink={code.ink} latent={code.kind === 'latent'} />
              <span>{code.name}</span>
              {count && <span className="n" title={`${plural(count.extracts, 'extract')}, ${people(count.participants)}`}>{count.extracts} / {count.participants}</span>}
            </li>
          );
        })}
        {node.codeList.length === 0 && <li className="small muted">No codes yet</li>}
      </ul>
    </div>
  );
}
