import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.ts';

const folder = path.join(root, 'node_modules', 'electron');
const setupFile = path.join(root, 'node_modules', '.themework-setup.json');
/** Milliseconds that the download server has to answer, and that the download may take. */
const [toAnswer, toDownload] = [5_000, 300_000];
/** After a failure the download is tried again when this many milliseconds have passed: a week. */
const tryAgain = 7 * 24 * 3_600_000;

interface Setup { lock?: string; electronFailed?: { version: string; at: number } }

/** The Electron program, downloaded once where that is possible (the npm package brings none); undefined otherwise. */
export async function electronRuntime(say: (text: string) => void): Promise<string | undefined> {
  const found = installed();
  if (found !== undefined) return found;
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  const setup = readSetup();
  const failed = setup.electronFailed;
  if (failed?.version !== version || Date.now() - failed.at > tryAgain) {
    say('Looking for the Electron runtime (about 110 MB, once) …');
    if (await answers(`https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`)) {
      spawnSync(process.execPath, [path.join(folder, 'install.js')], { stdio: ['ignore', 2, 2], timeout: toDownload });
    }
    const now = installed();
    if (now !== undefined) return now;
    writeFileSync(setupFile, JSON.stringify({ ...setup, electronFailed: { version, at: Date.now() } }));
  }
  say('The Electron runtime could not be had here, so Themework opens in a browser window instead. It works the same.');
  return undefined;
}

function installed(): string | undefined {
  const name = path.join(folder, 'path.txt');
  if (!existsSync(name)) return undefined;
  const program = path.join(folder, 'dist', readFileSync(name, 'utf8'));
  return existsSync(program) ? program : undefined;
}

/** A mirror set in the environment is trusted to be there. */
async function answers(url: string): Promise<boolean> {
  if (process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror) return true;
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(toAnswer) })).ok;
  } catch {
    return false;
  }
}

function readSetup(): Setup {
  try {
    return JSON.parse(readFileSync(setupFile, 'utf8')) as Setup;
  } catch {
    return {};
  }
}
