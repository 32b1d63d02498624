import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { built } from '../../scripts/paths.ts';
import { noBrowser, openWorkbench, type Window } from './testing.ts';

/** The browser window on the loopback host: what is different from the desktop program. */

let window: Window;
beforeAll(async () => {
  if (!noBrowser) window = await openWorkbench();
});
afterAll(async () => {
  if (!noBrowser) await window.close();
});

test.skipIf(noBrowser)('the launch secret leaves the address bar, and the sample study opens', async () => {
  const { page, host, folder } = window;
  await page.getByRole('button', { name: /Open sample study/ }).click();
  await expect.poll(() => host.workbench.project?.sample).toBe(true);
  expect(existsSync(path.join(folder, 'projects', 'Sample study.themework'))).toBe(true);
  expect(page.url()).toBe(`${host.origin}/`);
});

test.skipIf(noBrowser)('the page is built as users get it, without what React brings for developers', () => {
  const folder = path.join(built.page, 'assets');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.filter((name) => readFileSync(path.join(folder, name), 'utf8').includes('jsxDEV'))).toEqual([]);
});

test.skipIf(noBrowser)('a reload keeps the session and the project', async () => {
  const { page, host } = window;
  await page.reload();
  await page.getByText(host.workbench.project?.title ?? '').first().waitFor();
});

test.skipIf(noBrowser)('a change made elsewhere shows at once', async () => {
  const { page, host } = window;
  await host.workbench.call('project.update', { title: 'Renamed from outside' });
  await page.getByText('Renamed from outside').first().waitFor();
});

test.skipIf(noBrowser)('an address that was used opens nothing', async () => {
  const { context, host } = window;
  const stranger = await context.newPage();
  const answers: number[] = [];
  stranger.on('response', (response) => {
    if (response.url().endsWith('/session')) answers.push(response.status());
  });
  await stranger.goto(host.url);
  await expect.poll(() => answers).toContain(403);
  await stranger.close();
});

test.skipIf(noBrowser)('nothing was refused by the policy, and nothing left the computer', () => {
  expect(window.troubles).toEqual([]);
});
