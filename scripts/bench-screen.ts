/** The figures of issue 4, in Chromium: from key press to paint on the Code screen, with one question of very many answers. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { startBrowserHost } from '../electron/loopback/main.ts';
import { ensureBuilt } from './build.ts';
import { findChromium } from './chromium.ts';
import { built, version } from './paths.ts';
import { seedProject } from './seed.ts';

type Report = (what: string, figure: string) => void;
/** What one project gave: milliseconds by what was done; `longest`: the longest task of the page while working. */
interface Figures { answers: number; firstPaint: number; keys: Map<string, number[]>; longest: number }

/** Answers in the seeded projects, each with five codings, and rounds of work in each. */
const projects = [{ answers: 1_000, rounds: 30 }, { answers: 10_000, rounds: 60 }, { answers: 100_000, rounds: 20 }] as const;
/** Milliseconds between two keys: a quick hand. What a command asks anew in the meantime counts against the next key. */
const pause = 150;

/** Tells each figure to `report` as a table, one column a project; projects are written into `folder`, which the caller removes. */
export async function benchScreen(folder: string, report: Report, sizes: readonly { answers: number; rounds: number }[] = projects): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === undefined) return report('the Code screen in a browser', 'left out: there is no Chromium here');
  await ensureBuilt();
  const all: Figures[] = [];
  for (const { answers, rounds } of sizes) all.push(await measure(folder, executablePath, answers, rounds));
  const row = (what: string, cell: (figures: Figures) => string) => report(what, all.map((figures) => cell(figures).padStart(18)).join(''));
  row('the Code screen in Chromium: answers, with 5 codings each', ({ answers }) => answers.toLocaleString('en'));
  row('first paint (aim: under 1 s at 10,000)', ({ firstPaint }) => milliseconds(firstPaint));
  for (const what of all[0]?.keys.keys() ?? []) {
    row(`${what}: to paint, p50 / p95`, ({ keys }) => {
      const times = keys.get(what) ?? [];
      return `${milliseconds(quantile(times, 0.5))} / ${milliseconds(quantile(times, 0.95))}`;
    });
  }
  row('longest task while working (nothing freezes)', ({ longest }) => milliseconds(longest));
}

async function measure(folder: string, executablePath: string, answers: number, rounds: number): Promise<Figures> {
  const file = path.join(folder, `screen-${answers}.themework`);
  await seedProject(file, { answers });
  const dataFolder = path.join(folder, `data-${answers}`);
  mkdirSync(dataFolder, { recursive: true });
  const host = await startBrowserHost({ root: built.page, version, sample: () => Promise.reject(new Error('The bench needs no sample study.')), port: 0, dataFolder, projectsFolder: folder, file });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(60_000);
    await page.goto(host.url);
    await page.locator('.rail').waitFor();
    await page.keyboard.press('Control+2');
    const paint = await firstPaint(page);
    await page.evaluate(watchKeys);
    const keys = await work(page, rounds);
    return { answers, firstPaint: paint, keys, longest: await page.evaluate(() => globalThis.benchLongest()) };
  } finally {
    await browser.close();
    await host.close();
  }
}

/** Codes answer after answer with the keyboard, and gives what each kind of key took. */
async function work(page: Page, rounds: number): Promise<Map<string, number[]>> {
  const figures = new Map<string, number[]>();
  const keep = (what: string, time: number) => figures.set(what, [...(figures.get(what) ?? []), time]);
  const measured = async (what: string, key: string, sign: Sign) => keep(what, await press(page, key, sign));
  // The first code comes from the palette; from then on 1 stands for it.
  for (const [key, sign] of [['j', 'moved'], ['Shift+ArrowRight', 'chosen'], ['c', 'palette'], ['Enter', 'coded']] as const) await press(page, key, sign);
  for (let round = 0; round < rounds; round++) {
    await measured('next answer', 'j', 'moved');
    for (let words = 0; words <= round % 4; words++) await measured('select another word', 'Shift+ArrowRight', 'chosen');
    if (round % 3 === 0) {
      await measured('open the palette', 'c', 'palette');
      await page.keyboard.press('Escape');
      await page.waitForTimeout(pause);
    }
    await measured('apply a recent code', '1', 'coded');
  }
  for (let round = 0; round < rounds; round++) {
    keep('scroll a screen', await page.evaluate(() => globalThis.benchScroll()));
    await page.waitForTimeout(pause / 3);
  }
  return figures;
}

const quantile = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;

/** Milliseconds from loading the page anew, as after opening the program, until answers stand on it. */
async function firstPaint(page: Page): Promise<number> {
  await page.locator('[role="feed"] article').first().waitFor();
  await page.waitForTimeout(1_500);
  await page.reload({ waitUntil: 'commit' });
  await page.locator('[role="feed"] article').first().waitFor();
  const time = await page.evaluate(() => new Promise<number>((done) => requestAnimationFrame(() => done(performance.now()))));
  await page.waitForTimeout(1_500);
  return time;
}

type Sign = 'moved' | 'chosen' | 'palette' | 'coded';
declare global {
  var benchKey: (sign: Sign) => void;
  var benchTime: Promise<number>;
  var benchScroll: () => Promise<number>;
  var benchLongest: () => number;
}

/** Runs in the page: `benchScroll` moves down by a screen and waits until answers stand there; `benchLongest` gives the longest task so far; `benchKey` readies `benchTime`, the time from the next key press until the first frame that shows what the key was for is painted. */
function watchKeys(): void {
  const current = () => document.querySelector<HTMLElement>('.resp.is-current');
  const state: Record<Sign, () => string> = {
    moved: () => current()?.dataset.item ?? '',
    chosen: () => current()?.querySelector<HTMLElement>('.data')?.style.background ?? '',
    palette: () => String(document.activeElement?.getAttribute('role')),
    coded: () => String(current()?.querySelectorAll('[data-coding]').length),
  };
  let longest = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) longest = Math.max(longest, entry.duration); }).observe({ type: 'longtask' });
  globalThis.benchLongest = () => longest;
  /** A message that arrives after the next frame was painted. */
  const afterPaint = (done: () => void) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(null);
  });
  globalThis.benchScroll = () => {
    const reader = document.querySelector('.reader');
    const box = reader?.getBoundingClientRect();
    if (!reader || !box) return Promise.reject(new Error('nothing to scroll'));
    return new Promise((done) => {
      const began = performance.now();
      reader.scrollTop += box.height;
      const look = () => {
        const there = [0.15, 0.5, 0.85].every((share) => document.elementFromPoint(box.left + 200, box.top + box.height * share)?.closest('.reader-row'));
        if (!there && performance.now() - began < 10_000) return requestAnimationFrame(look);
        return afterPaint(() => done(performance.now() - began));
      };
      requestAnimationFrame(look);
    });
  };
  globalThis.benchKey = (sign) => {
    const before = state[sign]();
    globalThis.benchTime = new Promise((done, fail) => {
      document.addEventListener('keydown', (event) => {
        const began = event.timeStamp;
        const look = () => {
          if (performance.now() - began > 10_000) return fail(new Error(`${event.key} did nothing: ${sign} stayed ${before}`));
          if (state[sign]() === before) return requestAnimationFrame(look);
          // This message comes after the frame was painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(performance.now() - began);
          return port2.postMessage(null);
        };
        requestAnimationFrame(look);
      }, { capture: true, once: true });
    });
  };
}

async function press(page: Page, key: string, sign: Sign): Promise<number> {
  // A page that is still busy with what came before listens once that is done, and then gets its key.
  await page.evaluate((each) => globalThis.benchKey(each), sign);
  await page.keyboard.press(key);
  const time = await page.evaluate(() => globalThis.benchTime);
  await page.waitForTimeout(pause);
  return time;
}
