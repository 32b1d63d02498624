import { Pencil, X } from 'lucide-react';
import { useState } from 'react';
import type { MapModel, MapNode } from '../../../shared/domain/map-model.ts';
import { Button, Check, IconButton, Select } from '../../ui/index.ts';
import { setMapUi, useMapUi } from './map-ui.ts';
import { RelationForm } from './RelationForm.tsx';
import type { MapActions } from './useMapActions.ts';
import { kindName, nameIn } from './words.ts';

/** The map without a drawing: the same themes, relations and actions in two tables. */
export function MapList({ model, actions }: { model: MapModel; actions: MapActions }) {
  return (
    <div className="tm-list pane">
      <div className="hstack tm-list-h">
        <h2>Map as a list</h2>
        <span className="push" />
        <Button size="sm" onClick={() => setMapUi({ view: 'map' })}>Show the map</Button>
      </div>
      <table className="table">
        <caption className="vh">Themes on the map</caption>
        <thead><tr><th scope="col">Theme</th><th scope="col">Level</th><th scope="col">Belongs to</th><th scope="col" className="num">People</th><th scope="col" className="num">Codes</th><th scope="col">Codes on the map</th></tr></thead>
        <tbody>{model.nodes.map((node) => <NodeRow key={node.themeId} model={model} node={node} actions={actions} />)}</tbody>
      </table>
      <Relations model={model} actions={actions} />
    </div>
  );
}

function NodeRow({ model, node, actions }: { model: MapModel; node: MapNode; actions: MapActions }) {
  return (
    <tr>
      <th scope="row">{node.name}</th>
      <td>{kindName(node.kind)}</td>
      <td>{node.parentId === null ? '' : nameIn(model, node.parentId)}</td>
      <td className="num">{node.participants} of {model.answered}</td>
      <td className="num">{node.codes}</td>
      <td>{node.codeList.length > 0 && <Check hideLabel label={`Show the codes of ${node.name} on the map`} checked={node.codesShown} onChange={(shown) => actions.showCodes([node.themeId], shown)} />}</td>
    </tr>
  );
}

const directions = { one: 'One way', both: 'Both ways', none: 'No direction' } as const;

function Relations({ model, actions }: { model: MapModel; actions: MapActions }) {
  const editing = useMapUi((ui) => ui.editing);
  const themes = model.nodes.filter((node) => node.kind !== 'group');
  const [from, setFrom] = useState(themes[0]?.themeId ?? 0);
  const [to, setTo] = useState(themes[1]?.themeId ?? 0);
  const [drawing, setDrawing] = useState(false);
  const options = themes.map((node) => ({ value: String(node.themeId), label: node.name }));
  return (
    <>
      <table className="table">
        <caption className="vh">Relations between themes</caption>
        <thead><tr><th scope="col">From</th><th scope="col">Relation</th><th scope="col">To</th><th scope="col">Direction</th><th scope="col"><span className="vh">Change</span></th></tr></thead>
        <tbody>
          {model.relations.map((relation) => (
            <tr key={relation.id}>
              <th scope="row">{nameIn(model, relation.from)}</th>
              {editing === relation.id
                ? <td colSpan={4}><RelationForm model={model} seenFrom={relation.from} start={relation} existing={relation} onDone={(changed) => actions.changeRelation(relation.id, changed)} onRemove={() => actions.removeRelation(relation.id)} onCancel={() => setMapUi({ editing: null })} /></td>
                : (
                  <>
                    <td>{relation.label || 'is related to'}</td><td>{nameIn(model, relation.to)}</td><td>{directions[relation.direction]}</td>
                    <td className="num">
                      <IconButton size="sm" label={`Change the relation from ${nameIn(model, relation.from)} to ${nameIn(model, relation.to)}`} icon={<Pencil size={14} />} onClick={() => setMapUi({ editing: relation.id })} />
                      <IconButton size="sm" label={`Remove the relation from ${nameIn(model, relation.from)} to ${nameIn(model, relation.to)}`} icon={<X size={14} />} onClick={() => actions.removeRelation(relation.id)} />
                    </td>
                  </>
                )}
            </tr>
          ))}
          {model.relations.length === 0 && <tr><td colSpan={5} className="muted">No relations yet.</td></tr>}
        </tbody>
      </table>
      <div className="tm-list-new">
        <Select label="From" size="sm" value={String(from)} options={options} onChange={(value) => setFrom(Number(value))} />
        <Select label="To" size="sm" value={String(to)} options={options} onChange={(value) => setTo(Number(value))} />
        <Button size="sm" {...(from === to ? { why: 'A relation joins two different themes.' } : {})} onClick={() => setDrawing(true)}>Draw a relation…</Button>
      </div>
      {drawing && from !== to && <RelationForm key={`${from} ${to}`} model={model} seenFrom={from} start={{ from, to, label: '', direction: 'one' }} onDone={(draft) => { actions.relate(draft); setDrawing(false); }} onCancel={() => setDrawing(false)} />}
    </>
  );
}
