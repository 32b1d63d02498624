import { useCallback, useEffect, useState } from 'react';
import type { ProjectFile } from '../../../shared/contract/workbench.ts';
import type { School } from '../../../shared/domain/types.ts';
import { useCommand } from '../../data/useCommand.ts';
import { call } from '../../data/call.ts';
import { refreshProject, useProject } from '../../state/project.ts';
import { dismissAll } from '../../ui/toast.ts';

/** What can be done before a project is open. Opening one changes the whole window: App notices and enters it. */
export function useWelcome() {
  const status = useProject((state) => state.status);
  const [recent, setRecent] = useState<ProjectFile[] | null>(null);
  const [busy, setBusy] = useState(false);
  const create = useCommand('workbench.create');
  const declare = useCommand('project.update');
  const open = useCommand('workbench.open');
  const sample = useCommand('workbench.openSample');
  const choose = useCommand('workbench.choose');
  const adopt = useCommand('workbench.adopt');

  const list = useCallback(async () => {
    const result = await call('workbench.projects', {});
    if (result.ok) setRecent(result.value);
  }, []);
  useEffect(() => void list(), [list]);

  /** Runs one action that opens a project; a press while another is under way does nothing. */
  async function opening(act: () => Promise<{ ok: boolean }>): Promise<void> {
    if (busy) return;
    setBusy(true);
    const { ok } = await act();
    if (ok) {
      // What an earlier try was refused for is no longer of interest.
      dismissAll();
      await refreshProject();
    } else await list();
    setBusy(false);
  }

  return {
    recent,
    busy,
    desktop: status?.host === 'desktop',
    projectsFolder: status?.projectsFolder ?? '',
    create: (title: string, school: School) => opening(async () => {
      const made = await create({ title });
      if (made.ok && school !== '') await declare({ school });
      return made;
    }),
    open: (project: ProjectFile) => opening(() => open({ id: project.id })),
    openSample: () => opening(() => sample({})),
    choose: () => opening(() => choose({})),
    adopt: (file: File) => opening(async () => adopt({ fileName: file.name, bytes: await base64Of(file) })),
  };
}

/** The bytes of a chosen file in base64, by the browser's own coder, which copes with large files. */
function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('This file could not be read.'));
    reader.readAsDataURL(file);
  });
}
