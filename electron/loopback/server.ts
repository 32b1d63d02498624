import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import { z } from 'zod';
import type { Change, Progress } from '../../shared/contract/index.ts';
import type { ErrorData, Result } from '../../shared/errors.ts';
import { mimeOf, pageFile, pageHeaders } from '../../shared/page.ts';
import type { Workbench } from '../core/workbench.ts';
import { Guard } from './guard.ts';

export interface LoopbackOptions {
  /** The folder with the built page. */
  root: string;
  /** 0 (the rule) takes any free port; another one is tried first, so that a browser finds its settings again. */
  port?: number;
  /** Bytes of one request, 300 MB by default: a large file. */
  limit?: number;
}

export interface Loopback {
  /** The address with a launch secret, good for one window. */
  url: string;
  origin: string;
  port: number;
  /** A further address for another window. */
  newUrl(): string;
  close(): Promise<void>;
}

const launchBody = z.object({ launch: z.string().max(200) });
const forgetBody = z.object({ held: z.string().max(100) });
const callBody = z.object({ name: z.string().max(200), input: z.unknown().optional() });

/** Ends a request with a status and a sentence. */
class Stop extends Error {
  readonly status: number;
  readonly error: ErrorData;
  constructor(status: number, message = 'Themework does not answer this request.') {
    super(message);
    this.status = status;
    this.error = { kind: status === 413 ? 'refused' : 'invalid', message };
  }
}

/** Serves the page and the workbench's call on 127.0.0.1, to the windows that were given a launch secret. */
export async function startLoopback(workbench: Workbench, options: LoopbackOptions): Promise<Loopback> {
  const streams = new Set<ServerResponse>();
  const limit = options.limit ?? 300 * 1024 * 1024;
  let guard = new Guard('');

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refused = guard.refuses(request);
    if (refused !== undefined) throw new Stop(refused);
    if (!URL.canParse(request.url ?? '/', guard.origin)) throw new Stop(404);
    const { pathname } = new URL(request.url ?? '/', guard.origin);
    if (request.method === 'POST') return sendJson(response, 200, await post(request, pathname));
    if (request.method !== 'GET') throw new Stop(405);
    if (pathname === '/events') return openStream(request, response);
    await sendPage(response, pathname);
  };

  const post = async (request: IncomingMessage, pathname: string): Promise<unknown> => {
    const refused = guard.refusesPost(request, pathname === '/file' ? 'application/octet-stream' : 'application/json');
    if (refused !== undefined) throw new Stop(refused);
    if (pathname === '/session') {
      const token = guard.exchange(checked(launchBody, await readJson(request, 10_000)).launch);
      if (token === undefined) throw new Stop(403, 'This address was used already. Start Themework again to get a new one.');
      return { token };
    }
    if (!['/call', '/file', '/forget'].includes(pathname)) throw new Stop(404);
    if (!guard.holdsToken(request)) throw new Stop(401);
    if (pathname === '/file') return { ok: true, value: workbench.held.hold(await readBody(request, limit)) } satisfies Result<string>;
    if (pathname === '/forget') {
      workbench.held.forget(checked(forgetBody, await readJson(request, 10_000)).held);
      return { ok: true, value: null } satisfies Result<null>;
    }
    const { name, input } = checked(callBody, await readJson(request, limit));
    return await workbench.callUnchecked(name, input);
  };

  const openStream = (request: IncomingMessage, response: ServerResponse): void => {
    if (!guard.holdsToken(request)) throw new Stop(401);
    response.writeHead(200, { ...pageHeaders, 'content-type': 'text/event-stream' }).write(': open\n\n');
    streams.add(response);
    response.on('close', () => {
      streams.delete(response);
      // A window is gone, perhaps in the middle of an import. Another one that has handed over a file does so again.
      workbench.held.forgetAll();
    });
  };

  const sendPage = async (response: ServerResponse, pathname: string): Promise<void> => {
    const file = pageFile(pathname);
    const bytes = file === undefined ? undefined : await readFile(path.join(options.root, file)).catch(() => undefined);
    if (file === undefined || bytes === undefined) throw new Stop(404);
    response.writeHead(200, { ...pageHeaders, 'content-type': mimeOf(file) }).end(bytes);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const stop = error instanceof Stop ? error : new Stop(500);
      request.resume();
      if (!response.headersSent) sendJson(response, stop.status, { ok: false, error: stop.error });
      else response.destroy();
    });
  });
  const port = await listen(server, options.port ?? 0);
  guard = new Guard(`127.0.0.1:${port}`);
  const send = (event: Change | Progress) => {
    for (const stream of streams) stream.write(`data: ${JSON.stringify(event)}\n\n`);
  };
  const silences = [workbench.onChanged(send), workbench.onProgress(send)];

  const newUrl = () => `${guard.origin}/#launch=${guard.newLaunch()}`;
  const close = async () => {
    for (const silence of silences) silence();
    const closed = new Promise<void>((done) => server.close(() => done()));
    server.closeAllConnections();
    await closed;
  };
  return { url: newUrl(), origin: guard.origin, port, newUrl, close };
}

/** Listens on the port, or on any free one where that is taken. */
function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (port === 0 || error.code !== 'EADDRINUSE') reject(error);
      else resolve(listen(server, 0));
    });
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { ...pageHeaders, 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function checked<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) throw new Stop(400);
  return result.data;
}

async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  try {
    return JSON.parse((await readBody(request, limit)).toString('utf8'));
  } catch (error) {
    throw error instanceof Stop ? error : new Stop(400);
  }
}

/** The body of a request, in memory of its own. */
async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = () => new Stop(413, `This file is too large to send from a browser window (the limit is ${Math.floor(limit / 1024 / 1024)} MB).`);
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge();
  // Whoever says how much comes gets its place at once; a file is not copied together at the end.
  let body = Buffer.allocUnsafeSlow(Math.max(0, Number(request.headers['content-length'] ?? 0)) || 65_536);
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) throw tooLarge();
    if (size > body.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(size, 2 * body.length));
      body.copy(larger);
      body = larger;
    }
    part.copy(body, size - part.length);
  }
  return body.subarray(0, size);
}
