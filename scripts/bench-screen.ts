/** The figures of issue 4, in Chromium: from key press to paint on the Code screen, in a question of 10,000 answers with 50,000 codings. */
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

/** Writes each figure with `report`; `folder` holds the project and is removed by the caller. */
export async function benchScreen(folder: string, report: (what: string, figure: string) => void, { answers, codings, codes, rounds }: Sizes = usual): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === undefined) return report('the Code screen in a browser', 'left out: there is no Chromium here');
  const { chromium } = await import('playwright-core');
  await ensureBuilt();
  const file = path.join(folder, 'screen.themework');
  await seed(file, answers, codings, codes);
  const data = path.join(folder, 'data');
  mkdirSync(data, { recursive: true });
  const host = await startBrowserHost({ root: built.page, version, sample: () => Promise.reject(new Error('The bench needs no sample study.')), port: 0, dataFolder: data, projectsFolder: folder, file });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const what = `${answers.toLocaleString('en')} answers, ${codings.toLocaleString('en')} codings`;
    await page.goto(host.url);
    await page.locator('.rail').waitFor();
    await page.keyboard.press('Control+2');
    report(`first paint of the Code screen, ${what}`, milliseconds(await firstPaint(page)));
    await page.evaluate(watchKeys);
    if (process.env.DBG) page.on("console", (m) => console.log(m.text()));
    const figures: Record<string, number[]> = { 'next answer': [], 'select a word': [], 'open the palette': [], 'apply a recent code': [] };
    // The first code of the session comes from the palette; from then on 1 stands for it.
    await press(page, 'j', 'moved');
    await press(page, 'Shift+ArrowRight', 'painted');
    await press(page, 'c', 'palette');
    await press(page, 'Enter', 'coded');
    for (let round = 0; round < rounds; round++) {
      figures['next answer']?.push(await press(page, 'j', 'moved'));
      for (let words = 0; words <= round % 4; words++) figures['select a word']?.push(await press(page, 'Shift+ArrowRight', 'painted'));
      if (round % 3 === 0) {
        figures['open the palette']?.push(await press(page, 'c', 'palette'));
        await page.keyboard.press('Escape');
        await page.waitForTimeout(pause);
      }
      figures['apply a recent code']?.push(await press(page, '1', 'coded'));
    }
    for (const [key, times] of Object.entries(figures)) report(`${key}, key to paint, p50 / p95 of ${times.length}`, `${milliseconds(quantile(times, 0.5))} / ${milliseconds(quantile(times, 0.95))}`);
  } finally {
    await browser.close();
    await host.close();
  }
}

const quantile = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;

async function seed(file: string, people: number, codings: number, codes: number): Promise<void> {
  const answers = generateAnswers(people, 1);
  const core = createCore(file, 'Bench');
  await ask(core, 'survey.import', fileOf('survey.csv', surveyCsv(['What do you think, and why?'], answers)));
  await ask(core, 'coding.import', fileOf('codings.csv', generateCodings(answers, codings, codes).replaceAll(',Everything', ',')));
  core.close();
}

/** Loads the page anew, as after opening the program, and waits for answers to stand on it. */
async function firstPaint(page: Page): Promise<number> {
  await page.waitForTimeout(1_500);
  await page.reload();
  await page.locator('[role="feed"] article').first().waitFor();
  const time = await page.evaluate(() => new Promise<number>((done) => requestAnimationFrame(() => done(performance.now()))));
  await page.waitForTimeout(1_500);
  return time;
}

type Sign = 'moved' | 'painted' | 'palette' | 'coded';
declare global {
  var benchKey: (sign: Sign) => Promise<number>;
}

/** Runs in the page: the time from the next key press to the first frame that shows what the key was for. */
function watchKeys(): void {
  const current = () => document.querySelector<HTMLElement>('.resp.is-current');
  const chosen = () => [...(CSS.highlights.get('chosen') ?? [])].map((range) => range.toString()).join();
  const marks = () => current()?.querySelectorAll('[data-coding]').length ?? 0;
  const state = { moved: () => current()?.dataset.item ?? '', painted: chosen, palette: () => String(document.activeElement?.getAttribute('role') === 'combobox'), coded: () => String(marks()) };
  globalThis.benchKey = (sign) => {
    const before = state[sign]();
    return new Promise((done, fail) => {
      document.addEventListener('keydown', (event) => {
        const began = event.timeStamp;
        const look = () => {
          if (performance.now() - began > 10_000) return fail(new Error(`${event.key} did nothing: ${sign} stayed ${before}`));
          if (state[sign]() === before) return requestAnimationFrame(look);
          // The message comes after the frame was painted.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(performance.now() - began);
          return requestAnimationFrame(() => port2.postMessage(null));
        };
        requestAnimationFrame(look);
      }, { capture: true, once: true });
    });
  };
}

async function press(page: Page, key: string, sign: Sign): Promise<number> {
  if (process.env.DBG) console.log(key, sign);
  const measured = page.evaluate((each) => globalThis.benchKey(each), sign);
  await page.waitForTimeout(20);
  await page.keyboard.press(key);
  const time = await measured;
  await page.waitForTimeout(pause);
  return time;
}
