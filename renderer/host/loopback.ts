import type { Change, Progress } from '../../shared/contract/index.ts';
import type { Result } from '../../shared/errors.ts';
import { handingOver } from './handing-over.ts';
import type { Host } from './host.ts';
import { readEvents } from './server-events.ts';

const TOKEN = 'themework.token';
/** Milliseconds before the event stream is tried again; the server is on this machine, so soon. */
const AGAIN = 1_000;

class LostConnection extends Error {}

/** The server on 127.0.0.1 that sent this page. The launch secret in the address buys one token, kept for this tab only. */
export function loopbackHost(): Host {
  let session: Promise<string> | undefined;
  const token = () => (session ??= openSession());

  async function post<T>(path: string, type: string, body: BodyInit): Promise<Result<T>> {
    const response = await fetch(path, { method: 'POST', headers: { 'Content-Type': type, Authorization: `Bearer ${await token()}` }, body });
    if (response.status === 401 || response.status === 403)
      throw new LostConnection('This window is no longer connected to Themework. Start Themework again to get a new one.');
    return (await response.json()) as Result<T>;
  }
  const json = <T>(path: string, value: unknown) => post<T>(path, 'application/json', JSON.stringify(value));

  // One stream for everybody who listens, open as long as somebody does.
  const listeners = new Set<(event: Change | Progress) => void>();
  let stream: AbortController | undefined;
  function listenTo(listener: (event: Change | Progress) => void): () => void {
    listeners.add(listener);
    if (!stream) {
      stream = new AbortController();
      void listen((event) => { for (const each of listeners) each(event); }, token, stream.signal);
    }
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      stream?.abort();
      stream = undefined;
    };
  }

  return handingOver({
    call: (name, input) => json('/call', { name, input }),
    hold: (bytes) => post('/file', 'application/octet-stream', bytes as Uint8Array<ArrayBuffer>),
    forget: (held) => json('/forget', { held }),
    onChanged: (listener) => listenTo((event) => 'tables' in event && listener(event)),
    onProgress: (listener) => listenTo((event) => 'task' in event && listener(event)),
  });
}

async function openSession(): Promise<string> {
  const launch = new URLSearchParams(location.hash.slice(1)).get('launch');
  if (launch) {
    history.replaceState(null, '', location.pathname);
    const response = await fetch('/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ launch }) });
    if (response.ok) {
      const { token } = (await response.json()) as { token: string };
      sessionStorage.setItem(TOKEN, token);
      return token;
    }
  }
  const kept = sessionStorage.getItem(TOKEN);
  if (!kept) throw new LostConnection('This window was not opened by Themework. Start Themework again and use the window that it opens.');
  return kept;
}

/** Keeps the stream open; after a gap nobody knows what was missed, so everything is taken as changed. */
async function listen(listener: (event: Change | Progress) => void, token: () => Promise<string>, stop: AbortSignal): Promise<void> {
  for (let first = true; !stop.aborted; first = false) {
    try {
      const response = await fetch('/events', { headers: { Authorization: `Bearer ${await token()}` }, signal: stop });
      if (response.ok && response.body) {
        if (!first) listener({ operationId: null, tables: 'everything' });
        for await (const data of readEvents(response.body)) listener(JSON.parse(data) as Change | Progress);
      }
    } catch {
      // The server is gone or the page is leaving; try again, or stop below.
    }
    if (!stop.aborted) await new Promise((done) => setTimeout(done, AGAIN));
  }
}
