import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { defaultDataFolder } from '../electron/loopback/main.ts';
import { findChromium } from './chromium.ts';

/** A window that closes within so many milliseconds did not open at all (no display, no rights). */
const tooSoon = 3_000;

interface Opening { url: string; port: number; newUrl(): string }
interface Around { say: (text: string) => void; /** The window was closed by the person. */ closed: () => void; /** There is no window; offer the address. */ failed: () => void }

/** Opens the workbench in a window of its own (Chromium, Chrome or Edge with a separate profile), or else in the usual browser. */
export function openWindow(host: Opening, { say, closed, failed }: Around): void {
  const chromium = findChromium();
  if (chromium === undefined) return openUsualBrowser(host.url, say, failed);
  say('Themework opens in a window of its own; closing that window ends it.');
  // A profile for each port: two programs at once must not hand their windows to each other.
  const profile = path.join(defaultDataFolder(), 'browser-window', String(host.port));
  mkdirSync(profile, { recursive: true });
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const started = performance.now();
  const window = spawn(chromium, [`--app=${host.url}`, `--user-data-dir=${profile}`, '--window-size=1280,820', '--no-first-run', '--no-default-browser-check', '--disable-sync', '--disable-background-networking', ...asRoot], { stdio: 'ignore' });
  window.on('error', failed);
  window.on('exit', () => (performance.now() - started < tooSoon ? failed() : closed()));
}

const openers: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  linux: ['xdg-open'], darwin: ['open'], win32: ['cmd', '/c', 'start', ''],
};

function openUsualBrowser(url: string, say: (text: string) => void, failed: () => void): void {
  const [command, ...args] = openers[process.platform] ?? [];
  if (command === undefined) return failed();
  say(`Themework opens in your browser. If no window appears, open this address (it is good for one window): ${url}`);
  say('Ctrl+C ends Themework; everything is saved as you work.');
  spawn(command, [...args, url], { stdio: 'ignore' }).on('error', failed);
}
