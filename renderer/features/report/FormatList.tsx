import type { KeyboardEvent } from 'react';
import type { ExportFormat } from '../../../shared/contract/exchange.ts';
import { Check } from '../../ui/index.ts';
import { choose, isPart, sectionsOf, setSetting } from './report-ui.ts';

/** Arrow keys walk the formats as in any list. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement)) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const next = stops[stops.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** What can be exported; the steps of the appendix can be left out one by one. */
export function FormatList({ formats, current, settings }: { formats: readonly ExportFormat[]; current: ExportFormat; settings: Readonly<Record<string, string>> }) {
  return (
    <nav aria-label="What to export" onKeyDown={walk}>
      {sectionsOf(formats).map((section) => (
        <section key={section.title}>
          <h3 className="sect-h">{section.title}</h3>
          {section.formats.map((format) => (
            <Item key={format.format} format={format} selected={format === current} settings={settings} />
          ))}
        </section>
      ))}
    </nav>
  );
}

function Item({ format, selected, settings }: { format: ExportFormat; selected: boolean; settings: Readonly<Record<string, string>> }) {
  const parts = selected ? format.settings.filter((setting) => isPart(setting.key)) : [];
  return (
    <>
      <button type="button" className={`rp-item ${selected ? 'is-selected' : ''}`} aria-current={selected ? 'page' : undefined} onClick={() => choose(format.format)}>
        <span>{format.label}</span>
        <span className="count">{format.endings.join(', ')}</span>
      </button>
      {parts.length > 1 && (
        <fieldset className="rp-parts">
          <legend className="vh">Steps to print</legend>
          {parts.map((part) => (
            <Check key={part.key} label={part.label} checked={settings[part.key] === 'yes'} onChange={(on) => setSetting(format.format, part.key, on ? 'yes' : 'no')} />
          ))}
        </fieldset>
      )}
    </>
  );
}
