/** The scripts that stand in for Electron's context bridge: one in the page's world, one around the preload in its own world. */

/** Functions through which the two programs reach the preload's world; the page's world has neither. */
export const deliverTo = { main: '__standInToMain', preload: '__standInToPreload' };

// The worlds share the document but no objects: messages cross as the detail of events, which Chromium clones between them.
// A function crosses as a number; calling it sends its arguments back, and its answer comes as a settled promise or at once.
const bridge = `
  function bridge(mine, theirs) {
    const kept = new Map(); const waiting = new Map(); let next = 0; let answer;
    const wrap = (value) => {
      if (typeof value === 'function') { kept.set(++next, value); return { function: next }; }
      if (value instanceof Promise) { const id = ++next; value.then((done) => send({ settle: id, value: wrap(done) }), (error) => send({ settle: id, error: String(error.message) })); return { promise: id }; }
      if (value !== null && typeof value === 'object' && Object.values(value).some((each) => typeof each === 'function')) return { object: Object.entries(value).map(([key, each]) => [key, wrap(each)]) };
      return { plain: structuredClone(value) };
    };
    const unwrap = (wrapped) => {
      if ('function' in wrapped) return (...args) => { send({ call: wrapped.function, args: args.map(wrap) }); const { value, error } = answer; if (error) throw new Error(error); return unwrap(value); };
      if ('promise' in wrapped) return new Promise((resolve, reject) => waiting.set(wrapped.promise, { resolve, reject }));
      if ('object' in wrapped) return Object.freeze(Object.fromEntries(wrapped.object.map(([key, each]) => [key, unwrap(each)])));
      return wrapped.plain;
    };
    const send = (message) => document.dispatchEvent(new CustomEvent(theirs, { detail: message }));
    document.addEventListener(mine, ({ detail }) => {
      if ('call' in detail) { try { send({ answer: { value: wrap(kept.get(detail.call)(...detail.args.map(unwrap))) } }); } catch (error) { send({ answer: { error: error.message } }); } }
      else if ('answer' in detail) answer = detail.answer;
      else if ('settle' in detail) { const { resolve, reject } = waiting.get(detail.settle); waiting.delete(detail.settle); if ('error' in detail) reject(new Error(detail.error)); else resolve(unwrap(detail.value)); }
      else if ('expose' in detail) Object.defineProperty(window, detail.expose, { value: unwrap(detail.value), enumerable: true, configurable: false, writable: false });
    });
    return { wrap, send };
  }`;

/** Runs in the page's own world before its scripts. */
export const intoPage = `if (window === window.top) { (() => { ${bridge} bridge('stand-in-page', 'stand-in-preload'); })(); }`;

/** The preload in its world, with the few things that a sandboxed preload may require. */
export const isolatedWorld = (preload: string): string => `if (window === window.top) { (() => { ${bridge}
  const { wrap, send } = bridge('stand-in-preload', 'stand-in-page');
  const pending = new Map(); const listeners = new Map(); let next = 0;
  globalThis.${deliverTo.preload} = (text) => {
    const { id, channel, value, error, args } = JSON.parse(text);
    if (channel) { for (const listener of listeners.get(channel) ?? []) listener({}, ...args); return; }
    const { resolve, reject } = pending.get(id); pending.delete(id);
    if (error === undefined) resolve(value); else reject(new Error(error));
  };
  const ipcRenderer = {
    invoke: (channel, ...args) => new Promise((resolve, reject) => { pending.set(++next, { resolve, reject }); globalThis.${deliverTo.main}(JSON.stringify({ id: next, channel, args: args.map((each) => (each instanceof Uint8Array ? { latin1: Array.from(each, (byte) => String.fromCharCode(byte)).join('') } : each)) })); }),
    on: (channel, listener) => { listeners.set(channel, [...(listeners.get(channel) ?? []), listener]); },
    removeListener: (channel, listener) => { listeners.set(channel, (listeners.get(channel) ?? []).filter((each) => each !== listener)); },
  };
  const contextBridge = { exposeInMainWorld: (name, api) => send({ expose: name, value: wrap(api) }) };
  const require = (name) => { if (name === 'electron') return { ipcRenderer, contextBridge }; throw new Error('module not found: ' + name); };
  const module = { exports: {} };
  (function (require, module, exports, process, global, Buffer) { ${preload}
  })(require, module, module.exports, undefined, undefined, undefined);
})(); }`;
