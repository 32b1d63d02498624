import { useDeferredValue } from 'react';
import type { ExportFormat } from '../../../shared/contract/exchange.ts';
import { useQuery } from '../../data/useQuery.ts';
import { Empty } from '../../ui/index.ts';
import { Paper } from './Paper.tsx';
import { Picture } from './Picture.tsx';
import { useSettled } from './useSettled.ts';

interface Props { format: ExportFormat; settings: Record<string, string> }

/** What the file will hold: a document on paper, or the picture itself. */
export const Preview = ({ format, settings }: Props) => (format.preview ? <Document key={format.format} format={format} settings={settings} /> : <Figure key={format.format} format={format} settings={settings} />);

function Document({ format, settings }: Props) {
  const { data, error } = useQuery('export.preview', { format: format.format, settings: useSettled(settings) }, { keep: true });
  const doc = useDeferredValue(data);
  if (error) return <Cannot text={error.message} />;
  return doc ? <Paper doc={doc} /> : null;
}

function Figure({ format, settings }: Props) {
  const { data, error } = useQuery('export.make', { format: format.format, ending: 'svg', settings: useSettled(settings) }, { keep: true });
  if (error) return <Cannot text={error.message} />;
  if (!data) return null;
  const svg = new TextDecoder().decode(Uint8Array.from(atob(data.bytes), (character) => character.charCodeAt(0)));
  return <div className="rp-paper is-figure"><Picture svg={svg} title={`${format.label}, preview`} /></div>;
}

const Cannot = ({ text }: { text: string }) => <div className="rp-cannot"><Empty title="Nothing to show yet">{text}</Empty></div>;
