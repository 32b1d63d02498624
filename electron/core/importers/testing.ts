import { readFileSync } from 'node:fs';
import type { GivenPlan, Inspection } from '../../../shared/domain/plan.ts';
import { Refusal } from '../../../shared/errors.ts';
import { inspectFile } from './index.ts';

/** A file of fixtures/files as the contract takes it. */
export const awkwardFile = (name: string): { fileName: string; bytes: string } => ({
  fileName: name,
  bytes: readFileSync(new URL(`../../../fixtures/files/${name}`, import.meta.url)).toString('base64'),
});

export const textFile = (text: string, fileName = 'survey.csv'): { fileName: string; bytes: string } => ({
  fileName,
  bytes: Buffer.from(text, 'utf8').toString('base64'),
});

export const inspect = (file: { fileName: string; bytes: string }, plan?: GivenPlan): Promise<Inspection> => inspectFile(plan ? { ...file, plan } : file);

/** The same with files that came with it. */
export const inspectWith = (file: { fileName: string; bytes: string }, companions: { fileName: string; bytes: string }[]): Promise<Inspection> =>
  inspectFile({ ...file, companions });

/** The sentence that a file is refused with; fails where it is not, or where the error is no refusal. */
export async function refusalOf(file: { fileName: string; bytes: string }, plan?: GivenPlan): Promise<string> {
  try {
    await inspect(file, plan);
  } catch (error) {
    if (error instanceof Refusal && error.kind !== 'bug') return error.message;
    throw error;
  }
  throw new Error(`“${file.fileName}” was not refused`);
}

export const rolesOf = (inspection: Inspection): string[] => inspection.columns.map(({ role }) => role);

const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Rows of cells as a CSV file. */
export const tableFile = (rows: readonly (readonly string[])[], fileName = 'survey.csv'): { fileName: string; bytes: string } =>
  textFile(rows.map((row) => row.map(cell).join(',')).join('\r\n'), fileName);
