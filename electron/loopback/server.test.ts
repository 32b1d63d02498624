import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BrowserHost, startBrowserHost } from './main.ts';
import { startLoopback } from './server.ts';

let folder: string;
let host: BrowserHost;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'themework-loopback-'));
  mkdirSync(path.join(folder, 'page', 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'page', 'index.html'), '<!doctype html><title>Themework</title>');
  writeFileSync(path.join(folder, 'page', 'assets', 'index-a_B1.js'), 'export {};');
  writeFileSync(path.join(folder, 'secret.txt'), 'not for the page');
  host = await startBrowserHost({ root: path.join(folder, 'page'), version: '1', sample: async () => {}, dataFolder: path.join(folder, 'data'), projectsFolder: path.join(folder, 'projects') });
});
afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer { status: number; headers: http.IncomingHttpHeaders; body: string }

/** A request as any program could send it: every header as given, the path as given. */
function send(method: string, target: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port: host.port, method, path: target, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    request.on('error', reject).end(body);
  });
}

const launchOf = (url: string) => new URL(url).hash.replace('#launch=', '');
const json = () => ({ origin: host.origin, 'content-type': 'application/json' });

async function token(): Promise<string> {
  const answer = await send('POST', '/session', json(), JSON.stringify({ launch: launchOf(host.newUrl()) }));
  return (JSON.parse(answer.body) as { token: string }).token;
}
const call = async (name: string, input: unknown, headers: Record<string, string> = {}) =>
  send('POST', '/call', { ...json(), authorization: `Bearer ${await token()}`, ...headers }, JSON.stringify({ name, input }));

test('the page comes with the strict policy', async () => {
  const page = await send('GET', '/');
  expect(page).toMatchObject({ status: 200, body: '<!doctype html><title>Themework</title>' });
  expect(page.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(page.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-resource-policy': 'same-origin' });
  expect((await send('GET', '/assets/index-a_B1.js')).headers['content-type']).toContain('text/javascript');
});

test('a window exchanges its launch secret once and then calls', async () => {
  const launch = launchOf(host.url);
  const first = await send('POST', '/session', json(), JSON.stringify({ launch }));
  expect(first.status).toBe(200);
  const authorization = `Bearer ${(JSON.parse(first.body) as { token: string }).token}`;
  const made = await send('POST', '/call', { ...json(), authorization }, JSON.stringify({ name: 'workbench.create', input: { title: 'A' } }));
  expect(JSON.parse(made.body)).toMatchObject({ ok: true, value: { title: 'A' } });
  expect((await send('POST', '/session', json(), JSON.stringify({ launch }))).status).toBe(403);
});

test('refusals are answers, not failures of the connection', async () => {
  const answer = await call('project.overview', {});
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { kind: 'refused' } });
});

test.each([
  ['another name for our address', 'GET', '/', { host: 'evil.example' }, 421],
  ['localhost instead of 127.0.0.1', 'GET', '/', { host: 'localhost' }, 421],
  ['a page of another site asking for ours', 'GET', '/', { 'sec-fetch-site': 'cross-site' }, 403],
  ['events without a token', 'GET', '/events', {}, 401],
  ['another method', 'PUT', '/call', {}, 405],
  ['a file outside the page', 'GET', '/../secret.txt', {}, 404],
  ['a file outside the page, escaped', 'GET', '/%2e%2e/secret.txt', {}, 404],
  ['a file outside the page, doubly disguised', 'GET', '/assets/..%2f..%2f..%2fsecret.txt', {}, 404],
  ['a file outside the page, with backslashes', 'GET', '/..%5csecret.txt', {}, 404],
  ['an absolute path', 'GET', '//etc/passwd', {}, 404],
  ['broken escapes', 'GET', '/%ff%', {}, 404],
])('refused: %s', async (_what, method, target, headers, status) => {
  const answer = await send(method, target, headers as Record<string, string>);
  expect(answer.status).toBe(status);
  expect(answer.body).not.toContain('not for the page');
});

test('refused: calls with a wrong token, origin, kind of content or shape', async () => {
  const status = async (headers: Record<string, string>) => (await call('workbench.status', {}, headers)).status;
  expect(await status({ authorization: 'Bearer guess' })).toBe(401);
  expect(await status({ authorization: '' })).toBe(401);
  expect(await status({ origin: 'https://evil.example' })).toBe(403);
  expect(await status({ origin: 'null' })).toBe(403);
  expect(await status({ 'sec-fetch-site': 'same-site' })).toBe(403);
  expect(await status({ 'content-type': 'text/plain' })).toBe(415);
  const authorization = `Bearer ${await token()}`;
  const { origin: _, ...noOrigin } = json();
  expect((await send('POST', '/call', { ...noOrigin, authorization }, '{}')).status).toBe(403);
  expect((await send('POST', '/call', { ...json(), authorization }, 'not json')).status).toBe(400);
  expect((await send('POST', '/call', { ...json(), authorization }, '{"input":1}')).status).toBe(400);
  expect((await send('POST', '/session', json(), '{"launch":"guess"}')).status).toBe(403);
});

test('a file is handed over as its bytes, named in calls, and forgotten', async () => {
  await call('workbench.create', { title: 'A' });
  const authorization = `Bearer ${await token()}`;
  const headers = { origin: host.origin, 'content-type': 'application/octet-stream', authorization };
  const csv = 'Badge,What helped you most?\nB1,My neighbour’s soup\nB2,The library was open late\n';
  const handOver = async () => (JSON.parse((await send('POST', '/file', headers, csv)).body) as { value: string }).value;
  const bytes = { held: await handOver() };
  const size = Buffer.byteLength(csv);
  for (let time = 0; time < 2; time++) expect(JSON.parse((await call('survey.inspect', { fileName: 'a.csv', bytes })).body)).toMatchObject({ ok: true, value: { respondents: 2, file: { size } } });
  expect(JSON.parse((await call('survey.import', { fileName: 'a.csv', bytes })).body)).toMatchObject({ ok: true, value: { participants: 2 } });
  const gone = { ok: false, error: { kind: 'refused', message: expect.stringContaining('Choose it again.') } };
  expect(JSON.parse((await call('survey.inspect', { fileName: 'a.csv', bytes })).body)).toMatchObject(gone);

  const again = { held: await handOver() };
  expect((await send('POST', '/forget', { ...json(), authorization }, JSON.stringify(again))).status).toBe(200);
  expect(JSON.parse((await call('survey.inspect', { fileName: 'a.csv', bytes: again })).body)).toMatchObject(gone);

  // The window closes: its stream ends.
  const stop = new AbortController();
  await fetch(`${host.origin}/events`, { headers: { authorization }, signal: stop.signal });
  const last = { held: await handOver() };
  expect(JSON.parse((await call('survey.inspect', { fileName: 'a.csv', bytes: last })).body)).toMatchObject({ ok: true });
  stop.abort();
  await expect.poll(async () => JSON.parse((await call('survey.inspect', { fileName: 'a.csv', bytes: last })).body) as unknown).toMatchObject(gone);
});

test('refused: files from elsewhere, without a token, of another kind or too large', async () => {
  const headers = { origin: host.origin, 'content-type': 'application/octet-stream', authorization: `Bearer ${await token()}` };
  const status = async (path: string, changed: Record<string, string>) => (await send('POST', path, { ...headers, ...changed }, '{"held":"x"}')).status;
  for (const [path, kind] of [['/file', 'application/octet-stream'], ['/forget', 'application/json']] as const) {
    const own = { 'content-type': kind };
    expect(await status(path, own), path).toBe(200);
    expect(await status(path, { ...own, authorization: 'Bearer guess' }), path).toBe(401);
    expect(await status(path, { ...own, authorization: '' }), path).toBe(401);
    expect(await status(path, { ...own, origin: 'https://evil.example' }), path).toBe(403);
    expect(await status(path, { ...own, origin: 'null' }), path).toBe(403);
    expect(await status(path, { ...own, host: 'evil.example' }), path).toBe(421);
    expect(await status(path, { ...own, 'sec-fetch-site': 'cross-site' }), path).toBe(403);
    expect(await status(path, { 'content-type': kind === 'application/json' ? 'application/octet-stream' : 'application/json' }), path).toBe(415);
    expect(await status(path, { 'content-type': 'text/plain' }), path).toBe(415);
  }
  // Calls are JSON, and a body of bytes is none.
  expect(await status('/call', {})).toBe(415);
  const small = await startLoopback(host.workbench, { root: path.join(folder, 'page'), limit: 1024 * 1024 });
  const session = await fetch(`${small.origin}/session`, { method: 'POST', headers: { origin: small.origin, 'content-type': 'application/json' }, body: JSON.stringify({ launch: launchOf(small.url) }) });
  const { token: bearer } = (await session.json()) as { token: string };
  const large = await fetch(`${small.origin}/file`, { method: 'POST', headers: { ...headers, origin: small.origin, authorization: `Bearer ${bearer}` }, body: new Uint8Array(2 * 1024 * 1024) });
  expect(large.status).toBe(413);
  expect(await large.json()).toMatchObject({ ok: false, error: { kind: 'refused', message: expect.stringContaining('1 MB') } });
  await small.close();
});

test('how far a long task is goes to every window, on the stream of changes', async () => {
  await call('workbench.create', { title: 'A' });
  const stop = new AbortController();
  const stream = await fetch(`${host.origin}/events`, { headers: { authorization: `Bearer ${await token()}` }, signal: stop.signal });
  const rows = Array.from({ length: 20_000 }, (_, row) => `B${row},My neighbour came by with soup and the number ${row}`);
  const imported = call('survey.import', { fileName: 'large.csv', bytes: Buffer.from(['Badge,What helped you most?', ...rows].join('\n')).toString('base64') });
  let heard = '';
  const decoder = new TextDecoder();
  for await (const piece of stream.body as unknown as AsyncIterable<Uint8Array>) {
    heard += decoder.decode(piece, { stream: true });
    if (heard.includes('"over":true')) break;
  }
  stop.abort();
  expect(heard).toMatch(/data: \{"task":\d+,"words":"Bringing in answers","done":\d+,"total":\d+,"unit":"\w+","over":false\}\n\n/);
  expect(JSON.parse((await imported).body)).toMatchObject({ ok: true, value: { participants: 20_000 } });
});

test('refused: a body over the limit, with a sentence', async () => {
  const small = await startLoopback(host.workbench, { root: path.join(folder, 'page'), limit: 1024 * 1024 });
  const answer = await fetch(`${small.origin}/session`, { method: 'POST', headers: { origin: small.origin, 'content-type': 'application/json' }, body: JSON.stringify({ launch: launchOf(small.url) }) });
  const { token: bearer } = (await answer.json()) as { token: string };
  const large = await fetch(`${small.origin}/call`, { method: 'POST', headers: { origin: small.origin, 'content-type': 'application/json', authorization: `Bearer ${bearer}` }, body: JSON.stringify({ name: 'x', input: 'y'.repeat(2 * 1024 * 1024) }) });
  expect(large.status).toBe(413);
  expect(await large.json()).toMatchObject({ ok: false, error: { kind: 'refused', message: expect.stringContaining('1 MB') } });
  await small.close();
});

test('word of every commit arrives as an event', async () => {
  const stream = await fetch(`${host.origin}/events`, { headers: { authorization: `Bearer ${await token()}` } });
  expect(stream.headers.get('content-type')).toBe('text/event-stream');
  await call('workbench.create', { title: 'A' });
  await call('project.update', { title: 'B' });
  let text = '';
  for await (const part of stream.body as ReadableStream<Uint8Array>) {
    text += Buffer.from(part).toString('utf8');
    if (text.includes('"project"')) break;
  }
  expect(text).toContain('data: {"operationId":null,"tables":"everything"}\n\n');
  expect(text).toMatch(/data: \{"operationId":\d+,"tables":\[.*"project".*\]\}\n\n/);
});

test('the port of last time is used again; a second program beside it takes another', async () => {
  const options = { root: path.join(folder, 'page'), version: '1', sample: async () => {}, dataFolder: path.join(folder, 'data'), projectsFolder: path.join(folder, 'projects') };
  const beside = await startBrowserHost(options);
  expect(beside.port).not.toBe(host.port);
  await beside.close();
  const { port } = host;
  await host.close();
  host = await startBrowserHost(options);
  expect(host.port).toBe(port);
});

test('addresses that are none get no more than a status', async () => {
  for (const target of ['//', 'http://[/', '/%', '*']) expect((await send('GET', target)).status, target).toBe(404);
});
