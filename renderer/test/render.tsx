import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { render, type RenderResult } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { type Core, createCore } from '../../electron/core/core.ts';
import { forgetAll } from '../data/cache.ts';
import { useSaving } from '../data/saving.ts';
import { setHost } from '../host/index.ts';
import { useOnScreen } from '../state/onScreen.ts';
import { nowhere, usePlace } from '../state/place.ts';
import { useToasts } from '../ui/toast.ts';

const open: { core: Core; folder: string }[] = [];

export interface Rendered extends RenderResult { core: Core; user: ReturnType<typeof userEvent.setup> }

/**
 * Renders against a real core on a real project file in a temporary folder; `call` of the renderer goes to it. `seed`
 * fills the project first. The file is removed after the test.
 */
export async function renderWithCore(ui: ReactElement, { seed }: { seed?: (core: Core) => Promise<void> | void } = {}): Promise<Rendered> {
  const folder = mkdtempSync(join(tmpdir(), 'themework-ui-'));
  const core = createCore(join(folder, 'study.themework'), 'A small study');
  open.push({ core, folder });
  await seed?.(core);
  forgetAll();
  setHost({ call: (name, input) => core.callUnchecked(name, input), onChanged: (listener) => core.onChanged(listener) });
  const user = userEvent.setup();
  return { ...render(ui), core, user };
}

/** After each test: closes what was opened and takes the renderer back to its beginning. */
export async function closeCores(): Promise<void> {
  // Answers on their way to an unmounted screen are let through before the file closes.
  await new Promise((done) => setTimeout(done, 0));
  for (const { core, folder } of open.splice(0)) {
    core.close();
    rmSync(folder, { recursive: true, force: true });
  }
  forgetAll();
  usePlace.setState(nowhere);
  useOnScreen.setState({ context: '', links: [] });
  useToasts.setState({ shown: [] });
  useSaving.setState({ pending: 0, failed: null });
  localStorage.clear();
}
