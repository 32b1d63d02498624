import { FileText, TriangleAlert, X } from 'lucide-react';
import { useState } from 'react';
import { IconButton, Select } from '../../ui/index.ts';
import { formatNames } from './document-words.ts';
import { type Documents, partsOf, titleOf } from './useDocuments.ts';
import { encodings, fileSize, many, sentence } from './words.ts';

interface Props {
  documents: Documents;
  at: number;
  onShow: (at: number) => void;
  onTable: (() => void) | undefined;
}

/** The files, how the one that is shown was read, and what is worth a look. */
export function DocumentPane({ documents, at, onShow, onTable }: Props) {
  const [differently, setDifferently] = useState(false);
  const { chosen } = documents;
  const shown = chosen[at];
  if (!shown) return null;
  const { inspection, error } = shown;
  const document = inspection?.document;
  const isText = inspection !== null && inspection.encoding !== '';
  return (
    <aside className="i-side pane" aria-label="The file">
      {chosen.length === 1 ? (
        <div className="file">
          <span className="fi" aria-hidden>
            {/\.([a-z]{1,4})$/i.exec(shown.file.fileName)?.[1]?.toUpperCase() ?? 'TXT'}
          </span>
          <div className="clip">
            <b title={shown.file.fileName}>{shown.file.fileName}</b>
            <br />
            <span className="small muted">{inspection ? `${fileSize(inspection.file.size)}. ` : ''}The file itself is never changed.</span>
          </div>
        </div>
      ) : (
        <section className="sec" aria-labelledby="d-files">
          <h3 id="d-files">{many(chosen.length, 'document')}</h3>
          <ul className="d-files">
            {chosen.map((each, index) => (
              <li key={each.file.fileName}>
                <button type="button" className={`row ${index === at ? 'is-selected' : ''}`} aria-current={index === at ? 'true' : undefined} onClick={() => onShow(index)}>
                  {each.error ? <TriangleAlert size={15} aria-hidden /> : <FileText size={15} aria-hidden />}
                  <span className="clip">{titleOf(each)}</span>
                  <span className="count">{each.error ? 'cannot be read' : each.inspection ? many(partsOf(each), 'part') : ''}</span>
                </button>
                <IconButton size="sm" label={`Leave out ${each.file.fileName}`} icon={<X size={14} />} onClick={() => documents.leaveOut(index)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {error && (
        <p className="small sec-error" role="alert">
          {error}
        </p>
      )}
      {inspection && document && (
        <section className="sec" aria-labelledby="i-read">
          <h3 id="i-read">This is a document</h3>
          <ul className="small muted evidence d-evidence">
            {document.evidence.map((phrase) => (
              <li key={phrase}>{sentence(phrase)}</li>
            ))}
          </ul>
          <dl className="facts">
            <dt>Format</dt>
            <dd>{formatNames[inspection.format] ?? inspection.format}</dd>
            <dt>Length</dt>
            <dd>{many(document.characters, 'character')}</dd>
            {isText && (
              <>
                <dt>Text</dt>
                <dd>
                  {encodings.find(({ value }) => value === inspection.encoding)?.label ?? inspection.encoding}
                  {inspection.evidence.encoding && <span className="small muted">{sentence(inspection.evidence.encoding)}</span>}
                  {inspection.evidence.specials.length > 0 && (
                    <ul className="specials small" aria-label="Special characters in the file">
                      {inspection.evidence.specials.map((text) => (
                        <li key={text}>
                          <bdi>{text}</bdi>
                        </li>
                      ))}
                    </ul>
                  )}
                </dd>
              </>
            )}
          </dl>
          {isText && (
            <button type="button" className="link small sec-link" aria-expanded={differently} onClick={() => setDifferently(!differently)}>
              {differently ? 'Done' : 'Read it differently'}
            </button>
          )}
          {isText && differently && (
            <div className="differently">
              <Select
                label="Encoding"
                size="sm"
                value={inspection.encoding}
                options={encodings.some(({ value }) => value === inspection.encoding) ? encodings : [...encodings, { value: inspection.encoding, label: inspection.encoding }]}
                onChange={(encoding) => documents.decide(at, { encoding })}
              />
              {onTable && (
                <button type="button" className="link small" onClick={onTable}>
                  Read as a table
                </button>
              )}
            </div>
          )}
        </section>
      )}
      {inspection && inspection.warnings.length > 0 && (
        <section className="sec" aria-labelledby="i-look">
          <h3 id="i-look">Worth a look</h3>
          <ul className="warns">
            {inspection.warnings.map((warning) => (
              <li key={warning}>
                <TriangleAlert size={15} aria-hidden />
                <span>{warning}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}
