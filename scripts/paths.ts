import { readFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
export const dist = path.join(root, 'dist');
/** What `build` makes. */
export const built = {
  page: path.join(dist, 'renderer'),
  main: path.join(dist, 'desktop', 'main.js'),
  preload: path.join(dist, 'desktop', 'preload.cjs'),
  sample: path.join(dist, 'sample', 'sample.themework'),
  stamp: path.join(dist, '.built'),
};

export const version: string = (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }).version;
