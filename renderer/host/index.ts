import { electronHost } from './electron.ts';
import type { Host } from './host.ts';
import { loopbackHost } from './loopback.ts';

export type { Host } from './host.ts';

let current: Host | undefined;

/** The host of this window: the desktop program where its preload is present, otherwise the local server that sent this page. */
export function getHost(): Host {
  current ??= electronHost() ?? loopbackHost();
  return current;
}

/** Chooses the host by hand; component tests put a real core here. */
export function setHost(host: Host): void {
  current = host;
}
