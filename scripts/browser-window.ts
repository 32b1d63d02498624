import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { defaultDataFolder } from '../electron/loopback/main.ts';
import { findChromium } from './chromium.ts';

/**
 * Opens the workbench in a window of its own (Chromium, Chrome or Edge with a separate profile) and stops with it, or else in
 * the usual browser. False where neither could be started.
 */
export function openWindow(host: { url: string; newUrl(): string }, say: (text: string) => void, stop: () => void): boolean {
  const chromium = findChromium();
  if (chromium !== undefined) {
    say('Themework opens in a window of its own; closing that window ends it.');
    const profile = path.join(defaultDataFolder(), 'browser-window');
    mkdirSync(profile, { recursive: true });
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const window = spawn(chromium, [`--app=${host.url}`, `--user-data-dir=${profile}`, '--window-size=1280,820', '--no-first-run', '--no-default-browser-check', '--disable-sync', '--disable-background-networking', ...asRoot], { stdio: 'ignore' });
    window.on('error', () => openUsualBrowser(host.newUrl(), say));
    window.on('exit', stop);
    return true;
  }
  return openUsualBrowser(host.url, say);
}

const openers: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  linux: ['xdg-open'], darwin: ['open'], win32: ['cmd', '/c', 'start', ''],
};

function openUsualBrowser(url: string, say: (text: string) => void): boolean {
  const [command, ...args] = openers[process.platform] ?? [];
  if (command === undefined) return false;
  say(`Themework opens in your browser. If no window appears, open this address (it is good for one window): ${url}`);
  say('Ctrl+C ends Themework; everything is saved as you work.');
  spawn(command, [...args, url], { stdio: 'ignore' }).on('error', () => say('The browser could not be started.'));
  return true;
}
