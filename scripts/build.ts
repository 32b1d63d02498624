/** `npm run build`: the page, the desktop program's main and preload, and the sample study, into dist/. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { InlineConfig } from 'vite';
import { built, dist, root } from './paths.ts';

/** The chromium inside Electron 45 and every browser of its time. */
const target = 'chrome140';

const page: InlineConfig = {
  configFile: false, root: path.join(root, 'renderer'), base: './', publicDir: false, logLevel: 'warn',
  build: { outDir: built.page, emptyOutDir: true, target, sourcemap: true, modulePreload: { polyfill: false }, reportCompressedSize: false, assetsInlineLimit: 0, chunkSizeWarningLimit: 3_000 },
};

const main: InlineConfig = {
  configFile: false, root, publicDir: false, logLevel: 'warn',
  build: {
    ssr: true, outDir: path.dirname(built.main), emptyOutDir: false, target: 'node24', minify: false, sourcemap: true,
    rolldownOptions: {
      // The thread of long tasks is a file of its own beside it, where tasks.ts looks for it.
      input: { main: path.join(root, 'electron/desktop/main.ts'), worker: path.join(root, 'electron/core/worker.ts') }, external: ['electron', /^node:/],
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
};

/** A sandboxed preload is one CommonJS file that requires nothing but electron. */
const preload: InlineConfig = {
  configFile: false, root, publicDir: false, logLevel: 'warn', ssr: { noExternal: true },
  build: {
    ssr: true, outDir: path.dirname(built.preload), emptyOutDir: false, target: 'node24', minify: false,
    rolldownOptions: {
      input: path.join(root, 'electron/desktop/preload.ts'), external: ['electron'],
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
};

export async function build(): Promise<void> {
  // Whoever builds, a test as well, builds what users get: anything else here makes Vite bundle React's slow half for developers.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await buildAll();
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}

async function buildAll(): Promise<void> {
  const [{ build: bundle }, { default: react }, { buildSample }] = await Promise.all([import('vite'), import('@vitejs/plugin-react'), import('../fixtures/sample/build.ts')]);
  const started = newestSource();
  rmSync(built.stamp, { force: true });
  rmSync(path.dirname(built.main), { recursive: true, force: true });
  await bundle({ ...page, plugins: [react()] });
  await bundle(main);
  await bundle(preload);
  mkdirSync(path.dirname(built.sample), { recursive: true });
  await buildSample(built.sample);
  writeFileSync(built.stamp, String(started));
}

/** Builds when a source is newer than what was built; silent and quick (some ten milliseconds) otherwise. */
export async function ensureBuilt(): Promise<void> {
  if (isCurrent()) return;
  process.stderr.write('Building …\n');
  await build();
}

export const isCurrent = (): boolean => existsSync(built.stamp) && Number(readFileSync(built.stamp, 'utf8')) >= newestSource();

/** Milliseconds since 1970 of the newest file that goes into the build. */
function newestSource(): number {
  const files = ['package-lock.json', 'scripts/build.ts'].map((name) => path.join(root, name));
  const folders = ['shared', 'electron', 'renderer', 'fixtures/sample'].map((name) => path.join(root, name));
  return Math.max(...files.map(modified), ...folders.map(newestIn));
}

const modified = (file: string): number => statSync(file).mtimeMs;

function newestIn(folder: string): number {
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => !/\.(test|spec)\.tsx?$|^e2e$/.test(entry.name));
  // The folder's own time tells of files that were removed.
  return entries.reduce((newest, entry) => {
    const place = path.join(folder, entry.name);
    return Math.max(newest, entry.isDirectory() ? newestIn(place) : modified(place));
  }, modified(folder));
}

if (process.argv[1] === import.meta.filename) {
  await build();
  process.stderr.write(`Built into ${path.relative(process.cwd(), dist) || '.'}\n`);
}
