import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { render, type RenderResult } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { type Core, createCore } from '../../electron/core/core.ts';
import { createWorkbench, type Workbench } from '../../electron/core/workbench.ts';
import { forgetAll } from '../data/cache.ts';
import { useSaving } from '../data/saving.ts';
import { setHost } from '../host/index.ts';
import { useOnScreen } from '../state/onScreen.ts';
import { useOverlays } from '../state/overlays.ts';
import { nowhere, usePlace } from '../state/place.ts';
import { useProject } from '../state/project.ts';
import { dismissAll } from '../ui/toast.ts';

type User = ReturnType<typeof userEvent.setup>;
export interface Rendered extends RenderResult {
  core: Core;
  user: User;
}
export interface RenderedWorkbench extends RenderResult {
  workbench: Workbench;
  folder: string;
  user: User;
}

/** What the test has opened, to be closed after it. */
const open: { close: () => void | Promise<void>; folder: string }[] = [];

function newFolder(): string {
  forgetAll();
  return mkdtempSync(join(tmpdir(), 'themework-ui-'));
}

/**
 * Renders against a real core on a real project file in a temporary folder; `call` of the renderer goes to it. `seed`
 * fills the project first. The file is removed after the test.
 */
export async function renderWithCore(ui: ReactElement, { seed }: { seed?: (core: Core) => Promise<void> | void } = {}): Promise<Rendered> {
  const folder = newFolder();
  const core = createCore(join(folder, 'study.themework'), 'A small study');
  open.push({ close: () => core.close(), folder });
  await seed?.(core);
  setHost({ call: (name, input) => core.callUnchecked(name, input), onChanged: (listener) => core.onChanged(listener), onProgress: (listener) => core.onProgress(listener) });
  return { ...render(ui), core, user: userEvent.setup() };
}

/** Renders against a whole workbench without an open project, as a browser window has it. */
export async function renderWithWorkbench(
  ui: ReactElement,
  {
    sample = () => Promise.reject(new Error('This test brings no sample study.')),
    seed,
  }: { sample?: (file: string) => Promise<void>; seed?: (workbench: Workbench) => Promise<void> } = {},
): Promise<RenderedWorkbench> {
  const folder = newFolder();
  const workbench = createWorkbench({ host: 'browser', version: 'test', dataFolder: join(folder, 'data'), projectsFolder: join(folder, 'projects'), sample });
  open.push({ close: () => workbench.close(), folder });
  await seed?.(workbench);
  setHost({ call: (name, input) => workbench.callUnchecked(name, input), onChanged: (listener) => workbench.onChanged(listener), onProgress: (listener) => workbench.onProgress(listener) });
  return { ...render(ui), workbench, folder, user: userEvent.setup() };
}

/** After each test: closes what was opened and takes the renderer back to its beginning. */
export async function closeCores(): Promise<void> {
  // Answers on their way to an unmounted screen are let through before the file closes.
  await new Promise((done) => setTimeout(done, 0));
  for (const { close, folder } of open.splice(0)) {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
  forgetAll();
  usePlace.setState(nowhere);
  useProject.setState({ status: null, error: null, entered: null });
  useOnScreen.setState({ context: '', links: [], screen: null });
  useOverlays.setState({ open: null });
  dismissAll();
  useSaving.setState({ pending: 0, early: 0, failed: null });
  localStorage.clear();
}
