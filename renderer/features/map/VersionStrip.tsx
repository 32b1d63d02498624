import { Bookmark } from 'lucide-react';
import { useRef, useState } from 'react';
import type { MapVersion } from '../../../shared/contract/map.ts';
import type { MapModel } from '../../../shared/domain/map-model.ts';
import { useCommand } from '../../data/useCommand.ts';
import { useQuery } from '../../data/useQuery.ts';
import { Button, Field, Popover } from '../../ui/index.ts';
import { toast } from '../../ui/toast.ts';
import { setMapUi, useMapUi } from './map-ui.ts';
import { Thumbnail } from './Thumbnail.tsx';
import { dayOf, plural } from './words.ts';

/** Kept versions of the map from left to right, and the map as it is now. */
export function VersionStrip({ model, versions }: { model: MapModel; versions: readonly MapVersion[] }) {
  const versionId = useMapUi((ui) => ui.versionId);
  const list = useRef<HTMLDivElement | null>(null);
  // The newest versions stand beside “Now”; older ones are found by scrolling.
  const showNewest = (element: HTMLDivElement | null) => {
    if (element && !list.current) element.scrollLeft = element.scrollWidth;
    list.current = element;
  };
  const themes = model.nodes.filter((node) => node.kind === 'theme').length;
  return (
    <div className="tm-versions pane" role="group" aria-label="Versions of the map">
      {versions.length > 0 && <div className="tm-version-list" ref={showNewest}>{versions.map((version) => <Kept key={version.id} version={version} on={versionId === version.id} />)}</div>}
      <button type="button" className={`tm-version ${versionId === null ? 'is-on' : ''}`} aria-pressed={versionId === null} onClick={() => setMapUi({ versionId: null })}>
        <Thumbnail model={model} />
        <span><b>Now</b><span>Changing</span><span>{plural(themes, 'theme')}</span></span>
      </button>
      <span className="push" />
      <Keep analysisId={model.analysisId} versions={versions} />
    </div>
  );
}

function Kept({ version, on }: { version: MapVersion; on: boolean }) {
  const model = useQuery('map.version', { id: version.id }).data?.model;
  return (
    <button type="button" className={`tm-version ${on ? 'is-on' : ''}`} aria-pressed={on} onClick={() => setMapUi({ versionId: version.id, editing: null, relating: null, view: 'map' })}>
      {model ? <Thumbnail model={model} /> : <span className="tm-blank" />}
      <span><b className="clip">{version.name}</b><span>{dayOf(version.at)}</span><span>{plural(version.themes, 'theme')}</span></span>
    </button>
  );
}

/** The name proposed is there to be written over. */
const selectAll = (field: HTMLInputElement | null) => field?.select();

function Keep({ analysisId, versions }: { analysisId: number; versions: readonly MapVersion[] }) {
  const keep = useCommand('map.keep', { quiet: true });
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [error, setError] = useState<string>();
  const finish = async () => {
    const result = await keep({ analysisId, name });
    if (!result.ok) return setError(result.error.message);
    setOpen(false);
    return toast({ text: `Kept the map as “${name.trim()}”.` });
  };
  const show = (on: boolean) => {
    setOpen(on);
    setError(undefined);
    if (on) setName(`Map ${versions.length + 1}`);
  };
  return (
    <Popover label="Keep this version" open={open} onOpenChange={show} side="top" align="end" className="tm-keep" trigger={<Button icon={<Bookmark size={15} aria-hidden />}>Keep this version</Button>}>
      <form onSubmit={(event) => { event.preventDefault(); void finish(); }}>
        <Field label="Name of this version" value={name} onChange={setName} autoFocus inputRef={selectAll} hint="Kept versions stay as they are, for the report and for comparison." {...(error ? { error } : {})} />
        <Button type="submit" variant="primary">Keep this version</Button>
      </form>
    </Popover>
  );
}
