import { ChevronDown, ChevronUp, Download } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ExportFormat } from '../../../shared/contract/exchange.ts';
import { useQuery } from '../../data/useQuery.ts';
import { setOnScreen } from '../../state/onScreen.ts';
import { useCommands } from '../../ui/commands.ts';
import { useHints } from '../../ui/hints.ts';
import { Button, IconButton } from '../../ui/index.ts';
import { useKeys } from '../../ui/useKeys.ts';
import { BeforeExport } from './BeforeExport.tsx';
import { FormatList } from './FormatList.tsx';
import { Options } from './Options.tsx';
import { Preview } from './Preview.tsx';
import { endingName, settingsOf, useReportUi } from './report-ui.ts';
import { toSection } from './sections.ts';
import { useExport } from './useExport.ts';
import './report.css';

/** Report: choose a table, listing or figure, see it, and export it. */
export function ReportScreen() {
  const formats = useQuery('export.formats', {}).data;
  const wanted = useReportUi((ui) => ui.format);
  useEffect(() => setOnScreen({ context: 'Writing the report', links: [] }), []);
  const format = formats?.find((each) => each.format === wanted) ?? formats?.[0];
  return formats && format ? <Report formats={formats} format={format} /> : null;
}

function Report({ formats, format }: { formats: readonly ExportFormat[]; format: ExportFormat }) {
  const changed = useReportUi((ui) => ui.changed);
  const settings = settingsOf(format, changed);
  const { making, make } = useExport(format, settings);
  const frame = useRef<HTMLDivElement>(null);
  const [main = '', ...others] = format.endings;
  const verb = `Export to ${endingName(main)}`;
  const onward = () => toSection(frame.current, 1);
  const back = () => toSection(frame.current, -1);

  useKeys({ j: onward, k: back });
  useKeys({ 'Ctrl+Shift+e': () => void make(main) }, { inFields: true });
  useHints([
    { keys: ['↑'], or: ['↓'], text: 'Choose what to export' },
    { keys: ['J'], text: 'Next section' },
    { keys: ['K'], text: 'Previous section' },
    { keys: ['Ctrl', 'Shift', 'E'], text: verb },
    { keys: ['Ctrl', 'J'], text: 'Diary note' },
  ], 'Report');
  useCommands(format.endings.map((ending) => ({ id: `export-${format.format}-${ending}`, label: `Export “${format.label}” to ${endingName(ending)}`, run: () => void make(ending), ...(ending === main ? { keys: ['Ctrl', 'Shift', 'E'] } : {}) })));

  return (
    <div className="panes rp">
      <section className="pane" aria-label="What to export">
        <div className="pane-h"><h2>What to export</h2></div>
        <div className="pane-b rp-list">
          <FormatList formats={formats} current={format} settings={settings} />
          <BeforeExport />
        </div>
      </section>
      <section className="pane rp-preview" aria-label="Preview">
        <div className="rp-bar">
          <h2>{format.label}</h2>
          <span className="push" />
          {format.preview && (
            <>
              <IconButton size="sm" label="Previous section" keys={['K']} icon={<ChevronUp size={16} />} onClick={back} />
              <IconButton size="sm" label="Next section" keys={['J']} icon={<ChevronDown size={16} />} onClick={onward} />
            </>
          )}
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable to be scrolled by keyboard */}
        <div className="rp-desk" key={format.format} ref={frame} tabIndex={0} role="region" aria-label="The document">
          <Preview format={format} settings={settings} />
        </div>
      </section>
      <section className="pane" aria-label="Options">
        <div className="pane-h"><h2>Options</h2></div>
        <div className="pane-b rp-list"><Options format={format} settings={settings} /></div>
        <div className="rp-export">
          <Button variant="primary" icon={<Download size={16} />} keys={['Ctrl', 'Shift', 'E']} aria-busy={making === main} onClick={() => void make(main)}>{verb}</Button>
          {others.length > 0 && (
            <div className="rp-others">
              {others.map((ending) => <Button key={ending} variant="quiet" size="sm" aria-busy={making === ending} onClick={() => void make(ending)}>Export to {endingName(ending)}</Button>)}
            </div>
          )}
        </div>
      </section>
    </div>
  );
}
