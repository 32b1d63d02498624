import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';
import { type BrowserHost, startBrowserHost } from '../../electron/loopback/main.ts';
import { ask } from '../../fixtures/testing.ts';
import type { InputOf, Name, OutputOf } from '../../shared/contract/index.ts';
import { findChromium } from '../../scripts/chromium.ts';
import { built, version } from '../../scripts/paths.ts';
import { writeSample } from '../../scripts/sample.ts';

/** Why end-to-end tests are left out, or undefined: `test.skipIf(noBrowser)` beside this sentence. */
export const noBrowser: string | undefined = findChromium() ? undefined : 'there is no Chromium on this computer';

/** The built workbench in real Chromium, served by the loopback host, with projects in a folder of its own. */
export interface Window {
  page: Page; context: BrowserContext; host: BrowserHost; folder: string;
  /** What went wrong in the page: errors, refusals of the content policy, requests that left 127.0.0.1. Must stay empty. */
  troubles: string[];
  /** Asks the core behind the window. */
  ask<N extends Name>(name: N, input: InputOf<N>): Promise<OutputOf<N>>;
  close(): Promise<void>;
}

export async function openWorkbench({ width = 1280, height = 820, dark = false, touch = false } = {}): Promise<Window> {
  const folder = mkdtempSync(path.join(tmpdir(), 'themework-e2e-'));
  const host = await startBrowserHost({ root: built.page, version, sample: writeSample, port: 0, dataFolder: path.join(folder, 'data'), projectsFolder: path.join(folder, 'projects') });
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width, height }, acceptDownloads: true, reducedMotion: 'reduce', colorScheme: dark ? 'dark' : 'light', hasTouch: touch });
  const troubles: string[] = [];
  context.on('request', (request) => {
    if (!request.url().startsWith(`${host.origin}/`) && !/^(data|blob):/.test(request.url())) troubles.push(`left the computer: ${request.url()}`);
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  follow(page);
  await slowDown(page);
  await page.goto(host.url);
  return {
    page, context, host, folder, troubles,
    ask: (name, input) => ask(host.workbench, name, input),
    close: async () => {
      await browser.close();
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(noBrowser);
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
}

/** THEMEWORK_SLOWER=6 gives the page a processor six times slower: what only holds on a fast machine shows here first. */
async function slowDown(page: Page): Promise<void> {
  const rate = Number(process.env.THEMEWORK_SLOWER ?? 1);
  if (rate > 1) await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate });
}

/** Waits until the window has nothing more to ask, to draw or to move: no call under way, no animation, two frames drawn. */
export async function atRest(page: Page): Promise<void> {
  for (let calm = 0; calm < 3; ) {
    await page.evaluate(async () => {
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      await document.fonts.ready;
      await Promise.allSettled(document.getAnimations().filter((each) => each.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY).map((each) => each.finished));
      await frame();
      await frame();
    });
    await new Promise((done) => setTimeout(done, 50));
    calm = underWay.get(page)?.size ? 0 : calm + 1;
  }
}

/** Calls that a page has sent and that have not been answered. */
const underWay = new WeakMap<Page, Set<Request>>();

function follow(page: Page): void {
  const calls = new Set<Request>();
  underWay.set(page, calls);
  page.on('request', (request) => { if (request.url().endsWith('/call')) calls.add(request); });
  const over = (request: Request) => void calls.delete(request);
  page.on('requestfinished', over);
  page.on('requestfailed', over);
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Serious and critical findings of axe on what is shown now, as sentences. */
export async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: { id: string; impact: string; help: string; nodes: { target: string[] }[] }[] }> } };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations.filter((each) => each.impact === 'serious' || each.impact === 'critical').map((each) => `${each.id}: ${each.help} (${each.nodes.map((node) => node.target.join(' ')).slice(0, 3).join('; ')})`);
  });
}

/** Presses keys one after the other. */
export async function keys(page: Page, ...pressed: string[]): Promise<void> {
  for (const key of pressed) await page.keyboard.press(key);
}
