import type { ExportSetting } from '../../../shared/contract/exchange.ts';
import { invalid } from '../../../shared/errors.ts';
import type { Settings } from './exporter.ts';

const yes = ['yes', 'true', 'on', '1'];
const no = ['no', 'false', 'off', '0'];

/** What was asked, checked against what there is, the rest filled with defaults. Throws `invalid` with a sentence that lists what there is. */
export function checkSettings(offered: readonly ExportSetting[], asked: Settings): Settings {
  for (const key of Object.keys(asked)) {
    if (!offered.some((setting) => setting.key === key)) {
      throw invalid(offered.length ? `This export has no setting “${key}”. It has: ${offered.map((setting) => setting.key).join(', ')}.` : `This export has no settings, so “${key}” cannot be set.`);
    }
  }
  return Object.fromEntries(offered.map((setting) => [setting.key, checkValue(setting, asked[setting.key] ?? setting.default)]));
}

function checkValue(setting: ExportSetting, value: string): string {
  if (setting.kind === 'text') return value.replace(/\s+/g, ' ').trim();
  if (setting.kind === 'flag') {
    const small = value.toLowerCase();
    if (yes.includes(small)) return 'yes';
    if (no.includes(small)) return 'no';
    throw invalid(`The setting “${setting.key}” is yes or no, not “${value.slice(0, 60)}”.`);
  }
  const choices = setting.choices ?? [];
  if (choices.length === 0) return value;
  // On the command line people write what the menu says, or how it begins.
  const same = (text: string) => text.toLowerCase() === value.toLowerCase();
  const beginning = choices.filter((choice) => choice.label.toLowerCase().startsWith(value.toLowerCase()));
  const found = choices.find((choice) => choice.value === value) ?? choices.find((choice) => same(choice.value)) ?? choices.find((choice) => same(choice.label)) ?? (beginning.length === 1 ? beginning[0] : undefined);
  if (!found) throw invalid(`The setting “${setting.key}” cannot be “${value.slice(0, 60)}”. It can be: ${choices.map((choice) => `${choice.value} (${choice.label})`).join(', ')}.`);
  return found.value;
}
