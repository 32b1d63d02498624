/** What every host that serves the window's page says with it: the same rules under app:// and on 127.0.0.1. */

/** Nothing from elsewhere, no inline scripts or styles, no eval. */
export const contentPolicy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'",
  "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ');

export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

const mimes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', json: 'application/json',
  map: 'application/json', svg: 'image/svg+xml', png: 'image/png', woff2: 'font/woff2', woff: 'font/woff', wasm: 'application/wasm',
};

export const mimeOf = (file: string): string => mimes[/\.([a-z0-9]+)$/.exec(file)?.[1] ?? ''] ?? 'application/octet-stream';

/** The file below the page's folder that a path of an address asks for, or undefined for anything that might leave it. */
export function pageFile(pathname: string): string | undefined {
  let plain: string;
  try {
    plain = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (plain === '/') return 'index.html';
  const parts = plain.slice(1).split('/');
  return parts.every((part) => /^[\w@-][\w.@-]*$/.test(part)) ? parts.join('/') : undefined;
}
