/** Search as one types, on seeded projects of 10,000 and 100,000 answers of five sentences: in the core, and from key to paint in Chromium. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Page } from 'playwright-core';
import { type Core, createCore, openCore } from '../electron/core/core.ts';
import { startBrowserHost } from '../electron/loopback/main.ts';
import { random } from '../fixtures/generate.ts';
import { ask, fileOf, surveyCsv } from '../fixtures/testing.ts';
import { ensureBuilt } from './build.ts';
import { findChromium } from './chromium.ts';
import { built, version } from './paths.ts';

type Report = (what: string, figure: string) => void;
const sizes = [10_000, 100_000];
/** Milliseconds between two letters: a quick hand. */
const pause = 120;

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const both = (values: readonly number[]) => `${quantile(values, 0.5).toFixed(0)} / ${quantile(values, 0.95).toFixed(0)} ms`;

/** A vocabulary in which few words are frequent and most are rare, as in real answers. */
function vocabulary(next: () => number): () => string {
  const syllables = 'ka lo re mi tu pa den shi or wen bla stra ing ex vo fi na ter qui zo'.split(' ');
  const words = [
    'don’t',
    'café',
    '—',
    'tea',
    'repair',
    ...Array.from({ length: 3_000 }, () => Array.from({ length: 1 + Math.floor(next() * 4) }, () => syllables[Math.floor(next() * syllables.length)]).join('')),
  ];
  return () => words[Math.floor(next() ** 3 * words.length)] ?? 'tea';
}

async function seed(file: string, answers: number): Promise<string> {
  const next = random(7);
  const word = vocabulary(next);
  const sentence = () => `${Array.from({ length: 8 + Math.floor(next() * 12) }, word).join(' ')}.`;
  const rows = Array.from({ length: answers / 5 }, () => Array.from({ length: 5 }, () => Array.from({ length: 5 }, sentence).join(' ')));
  const core = createCore(file, 'Bench');
  await ask(core, 'survey.import', { ...fileOf('survey.csv', surveyCsv(['One?', 'Two?', 'Three?', 'Four?', 'Five?'], rows)), plan: { analyses: 'together' } });
  core.close();
  return file;
}

/** Frequent words, rare ones, several, a phrase, and one that nobody wrote: every beginning of each is a search. */
const typed = ['repair', 'stratuka', 'tea wenlo', '"tea repair"', 'café don’t', 'kakaka', 'xylophone'];
const beginnings = typed.flatMap((text) => Array.from({ length: text.length - 1 }, (_, index) => text.slice(0, index + 2)));

async function benchCore(core: Core, name: string, report: Report): Promise<void> {
  const times: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (const text of beginnings) {
    const start = performance.now();
    await ask(core, 'search.answers', { text, limit: 100 });
    times.push(performance.now() - start);
  }
  delay.disable();
  report(`${name}: first page of hits, p50 / p95 of ${times.length} searches`, both(times));
  report(`${name}: longest time that nothing else was answered meanwhile`, `${(delay.max / 1e6).toFixed(0)} ms`);
  const start = performance.now();
  const { answers } = await ask(core, 'search.count', { text: 'repair' });
  report(`${name}: counting all ${answers.toLocaleString('en')} answers with one word`, `${(performance.now() - start).toFixed(0)} ms`);
}

/** What coding all hits costs: finding the extracts, and the one command; both are taken back. */
async function benchCoding(core: Core, name: string, report: Report): Promise<void> {
  const [analysis] = await ask(core, 'analysis.list', {});
  const into = { analysisId: analysis?.id ?? 0, codes: [{ name: 'Found' }] };
  const began = performance.now();
  const { places } = await ask(core, 'search.extracts', { text: 'tea', extent: 'sentence', into });
  const found = performance.now();
  await ask(core, 'search.codeAll', { ...into, places: places.map(([itemId, start, end]): [number, number, number] => [itemId, start, end]) });
  const coded = performance.now();
  await ask(core, 'history.undo', {});
  report(
    `${name}: coding ${places.length.toLocaleString('en')} sentences: preview / command / undo`,
    `${(found - began).toFixed(0)} / ${(coded - found).toFixed(0)} / ${(performance.now() - coded).toFixed(0)} ms`,
  );
}

/** From each letter to the paint of what it changes in `list`: the answer to the text so far is on screen. */
async function benchTyping(page: Page, field: string, list: string): Promise<number[]> {
  await page.locator(field).waitFor();
  await page.evaluate(
    ([fieldAt, listAt]) => {
      const heard = { at: 0, painted: [] as number[] };
      Object.assign(globalThis, { heard });
      document.querySelector(fieldAt)?.addEventListener('keydown', () => {
        heard.at = performance.now();
      });
      new MutationObserver(() => {
        const since = heard.at;
        if (since === 0) return;
        heard.at = 0;
        requestAnimationFrame(() => setTimeout(() => heard.painted.push(performance.now() - since), 0));
      }).observe(document.querySelector(listAt) ?? document.body, { childList: true, subtree: true, characterData: true });
    },
    [field, list] as const,
  );
  for (const text of typed.filter((each) => /^[a-z ]+$/.test(each))) {
    await page.locator(field).fill('');
    await page.waitForTimeout(pause);
    for (const letter of text) {
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      await page.waitForTimeout(pause);
    }
  }
  await page.waitForTimeout(1_000);
  return page.evaluate(() => (globalThis as unknown as { heard: { painted: number[] } }).heard.painted);
}

export async function benchSearch(folder: string, report: Report): Promise<void> {
  const executablePath = findChromium();
  for (const answers of sizes) {
    const name = `search, ${answers.toLocaleString('en')} answers`;
    const home = path.join(folder, `search-${answers}`);
    mkdirSync(home, { recursive: true });
    const file = await seed(path.join(home, 'search.themework'), answers);
    const core = openCore(file);
    await benchCore(core, name, report);
    await benchCoding(core, name, report);
    core.close();
    if (executablePath === undefined) continue;
    const { chromium } = await import('playwright-core');
    await ensureBuilt();
    const host = await startBrowserHost({
      root: built.page,
      version,
      sample: () => Promise.reject(new Error('The bench needs no sample study.')),
      port: 0,
      dataFolder: home,
      projectsFolder: home,
      file,
    });
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] });
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      page.setDefaultTimeout(30_000);
      await page.goto(host.url);
      // Entering a project ends on its first screen; a key before that would be overtaken.
      await page.locator('[role="feed"] article').first().waitFor();
      await page.keyboard.press('Control+Shift+F');
      const painted = await benchTyping(page, '.se-field input', '[aria-label="Search"]');
      report(`${name}: letter to painted hits, p50 / p95 of ${painted.length}`, both(painted));
      await page.keyboard.press('Control+k');
      const found = await benchTyping(page, '.cp input', '.cp .ls');
      report(`${name}: letter to paint in the palette (Ctrl K), p50 / p95 of ${found.length}`, both(found));
    } finally {
      await browser.close();
      await host.close();
    }
  }
}
