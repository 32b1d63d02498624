import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Refusal } from '../../shared/errors.ts';
import { everyExport, problemsOf } from '../core/everything.ts';
import type { Workbench } from '../core/workbench.ts';
import { writeWhole } from '../core/write-file.ts';
import type { CliOptions } from './options.ts';

interface DemoFile { file: string; size: number }

/**
 * The main job without a window: the sample study is built, checked, and exported in every format into one folder.
 * Gives the list of files; throws where the check finds something.
 */
export async function runDemo(workbench: Workbench, { sample, stderr }: CliOptions, out?: string): Promise<{ folder: string; problems: number; files: DemoFile[] }> {
  const folder = out === undefined ? mkdtempSync(path.join(tmpdir(), 'themework-demo-')) : path.resolve(out);
  mkdirSync(folder, { recursive: true });
  const project = path.join(folder, 'sample.themework');
  for (const ending of ['', '-wal', '-shm']) rmSync(project + ending, { force: true });
  stderr('Building the sample study …\n');
  await sample(project);
  await workbench.openFile(project, { sample: true });
  const core = workbench.current;
  if (!core) throw new Error('the sample study did not open');

  const made: string[] = [];
  for await (const { fileName, file } of everyExport(core)) {
    const target = path.join(folder, fileName);
    writeWhole(target, Buffer.from(file.bytes, 'base64'));
    stderr(`Wrote ${fileName}\n`);
    made.push(target);
  }
  const problems = await problemsOf(core);
  await workbench.closeProject();
  if (problems.length) throw new Refusal('conflict', `The check found ${problems.length} problems in the sample study.`, problems);
  return { folder, problems: 0, files: [project, ...made].filter((file) => existsSync(file)).map((file) => ({ file, size: statSync(file).size })) };
}
