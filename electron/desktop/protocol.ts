import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { mimeOf, pageFile, pageHeaders } from '../../shared/page.ts';

/** The only address that the program's windows ever show. */
export const appOrigin = 'app://themework';
export const appUrl = `${appOrigin}/index.html`;

/** Must run before the program is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

/** Serves the built page from a folder under app://themework, with the policy of every host; anything else is 404. */
export function servePage(root: string): void {
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    const file = host === 'themework' && request.method === 'GET' ? pageFile(pathname) : undefined;
    const bytes = file === undefined ? undefined : await readFile(path.join(root, file)).catch(() => undefined);
    if (file === undefined || bytes === undefined) return new Response('', { status: 404, headers: pageHeaders });
    return new Response(bytes, { headers: { ...pageHeaders, 'content-type': mimeOf(file) } });
  });
}
