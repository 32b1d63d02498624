import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];

function places(): string[] {
  const onPath = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter((folder) => folder !== undefined);
  return [
    process.env.CHROMIUM ?? '',
    process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH ?? '',
    ...onPath.flatMap((folder) => names.map((name) => path.join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ...programs.flatMap((folder) => ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((name) => path.join(folder, name))),
  ].filter(Boolean);
}

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** A Chromium, Chrome or Edge on this computer, or undefined. CHROMIUM names one outright. */
export const findChromium = (): string | undefined => places().find(isProgram);

/** The same for tests: where there is none and we may install packages (Debian, as root), it is installed once. */
export function ensureChromium(): string | undefined {
  const found = findChromium();
  if (found || process.platform !== 'linux' || process.getuid?.() !== 0) return found;
  process.stderr.write('Installing Chromium for the tests in a real browser (apt-get) …\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { stdio: ['ignore', 'ignore', 2], env }).status === 0;
  if (!install() && spawnSync('apt-get', ['update', '-q'], { stdio: ['ignore', 'ignore', 2], env }).status === 0) install();
  return findChromium();
}
