import { ArrowLeft, ArrowLeftRight, ArrowRight, Minus, Pencil, Plus } from 'lucide-react';
import type { MapModel, MapRelation } from '../../../shared/domain/map-model.ts';
import { Button, IconButton } from '../../ui/index.ts';
import { setMapUi, useMapUi } from './map-ui.ts';
import { RelationForm } from './RelationForm.tsx';
import type { MapActions } from './useMapActions.ts';
import { nameIn } from './words.ts';

/** The relations of a theme, each editable in place, and the one being drawn. */
export function RelationList({ model, themeId, actions }: { model: MapModel; themeId: number; actions: MapActions | null }) {
  const editing = useMapUi((ui) => ui.editing);
  const relating = useMapUi((ui) => ui.relating);
  const relations = model.relations.filter((relation) => relation.from === themeId || relation.to === themeId);
  const draft = relating?.chosen && relating.from === themeId && relating.to !== null ? { from: themeId, to: relating.to, label: '', direction: 'one' as const } : null;
  return (
    <section>
      <h3>Relations</h3>
      {relations.length === 0 && !draft && <p className="small muted">None yet. A relation says what one theme does to another.</p>}
      <ul>
        {relations.map((relation) => (
          <li key={relation.id}>
            {editing === relation.id && actions
              ? <RelationForm model={model} seenFrom={themeId} start={relation} existing={relation} onDone={(changed) => actions.changeRelation(relation.id, changed)} onRemove={() => actions.removeRelation(relation.id)} onCancel={() => setMapUi({ editing: null })} />
              : <RelationRow model={model} relation={relation} themeId={themeId} editable={actions !== null} />}
          </li>
        ))}
      </ul>
      {draft && actions && <RelationForm key={draft.to} model={model} seenFrom={themeId} start={draft} onDone={actions.relate} onCancel={() => setMapUi({ relating: null })} />}
      {actions && !draft && <Button variant="quiet" size="sm" className="tm-add" icon={<Plus size={14} aria-hidden />} keys={['R']} onClick={() => actions.startRelation(themeId)}>Draw a relation</Button>}
    </section>
  );
}

function RelationRow({ model, relation, themeId, editable }: { model: MapModel; relation: MapRelation; themeId: number; editable: boolean }) {
  const outgoing = relation.from === themeId;
  const other = nameIn(model, outgoing ? relation.to : relation.from);
  const Icon = relation.direction === 'both' ? ArrowLeftRight : relation.direction === 'none' ? Minus : outgoing ? ArrowRight : ArrowLeft;
  const label = relation.label || 'is related to';
  return (
    <div className="tm-rl">
      <Icon size={15} aria-hidden />
      {outgoing || relation.direction !== 'one' ? <span><b>{label}</b> {other}</span> : <span>{other} <b>{label}</b> this theme</span>}
      {editable && <IconButton size="sm" label={`Change the relation with ${other}`} icon={<Pencil size={14} />} onClick={() => setMapUi({ editing: relation.id, relating: null })} />}
    </div>
  );
}
