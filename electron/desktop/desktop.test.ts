import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureBuilt } from '../../scripts/build.ts';
import { ensureChromium } from '../../scripts/chromium.ts';
import { built } from '../../scripts/paths.ts';
import type { Result } from '../../shared/errors.ts';
import { Program } from './stand-in/program.ts';

/** The built main and preload, unmodified, on a stand-in for `electron`: the real runtime cannot be had everywhere. */

interface Look { errors: string[]; downloads: string[]; cancelled: string[]; prevented: string[]; opened: string[]; menu: { label?: string; submenu?: { role?: string; label?: string }[] }[]; url: string; windows: number; sandboxed: boolean; visible: boolean; options: { minWidth: number; minHeight: number } }

const chromium = ensureChromium();
const home = mkdtempSync(path.join(tmpdir(), 'themework-desktop-'));
const projects = path.join(home, 'home', 'Themework');
let program: Program;

beforeAll(async () => {
  if (!chromium) return;
  await ensureBuilt();
  mkdirSync(path.join(home, 'userData'), { recursive: true });
  program = await Program.start(built.main, { home, chromium });
}, 180_000);

afterAll(async () => {
  if (chromium) await program.quit();
  rmSync(home, { recursive: true, force: true });
});

const look = () => program.ask<Look>({ do: 'look' });
const call = (name: string, input: unknown) => program.page<Result<unknown>>(`window.themework.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`);
const it = (name: string, run: () => Promise<void>) => test(name, async ({ skip }) => {
  if (!chromium) skip('there is no Chromium on this computer');
  await run();
});

it('opens one sandboxed window with the page', async () => {
  await expect.poll(async () => (await look()).visible, { timeout: 20_000 }).toBe(true);
  expect(await look()).toMatchObject({ windows: 1, sandboxed: true, visible: true, errors: [], options: { minWidth: 1100, minHeight: 700 } });
  expect(await program.page('document.title')).toContain('Themework');
  await expect.poll(() => program.page('document.getElementById("root").children.length')).toBeGreaterThan(0);
});

it('calls reach the core and every change comes back', async () => {
  await program.page('window.changes = []; window.stop = window.themework.onChanged((change) => window.changes.push(change)); 0');
  expect(await call('workbench.status', {})).toMatchObject({ ok: true, value: { host: 'desktop', project: null } });
  await program.ask({ do: 'answer', answer: { filePath: path.join(home, 'study') } });
  expect(await call('workbench.create', { title: 'A study' })).toMatchObject({ ok: true, value: { fileName: 'study.themework' } });
  expect(await call('project.update', { title: 'Another' })).toMatchObject({ ok: true, value: { title: 'Another' } });
  await expect.poll(() => program.page('window.changes')).toEqual([{ operationId: null, tables: 'everything' }, { operationId: expect.any(Number), tables: expect.arrayContaining(['project']) }]);
  await program.page('window.stop(); 0');
  await call('project.update', { title: 'A third' });
  expect(await program.page('window.changes.length')).toBe(2);
});

it('errors arrive as data', async () => {
  expect(await call('project.update', { colour: 'red' })).toMatchObject({ ok: false, error: { kind: 'invalid' } });
  expect(await call('no.such', {})).toMatchObject({ ok: false, error: { kind: 'invalid' } });
});

it('opens the sample study that was built', async () => {
  expect(await call('workbench.openSample', {})).toMatchObject({ ok: true, value: { sample: true, fileName: 'Sample study.themework' } });
  expect(existsSync(path.join(projects, 'Sample study.themework'))).toBe(true);
});

it('a large import runs beside the program, and says how far it is', async () => {
  await program.page('window.said = []; window.silence = window.themework.onProgress((progress) => window.said.push(progress)); 0');
  const imported = await program.page<Result<unknown>>(`window.themework.call('survey.import', { fileName: 'large.csv', bytes: btoa('Badge,What helped you most?\\n' + Array.from({ length: 20000 }, (_, row) => 'B' + row + ',My neighbour came by with soup and the number ' + row).join('\\n')) })`);
  expect(imported).toMatchObject({ ok: true, value: { participants: 20_000 } });
  await expect.poll(() => program.page<{ words: string; over: boolean }[]>('window.said')).toContainEqual(expect.objectContaining({ words: 'Bringing in answers', over: false }));
  await program.page('window.silence(); 0');
  expect(await call('history.undo', {})).toMatchObject({ ok: true });
});

it('a file is handed over once, named in calls, and forgotten', async () => {
  const text = 'Badge,What helped you most?\\nC1,My neighbour came by\\nC2,The library was open late';
  const held = await program.page<Result<string>>(`window.themework.hold(new TextEncoder().encode('${text}'))`);
  const bytes = { held: held.ok ? held.value : '' };
  for (let time = 0; time < 2; time++) expect(await call('survey.inspect', { fileName: 'few.csv', bytes })).toMatchObject({ ok: true, value: { respondents: 2 } });
  expect(await program.page(`window.themework.forget('${bytes.held}')`)).toMatchObject({ ok: true });
  expect(await call('survey.inspect', { fileName: 'few.csv', bytes })).toMatchObject({ ok: false, error: { message: expect.stringContaining('Choose it again.') } });
  expect(await program.page(`window.themework.hold('no bytes')`)).toMatchObject({ ok: false });
});

it('answers no other sender', async () => {
  const refused = { ok: false, error: { kind: 'refused' } };
  const from = (senderFrame: { origin: string; parent: object | null } | null, channel = 'call', args: unknown[] = ['workbench.status', {}]) => program.ask({ do: 'ipc', channel, senderFrame, args });
  expect(await from({ origin: 'https://evil.example', parent: null })).toMatchObject(refused);
  expect(await from({ origin: 'app://themework.evil', parent: null })).toMatchObject(refused);
  expect(await from({ origin: 'app://themework', parent: {} })).toMatchObject(refused);
  expect(await from(null)).toMatchObject(refused);
  expect(await from({ origin: 'https://evil.example', parent: null }, 'hold', ['bytes'])).toMatchObject(refused);
  expect(await from({ origin: 'app://themework', parent: {} }, 'forget', ['word'])).toMatchObject(refused);
  expect(await from({ origin: 'app://themework', parent: null })).toMatchObject({ ok: true });
  expect(await from({ origin: 'app://themework', parent: null }, 'forget', ['word'])).toMatchObject({ ok: true });
});

it('the page sees five functions and nothing of Node', async () => {
  expect(await program.page('[typeof require, typeof process, typeof module, typeof ipcRenderer, typeof Buffer]')).toEqual(Array(5).fill('undefined'));
  expect(await program.page('Object.keys(window.themework).sort()')).toEqual(['call', 'forget', 'hold', 'onChanged', 'onProgress']);
  expect(await program.page('(() => { "use strict"; try { window.themework = 1; return "replaced"; } catch { return "kept"; } })()')).toBe('kept');
});

it('the policy forbids eval, inline scripts and other addresses', async () => {
  await program.page('window.violations = []; document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.effectiveDirective)); 0');
  // Code handed over by the debugger may evaluate; a function that the page calls later may not.
  await program.page('new Promise((done) => setTimeout(() => { try { window.evaluated = (0, eval)("1 + 1"); } catch { window.evaluated = "blocked"; } done(); }, 0))');
  expect(await program.page('window.evaluated')).toBe('blocked');
  await program.page('(() => { const script = document.createElement("script"); script.textContent = "window.ran = true"; document.body.append(script); return 0; })()');
  expect(await program.page('window.ran')).toBeUndefined();
  expect(await program.page('fetch("https://example.com/").then(() => "sent", () => "blocked")')).toBe('blocked');
  expect(await program.page('window.violations')).toEqual(expect.arrayContaining(['script-src', 'script-src-elem', 'connect-src']));
});

it('every request that would leave the program is cancelled', async () => {
  const cancels = (url: string) => program.ask<boolean>({ do: 'cancels', url });
  for (const url of ['https://example.com/', 'http://127.0.0.1:8080/', 'file:///etc/passwd', 'ws://example.com/', 'app://elsewhere/x.js', 'app://themework.evil/x.js', 'blob:https://example.com/1']) expect(await cancels(url), url).toBe(true);
  for (const url of ['app://themework/index.html', 'blob:app://themework/1', 'data:image/png;base64,AA==']) expect(await cancels(url), url).toBe(false);
});

it('opens no other window and leaves its page for nothing', async () => {
  await program.page('window.open("https://example.com/"); window.open("about:blank"); 0');
  for (const url of ['https://example.com/', 'app://elsewhere/index.html']) {
    await program.page(`location.assign(${JSON.stringify(url.replace('app://elsewhere', 'https://app.elsewhere.stand-in.localhost'))}); 0`).catch(() => undefined);
    await expect.poll(async () => (await look()).prevented).toContain(url);
  }
  expect(await look()).toMatchObject({ windows: 1, opened: [], url: expect.stringMatching(/^https:\/\/app\.themework\./) });
  expect(await call('workbench.status', {})).toMatchObject({ ok: true });
});

it('serves nothing outside the page', async () => {
  const status = (address: string) => program.page(`fetch(${JSON.stringify(address)}).then((response) => response.status, () => 0)`);
  expect(await status('./logo-that-is-not-there.svg')).toBe(404);
  expect(await status('./..%2fdesktop%2fmain.js')).toBe(404);
  expect(await status('./%2e%2e/desktop/main.js')).toBe(404);
});

it('a file made by the page is a download', async () => {
  await program.page('(() => { const link = document.createElement("a"); link.href = URL.createObjectURL(new Blob(["x"])); link.download = "codes.csv"; link.click(); return 0; })()');
  await expect.poll(async () => (await look()).downloads).toEqual(['codes.csv']);
});

it('the menu leaves undo to the workbench', async () => {
  const { menu } = await look();
  const roles = menu.flatMap(({ submenu }) => submenu ?? []).map(({ role }) => role);
  expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'quit']));
  expect(roles).not.toContain('undo');
  expect(roles).not.toContain('redo');
});

it('a second start hands its file over; one that is no project is a sentence', async () => {
  const wrong = path.join(home, 'wrong.themework');
  writeFileSync(wrong, 'no project');
  await program.ask({ do: 'second-instance', argv: ['themework', wrong] });
  await expect.poll(async () => (await look()).errors).toEqual([expect.stringContaining('is not a Themework project')]);
  await program.ask({ do: 'second-instance', argv: ['themework', path.join(home, 'study.themework')] });
  await expect.poll(() => call('workbench.status', {})).toMatchObject({ value: { project: { title: 'A third' } } });
});

it('quitting closes the project', async () => {
  expect(existsSync(path.join(home, 'study.themework-lock'))).toBe(true);
  await program.quit();
  expect(existsSync(path.join(home, 'study.themework-lock'))).toBe(false);
  expect(existsSync(path.join(home, 'study.themework-wal'))).toBe(false);
});
