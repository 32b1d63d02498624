/**
 * `npm start [-- FILE] [--browser] [--no-window] [--port N]`: builds what is out of date and opens the workbench: as the
 * desktop program where the Electron runtime can be had, otherwise in a browser window; without a display the address is printed.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '../shared/errors.ts';
import { startBrowserHost } from '../electron/loopback/main.ts';
import { openWindow } from './browser-window.ts';
import { ensureBuilt } from './build.ts';
import { electronRuntime } from './electron-runtime.ts';
import { built, root, version } from './paths.ts';
import { writeSample } from './sample.ts';

const say = (text: string) => process.stderr.write(`${text}\n`);
const { values: options, positionals } = readArguments();
const port = options.port === undefined ? undefined : Number(options.port);
if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) wrongUsage(`“${options.port}” is no port; a port is a number up to 65535.`);
const file = options.project ?? positionals[0];
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

await ensureBuilt();
const runtime = hasDisplay && !options.browser && !options['no-window'] ? await electronRuntime(say) : undefined;
if (runtime !== undefined) startDesktop(runtime);
else await startInBrowser();

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { browser: { type: 'boolean', default: false }, 'no-window': { type: 'boolean', default: false }, port: { type: 'string' }, project: { type: 'string' } },
    });
  } catch (error) {
    return wrongUsage(error instanceof Error ? error.message : String(error));
  }
}

function wrongUsage(sentence: string): never {
  say(sentence);
  say('npm start [-- FILE] [--browser] [--no-window] [--port NUMBER]');
  process.exit(2);
}

function startDesktop(electron: string): void {
  // Chromium refuses to run sandboxed as root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(electron, [...asRoot, root, ...(file === undefined ? [] : [path.resolve(file)])], { stdio: 'inherit' });
  child.on('exit', (code) => process.exit(code ?? 0));
}

async function startInBrowser(): Promise<void> {
  const host = await startBrowserHost({ root: built.page, version, sample: writeSample, file, ...(port === undefined ? {} : { port }) }).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    say(error.message);
    process.exit(1);
  });
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void host.close().finally(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const offerAddress = () => {
    say('Themework is running. Open this address in a browser on this computer (it is good for one window):');
    process.stdout.write(`${host.newUrl()}\n`);
    say('Ctrl+C ends Themework; everything is saved as you work.');
    offerMoreAddresses(() => process.stdout.write(`${host.newUrl()}\n`));
  };
  if (!hasDisplay || options['no-window']) offerAddress();
  else openWindow(host, { say, closed: stop, failed: offerAddress });
}

/** At a terminal, Enter prints an address for another window. */
function offerMoreAddresses(print: () => void): void {
  if (!process.stdin.isTTY) return;
  say('Enter prints a new address.');
  process.stdin.on('data', print);
}
