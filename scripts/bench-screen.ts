/** The figures of issue 4, in Chromium: from key press to paint on the Code screen, with one question of very many answers. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { createCore } from '../electron/core/core.ts';
import { startBrowserHost } from '../electron/loopback/main.ts';
import { generateAnswers, generateCodings } from '../fixtures/generate.ts';
import { ask, fileOf, surveyCsv } from '../fixtures/testing.ts';
import { ensureBuilt } from './build.ts';
import { findChromium } from './chromium.ts';
import { built, version } from './paths.ts';

interface Sizes { answers: number; codings: number; codes: number; rounds: number }
const usual: Sizes = { answers: 10_000, codings: 50_000, codes: 150, rounds: 60 };
/** Milliseconds between two keys: a quick hand. What a command asks anew in the meantime counts against the next key. */
const pause = 150;

/** Tells each figure to `report`; the project is written into `folder`, which the caller removes. */
export async function benchScreen(folder: string, report: (what: string, figure: string) => void, { answers, codings, codes, rounds }: Sizes = usual): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === undefined) return report('the Code screen in a browser', 'left out: there is no Chromium here');
  const { chromium } = await import('playwright-core');
  await ensureBuilt();
  const file = path.join(folder, 'screen.themework');
  await seed(file, answers, codings, codes);
  const dataFolder = path.join(folder, 'data');
  mkdirSync(dataFolder, { recursive: true });
  const host = await startBrowserHost({ root: built.page, version, sample: () => Promise.reject(new Error('The bench needs no sample study.')), port: 0, dataFolder, projectsFolder: folder, file });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(20_000);
    await page.goto(host.url);
    await page.locator('.rail').waitFor();
    await page.keyboard.press('Control+2');
    report(`first paint of the Code screen: ${answers.toLocaleString('en')} answers, ${codings.toLocaleString('en')} codings`, milliseconds(await firstPaint(page)));
    await page.evaluate(watchKeys);
    for (const [key, times] of await work(page, rounds)) report(`${key}: key to paint, p50 / p95 of ${times.length}`, `${milliseconds(quantile(times, 0.5))} / ${milliseconds(quantile(times, 0.95))}`);
  } finally {
    await browser.close();
    await host.close();
  }
}

/** Codes answer after answer with the keyboard, and gives what each kind of key took. */
async function work(page: Page, rounds: number): Promise<Map<string, number[]>> {
  const figures = new Map<string, number[]>();
  const measured = async (what: string, key: string, sign: Sign) => {
    const time = await press(page, key, sign);
    figures.set(what, [...(figures.get(what) ?? []), time]);
  };
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
  return figures;
}

const quantile = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;

async function seed(file: string, people: number, codings: number, codes: number): Promise<void> {
  const answers = generateAnswers(people, 1);
  const core = createCore(file, 'Bench');
  await ask(core, 'survey.import', fileOf('survey.csv', surveyCsv(['What do you think, and why?'], answers)));
  // Into the question's own analysis.
  await ask(core, 'coding.import', fileOf('codings.csv', generateCodings(answers, codings, codes).replaceAll(',Everything', ',')));
  core.close();
}

/** Milliseconds from loading the page anew, as after opening the program, until answers stand on it. */
async function firstPaint(page: Page): Promise<number> {
  await page.waitForTimeout(1_500);
  await page.reload({ waitUntil: 'commit' });
  await page.locator('[role="feed"] article').first().waitFor();
  const time = await page.evaluate(() => new Promise<number>((done) => requestAnimationFrame(() => done(performance.now()))));
  await page.waitForTimeout(1_500);
  return time;
}

type Sign = 'moved' | 'chosen' | 'palette' | 'coded';
declare global {
  var benchKey: (sign: Sign) => Promise<number>;
}

/** Runs in the page: `benchKey` gives the time from the next key press until the first frame that shows what the key was for is painted. */
function watchKeys(): void {
  const current = () => document.querySelector<HTMLElement>('.resp.is-current');
  const state: Record<Sign, () => string> = {
    moved: () => current()?.dataset.item ?? '',
    chosen: () => [...(CSS.highlights.get('chosen') ?? [])].map((range) => range.toString()).join(),
    palette: () => String(document.activeElement?.getAttribute('role')),
    coded: () => String(current()?.querySelectorAll('[data-coding]').length),
  };
  globalThis.benchKey = (sign) => {
    const before = state[sign]();
    return new Promise((done, fail) => {
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
  const measured = page.evaluate((each) => globalThis.benchKey(each), sign);
  await page.waitForTimeout(20);
  await page.keyboard.press(key);
  const time = await measured;
  await page.waitForTimeout(pause);
  return time;
}
