import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const secret = () => randomBytes(32).toString('base64url');

function same(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Decides which requests may speak to the open project. Other programs and other web pages on this computer can reach
 * 127.0.0.1 too, so a request must name our exact address, come from our own page, and carry the session token.
 */
export class Guard {
  readonly origin: string;
  #host: string;
  #token = secret();
  #launches = new Set<string>();

  constructor(host: string) {
    this.#host = host;
    this.origin = `http://${host}`;
  }

  /** The status with which any request is refused, or undefined. 421: another name for our address (DNS rebinding). */
  refuses(request: IncomingMessage): number | undefined {
    if (request.headers.host !== this.#host) return 421;
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return 403;
    if (request.headers.origin !== undefined && request.headers.origin !== this.origin) return 403;
    return undefined;
  }

  /** The same for a request with a body of this kind. Browsers always send Origin with these, and ask first before they send such kinds to another site. */
  refusesPost(request: IncomingMessage, kind: 'application/json' | 'application/octet-stream' = 'application/json'): number | undefined {
    if (request.headers.origin !== this.origin) return 403;
    if (request.headers['content-type']?.split(';')[0]?.trim() !== kind) return 415;
    return undefined;
  }

  /** A secret for one window; the command line that carries it is visible to others, so it is good for one exchange. */
  newLaunch(): string {
    const launch = secret();
    this.#launches.add(launch);
    return launch;
  }

  /** The session token for a launch secret, once. */
  exchange(launch: string): string | undefined {
    const known = [...this.#launches].find((each) => same(launch, each));
    if (known === undefined) return undefined;
    this.#launches.delete(known);
    return this.#token;
  }

  holdsToken(request: IncomingMessage): boolean {
    return same(/^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '', this.#token);
  }
}
