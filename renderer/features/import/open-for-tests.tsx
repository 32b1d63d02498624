import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { toErrorData } from '../../../electron/core/failures.ts';
import { inspectFile } from '../../../electron/core/importers/index.ts';
import { contract } from '../../../shared/contract/index.ts';
import { setHost } from '../../host/index.ts';
import { renderWithCore } from '../../test/render.tsx';
import { Toasts } from '../../ui/Toasts.tsx';
import { ImportScreen } from './ImportScreen.tsx';

/** The screen against a real core; looking into a file is what the workbench does outside of any project. */
export async function openImport(file?: File) {
  const rendered = await renderWithCore(
    <>
      <ImportScreen />
      <Toasts />
    </>,
  );
  const { core, user } = rendered;
  setHost({
    call: async (name, input) => {
      if (name !== 'survey.inspect') return core.callUnchecked(name, input);
      try {
        return { ok: true, value: await inspectFile(contract['survey.inspect'].input.parse(input)) };
      } catch (error) {
        return { ok: false, error: toErrorData(error, '') };
      }
    },
    onChanged: (listener) => core.onChanged(listener),
    onProgress: (listener) => core.onProgress(listener),
  });
  if (file) {
    await user.upload(screen.getByLabelText('Survey file'), file);
    if (!/refused/.test(file.name)) await waitFor(() => expect(screen.queryByText(/Drop a survey|Reading the file/)).toBeNull());
  }
  return rendered;
}
