import { create } from 'zustand';
import type { ExportFormat } from '../../../shared/contract/exchange.ts';

interface ReportUi {
  /** What is shown; empty until something is chosen. */
  format: string;
  /** Settings changed on this screen, by format and key; all others have their defaults. */
  changed: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What one chose on the Report screen; it is there again when one comes back from another screen. */
export const useReportUi = create<ReportUi>(() => ({ format: '', changed: {} }));

export const choose = (format: string): void => useReportUi.setState({ format });
export const setSetting = (format: string, key: string, value: string): void =>
  useReportUi.setState(({ changed }) => ({ changed: { ...changed, [format]: { ...changed[format], [key]: value } } }));

/** Everything that a format can be set to, as it is set now. A choice that is gone (another project, a removed analysis) counts as not made. */
export function settingsOf(format: ExportFormat, changed: ReportUi['changed']): Record<string, string> {
  return Object.fromEntries(format.settings.map((setting) => {
    const value = changed[format.format]?.[setting.key];
    const valid = value !== undefined && (setting.kind !== 'choice' || setting.choices?.some((choice) => choice.value === value));
    return [setting.key, valid ? value : setting.default];
  }));
}

/** Parts of a document that are ticked in the list on the left: the steps of the appendix. */
export const isPart = (key: string): boolean => /^step-\d+$/.test(key);

/** How a file is called after its ending. */
const endings: Record<string, string> = { docx: 'Word', csv: 'CSV', xlsx: 'Excel', svg: 'SVG', png: 'PNG' };
export const endingName = (ending: string): string => endings[ending] ?? ending.toUpperCase();

/** Sections of the list, told from what kind of file comes out. */
export function sectionsOf(formats: readonly ExportFormat[]): { title: string; formats: ExportFormat[] }[] {
  const kind = (format: ExportFormat) => (format.endings[0] === 'svg' ? 'Figures' : format.endings[0] === 'docx' ? 'Documents' : 'For other programs');
  return ['Documents', 'Figures', 'For other programs'].map((title) => ({ title, formats: formats.filter((format) => kind(format) === title) })).filter((section) => section.formats.length > 0);
}
