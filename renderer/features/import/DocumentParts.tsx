import { useState } from 'react';
import type { DocumentSplit } from '../../../shared/domain/plan.ts';
import { Field, Segmented, Select } from '../../ui/index.ts';
import { splitOptions } from './document-words.ts';
import { type Chosen, partsOf, titleOf } from './useDocuments.ts';
import { many } from './words.ts';

interface Props {
  chosen: Chosen;
  collections: readonly string[];
  collection: string;
  onCollection: (name: string) => void;
  onDecide: (wish: { title?: string; split?: DocumentSplit }) => void;
}

const another = '\u0000new';

/** Title, collection and split of a document, and its parts as they will be. */
export function DocumentParts({ chosen, collections, collection, onCollection, onDecide }: Props) {
  const [making, setMaking] = useState(false);
  const document = chosen.inspection?.document;
  if (!document) return <section className="i-main pane" aria-label="The document" aria-busy={!chosen.error} />;
  const free = making || !collections.includes(collection);
  const parts = partsOf(chosen);
  return (
    <section className="i-main pane d-main" aria-label="The document">
      <div className="d-form">
        <Field label="Title" value={titleOf(chosen)} onChange={(title) => onDecide({ title })} maxLength={300} required error={titleOf(chosen).trim() === '' ? 'A document needs a title.' : undefined} />
        {collections.length > 0 && (
          <Select
            label="Collection"
            value={free ? another : collection}
            options={[...collections.map((name) => ({ value: name, label: name })), { value: another, label: 'A new collection' }]}
            onChange={(value) => {
              setMaking(value === another);
              onCollection(value === another ? '' : value);
            }}
          />
        )}
        {free && (
          <Field
            label={collections.length ? 'Name of the collection' : 'Collection'}
            value={collection}
            onChange={onCollection}
            maxLength={80}
            required
            hint="Read and coded together, like the answers to a question."
          />
        )}
      </div>
      <div className="cols-h d-h">
        <h2>{parts === 1 ? 'One part' : many(parts, 'part')}</h2>
        <span className="small muted">Each part is read and coded by itself.</span>
        <span className="push" />
        <span className="small muted" aria-hidden>
          Split
        </span>
        <Segmented label="Split" value={document.split} options={splitOptions(document)} onChange={(split) => onDecide({ split })} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
      <ol className="d-parts" tabIndex={0} aria-label="Parts of the document">
        {document.parts.map((part, index) => (
          <li key={index}>
            <span className="count">{index + 1}</span>
            <div>
              {part.heading && <b>{part.heading}</b>}
              <p className="sample" dir="auto">
                {part.beginning}
              </p>
            </div>
            <span className="count nowrap">{many(part.characters, 'character')}</span>
          </li>
        ))}
        {parts > document.parts.length && <li className="d-more small muted">{many(parts - document.parts.length, 'more part')}</li>}
      </ol>
    </section>
  );
}
