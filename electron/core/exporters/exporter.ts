import type { ExportSetting } from '../../../shared/contract/exchange.ts';
import type { Doc } from '../../../shared/report/model.ts';
import type { Db } from '../sql.ts';

/** Settings of an export, checked against what the exporter offers and filled with its defaults; flags are `yes` or `no`. */
export type Settings = Record<string, string>;

/** A file made: its bytes and what they are. */
export interface Made { bytes: Uint8Array; mime: string }

/** One format of the export menu. A new one is a file beside this with such an object, and a line in the list of index.ts. */
export interface Exporter {
  format: string;
  label: string;
  description: string;
  /** Endings of the files it can write; the first is the usual one. */
  endings: readonly [string, ...string[]];
  /** What it can be set to in this project. */
  settings: (db: Db) => ExportSetting[];
  /** The document that it would write, for the screen. */
  preview?: (db: Db, settings: Settings) => Doc;
  /** Libraries for a file format are imported in here, so that nothing else has to load them. */
  make: (db: Db, settings: Settings, ending: string) => Made | Promise<Made>;
}

export const flag = (key: string, label: string, on: boolean): ExportSetting => ({ key, label, kind: 'flag', default: on ? 'yes' : 'no' });
export const choice = (key: string, label: string, choices: readonly (readonly [value: string, label: string])[], chosen = choices[0]?.[0] ?? ''): ExportSetting =>
  ({ key, label, kind: 'choice', choices: choices.map(([value, text]) => ({ value, label: text })), default: chosen });
export const text = (key: string, label: string, value: string): ExportSetting => ({ key, label, kind: 'text', default: value });

/** A setting that is on or off. */
export const on = (settings: Settings, key: string): boolean => settings[key] === 'yes';

export const docxMime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
