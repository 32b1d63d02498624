import type { ExportFormat, ExportSetting } from '../../../shared/contract/exchange.ts';
import { Field, Segmented, Select, Switch } from '../../ui/index.ts';
import { isPart, setSetting } from './report-ui.ts';

/** So few and short choices stand side by side. */
const sideBySide = (setting: ExportSetting): boolean => {
  const choices = setting.choices ?? [];
  return choices.length <= 4 && choices.reduce((letters, choice) => letters + choice.label.length + 3, 0) <= 26;
};

/** Controls for whatever the format can be set to; nothing here knows a format. */
export function Options({ format, settings }: { format: ExportFormat; settings: Readonly<Record<string, string>> }) {
  const shown = format.settings.filter((setting) => !isPart(setting.key) && (setting.kind !== 'choice' || (setting.choices?.length ?? 0) > 1));
  const flags = shown.filter((setting) => setting.kind === 'flag');
  return (
    <div className="rp-options">
      <p className="small soft">{format.description}.</p>
      {shown.filter((setting) => setting.kind !== 'flag').map((setting) => (
        <Option key={setting.key} setting={setting} value={settings[setting.key] ?? ''} onChange={(value) => setSetting(format.format, setting.key, value)} />
      ))}
      {flags.length > 0 && (
        <div className="rp-flags">
          {flags.map((setting) => (
            <Switch key={setting.key} label={setting.label} checked={settings[setting.key] === 'yes'} onChange={(on) => setSetting(format.format, setting.key, on ? 'yes' : 'no')} />
          ))}
        </div>
      )}
    </div>
  );
}

function Option({ setting, value, onChange }: { setting: ExportSetting; value: string; onChange: (value: string) => void }) {
  if (setting.kind === 'text') return <Field label={setting.label} value={value} onChange={onChange} maxLength={200} />;
  const options = setting.choices ?? [];
  if (!sideBySide(setting)) return <Select label={setting.label} value={value} options={options} onChange={onChange} />;
  return (
    <div className="field">
      <span className="label" aria-hidden>{setting.label}</span>
      <Segmented label={setting.label} value={value} options={options} onChange={onChange} className="rp-seg" />
    </div>
  );
}
