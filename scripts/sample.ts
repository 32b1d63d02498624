import { copyFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { built } from './paths.ts';

/** Writes the sample study to a path: a copy of the built one, or made on the spot in a checkout without a build. */
export async function writeSample(file: string): Promise<void> {
  if (existsSync(built.sample)) return await copyFile(built.sample, file);
  const { buildSample } = await import('../fixtures/sample/build.ts');
  await buildSample(file);
}
