import * as matchers from '@testing-library/jest-dom/matchers';
import type { TestingLibraryMatchers } from '@testing-library/jest-dom/matchers';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, expect } from 'vitest';
import { closeCores } from './render.tsx';

expect.extend(matchers);
// Longer than the default: the tests may share two cores with a build.
configure({ asyncUtilTimeout: 10_000 });

declare module 'vitest' {
  // biome-ignore lint/suspicious/noExplicitAny: the matchers' own signature
  interface Matchers<R, T> extends TestingLibraryMatchers<any, R> {}
}

afterEach(async () => {
  cleanup();
  await closeCores();
});

// What jsdom lacks and our components use. Everything behaves as in a browser as far as a test without layout can tell.
class NoResize implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
// axe asks for a canvas, which jsdom has only with a native package; without one it skips the checks of colour.
HTMLCanvasElement.prototype.getContext = () => null;
globalThis.ResizeObserver ??= NoResize;
Element.prototype.scrollIntoView ??= () => {};
Element.prototype.hasPointerCapture ??= () => false;
Element.prototype.setPointerCapture ??= () => {};
Element.prototype.releasePointerCapture ??= () => {};
window.matchMedia ??= (query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener() {},
  removeListener() {},
  addEventListener() {},
  removeEventListener() {},
  dispatchEvent: () => false,
});
if (!HTMLDialogElement.prototype.showModal) {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.setAttribute('open', '');
    this.querySelector<HTMLElement>('button, input, textarea, select, [tabindex]')?.focus();
  };
  HTMLDialogElement.prototype.close = function close() {
    this.removeAttribute('open');
  };
}
