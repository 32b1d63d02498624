import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { ProjectFile } from '../../shared/contract/workbench.ts';
import { writeWhole } from './write-file.ts';

const remembered = z.object({ path: z.string().min(1), title: z.string(), openedAt: z.string(), sample: z.boolean() });
type Remembered = z.infer<typeof remembered>;

/** How many projects are remembered. */
const most = 30;

/** The address of a project file for windows, which never see a path. */
export const projectId = (file: string): string => createHash('sha256').update(file).digest('hex').slice(0, 24);

/**
 * The projects opened lately, kept as JSON in the program's own folder, together with those that lie in the projects
 * folder. The list is a convenience: damage to it is forgotten, never reported. Without a data folder nothing is kept.
 */
export class RecentProjects {
  #file: string | null;
  #folder: string;

  constructor(dataFolder: string | null, projectsFolder: string) {
    this.#file = dataFolder === null ? null : path.join(dataFolder, 'recent-projects.json');
    this.#folder = projectsFolder;
  }

  list(): ProjectFile[] {
    const known = this.#read();
    const listed = known.map((each) => ({ ...toProjectFile(each.path, each.title, each.openedAt), missing: !existsSync(each.path), sample: each.sample }));
    const others = this.#inFolder().filter((file) => !known.some((each) => each.path === file));
    return [...listed, ...others.map((file) => toProjectFile(file, path.basename(file, '.themework'), statSync(file).mtime.toISOString()))]
      .sort((a, b) => b.openedAt.localeCompare(a.openedAt));
  }

  /** The path behind an id, or undefined for an id that was never handed out. */
  pathOf(id: string): { path: string; sample: boolean } | undefined {
    const known = this.#read().find((each) => projectId(each.path) === id);
    if (known) return known;
    const file = this.#inFolder().find((each) => projectId(each) === id);
    return file === undefined ? undefined : { path: file, sample: false };
  }

  remember(entry: Remembered): void {
    if (this.#file === null) return;
    const entries = [entry, ...this.#read().filter((each) => each.path !== entry.path)].slice(0, most);
    try {
      writeWhole(this.#file, Buffer.from(JSON.stringify(entries, null, 2)));
    } catch {
      // A list that cannot be written must not stand in the way of the project that was just opened.
    }
  }

  #read(): Remembered[] {
    if (this.#file === null || !existsSync(this.#file)) return [];
    try {
      const list = z.array(z.unknown()).parse(JSON.parse(readFileSync(this.#file, 'utf8')));
      return list.flatMap((each) => remembered.safeParse(each).data ?? []);
    } catch {
      return [];
    }
  }

  #inFolder(): string[] {
    try {
      return readdirSync(this.#folder).filter((name) => name.endsWith('.themework')).map((name) => path.join(this.#folder, name));
    } catch {
      return [];
    }
  }
}

const toProjectFile = (file: string, title: string, openedAt: string): ProjectFile => ({
  id: projectId(file), title, fileName: path.basename(file), folder: path.dirname(file), openedAt, missing: false, sample: false,
});
