/**
 * A stand-in for the module `electron`, as small as the desktop tests need: the built main and preload run unmodified, with
 * Chromium (through playwright-core) as the window. Where the real Electron refuses something, this does too.
 */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Route } from 'playwright-core';
import { deliverTo, intoPage, isolatedWorld } from './worlds.ts';

const { THEMEWORK_STAND_IN_HOME: home = '/tmp', CHROMIUM: executablePath = '/usr/bin/chromium' } = process.env;

interface Preventable { defaultPrevented: boolean; preventDefault(): void }
const event = <T extends object>(more: T = {} as T): T & Preventable => ({ defaultPrevented: false, preventDefault() { this.defaultPrevented = true; }, ...more });

/** What the tests look at: everything that the program asked of Electron. */
export const seen = { errors: [] as string[], downloads: [] as string[], cancelled: [] as string[], prevented: [] as string[], opened: [] as string[], menu: null as unknown };

let browser: BrowserContext | undefined;

class App extends EventEmitter {
  #ready = Promise.withResolvers<void>();
  isReady = false;
  sandboxed = false;
  whenReady = () => this.#ready.promise;
  getVersion = () => '0.0.0';
  getPath = (name: string) => path.join(home, name);
  requestSingleInstanceLock = () => true;
  enableSandbox() {
    if (this.isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
    this.sandboxed = true;
  }
  async start(): Promise<void> {
    browser = await chromium.launchPersistentContext('', {
      executablePath, headless: true, viewport: null, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    });
    this.isReady = true;
    this.emit('ready');
    this.#ready.resolve();
  }
  quit() {
    const before = event();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    for (const window of BrowserWindow.getAllWindows()) window.destroy();
    const will = event();
    this.emit('will-quit', will);
    if (will.defaultPrevented) return;
    void browser?.close().finally(() => this.emit('quit'));
  }
}
export const app = new App();

type Serve = (request: Request) => Promise<Response>;
const schemes = new Map<string, Serve>();
const privileged = new Set<string>();
export const protocol = {
  registerSchemesAsPrivileged(list: { scheme: string }[]) {
    if (app.isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme } of list) privileged.add(scheme);
  },
  handle(scheme: string, serve: Serve) {
    if (!privileged.has(scheme)) throw new Error(`the scheme ${scheme} is not registered as privileged`);
    schemes.set(scheme, serve);
  },
};

/** Chromium cannot be given schemes from outside, so scheme://host is shown to it as https://scheme.host.stand-in.localhost. */
const toWeb = (url: string) => url.replace(/^([a-z]+):\/\/([^/]+)/, 'https://$1.$2.stand-in.localhost');
const fromWeb = (url: string) => url.replace(/https:\/\/([a-z]+)\.([^/]+)\.stand-in\.localhost/, '$1://$2');

class Session extends EventEmitter {
  before: ((details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void) | undefined;
  permission: ((contents: unknown, name: string, answer: (granted: boolean) => void) => void) | undefined;
  webRequest = { onBeforeRequest: (listener: NonNullable<Session['before']>) => { this.before = listener; } };
  setPermissionRequestHandler(handler: NonNullable<Session['permission']>) { this.permission = handler; }
  setPermissionCheckHandler() {}
  setDevicePermissionHandler() {}
  isCancelled = (url: string) => new Promise<boolean>((resolve) => { if (this.before) this.before({ url }, ({ cancel = false }) => resolve(cancel)); else resolve(false); });
}
export const session = { defaultSession: new Session() };

type Handler = (event: unknown, ...args: unknown[]) => unknown;
class IpcMain extends EventEmitter {
  handlers = new Map<string, Handler>();
  handle(channel: string, handler: Handler) { this.handlers.set(channel, handler); }
}
export const ipcMain = new IpcMain();

class WebContents extends EventEmitter {
  page: Page | undefined;
  loading = '';
  #cdp: CDPSession | undefined;
  #world: number | undefined;
  #openHandler: ((details: { url: string }) => { action: string }) | undefined;

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) { this.#openHandler = handler; }
  send(channel: string, ...args: unknown[]) { void this.#deliver({ channel, args }); }

  /** The preload runs in a world of its own in every document; only that world can reach the main program. */
  async attach(preload: string): Promise<void> {
    if (!browser) throw new Error('not started');
    this.page = browser.pages().find((page) => page.url() === 'about:blank') ?? (await browser.newPage());
    this.#cdp = await browser.newCDPSession(this.page);
    this.#cdp.on('Runtime.executionContextCreated', ({ context }) => { if (context.name === 'preload') this.#world = context.id; });
    this.#cdp.on('Runtime.bindingCalled', ({ payload }) => void this.#fromPage(JSON.parse(payload)));
    await this.#cdp.send('Page.enable');
    await this.#cdp.send('Runtime.enable');
    await this.#cdp.send('Runtime.addBinding', { name: deliverTo.main, executionContextName: 'preload' });
    await this.#cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: intoPage });
    await this.#cdp.send('Page.addScriptToEvaluateOnNewDocument', { worldName: 'preload', source: isolatedWorld(readFileSync(preload, 'utf8')) });
    await this.page.route('**/*', (route) => this.#route(route));
    this.page.on('download', (download) => {
      const item = { getURL: () => fromWeb(download.url()) };
      const asked = event();
      session.defaultSession.emit('will-download', asked, item, this);
      if (!asked.defaultPrevented) seen.downloads.push(download.suggestedFilename());
    });
    this.page.on('popup', (popup) => {
      const url = fromWeb(popup.url());
      const { action } = this.#openHandler?.({ url }) ?? { action: 'allow' };
      if (action === 'deny') void popup.close();
      else seen.opened.push(url);
    });
  }

  async #route(route: Route): Promise<void> {
    const request = route.request();
    const url = fromWeb(request.url());
    if (request.isNavigationRequest() && url !== this.loading) {
      const asked = event({ url });
      this.emit(request.frame() === this.page?.mainFrame() ? 'will-navigate' : 'will-frame-navigate', asked, url);
      if (asked.defaultPrevented) {
        seen.prevented.push(url);
        return route.abort('aborted');
      }
    }
    if (await session.defaultSession.isCancelled(url)) {
      seen.cancelled.push(url);
      return route.abort('blockedbyclient');
    }
    const serve = schemes.get(new URL(url).protocol.slice(0, -1));
    if (!serve) return route.abort('internetdisconnected');
    const response = await serve(new Request(url, { method: request.method() }));
    await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.from(await response.arrayBuffer()) });
  }

  async #fromPage({ id, channel, args }: { id: number; channel: string; args: unknown[] }): Promise<void> {
    const url = fromWeb(this.page?.url() ?? '');
    const from = { sender: this, senderFrame: { url, origin: new URL(url).origin === 'null' ? url.split('/').slice(0, 3).join('/') : new URL(url).origin, parent: null } };
    try {
      const handler = ipcMain.handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      await this.#deliver({ id, value: structuredClone(await handler(from, ...args.map(withBytes))) });
    } catch (error) {
      await this.#deliver({ id, error: `Error invoking remote method '${channel}': ${String(error)}` });
    }
  }

  async #deliver(message: unknown): Promise<void> {
    if (this.#world === undefined) return;
    await this.#cdp?.send('Runtime.evaluate', { expression: `${deliverTo.preload}(${JSON.stringify(JSON.stringify(message))})`, contextId: this.#world }).catch(() => undefined);
  }
}

/** Bytes come as text: messages from the page are JSON here. */
const withBytes = (value: unknown) => (typeof value === 'object' && value !== null && 'latin1' in value ? Uint8Array.from(Buffer.from(String(value.latin1), 'latin1')) : value);

interface WindowOptions { width: number; height: number; webPreferences: { preload: string; sandbox?: boolean; contextIsolation?: boolean; nodeIntegration?: boolean } }
export class BrowserWindow extends EventEmitter {
  static #all = new Set<BrowserWindow>();
  static getAllWindows = () => [...BrowserWindow.#all];
  webContents = new WebContents();
  visible = false;
  options: WindowOptions;
  #attached: Promise<void>;
  constructor(options: WindowOptions) {
    super();
    if (!app.isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    const { preload, sandbox, contextIsolation, nodeIntegration } = options.webPreferences;
    if (!sandbox || !contextIsolation || nodeIntegration || !path.isAbsolute(preload)) throw new Error('only a sandboxed, isolated window with an absolute preload');
    this.options = options;
    BrowserWindow.#all.add(this);
    app.emit('web-contents-created', event(), this.webContents);
    this.#attached = this.webContents.attach(preload);
  }
  async loadURL(url: string): Promise<void> {
    await this.#attached;
    this.webContents.loading = url;
    await this.webContents.page?.goto(toWeb(url), { waitUntil: 'domcontentloaded' });
    this.emit('ready-to-show');
  }
  show() { this.visible = true; }
  focus() {}
  restore() {}
  isMinimized = () => false;
  isDestroyed = () => !BrowserWindow.#all.has(this);
  setTitleBarOverlay() {}
  destroy() {
    if (!BrowserWindow.#all.delete(this)) return;
    void this.webContents.page?.close().catch(() => undefined);
    if (BrowserWindow.#all.size === 0) app.emit('window-all-closed');
  }
}

/** Answers that a test has laid out for the next dialogs. */
export const answers: { filePaths?: string[]; filePath?: string }[] = [];
export const dialog = {
  showOpenDialog: async () => ({ filePaths: [], ...answers.shift() }),
  showSaveDialog: async () => ({ filePath: '', ...answers.shift() }),
  showErrorBox: (_title: string, text: string) => void seen.errors.push(text),
};
export const Menu = {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (menu: unknown) => { seen.menu = menu; },
};
export const nativeTheme = Object.assign(new EventEmitter(), { shouldUseDarkColors: false });
