import { useEffect, useState } from 'react';
import { call } from '../../data/call.ts';
import { followTasks, PATIENCE, useWorking } from '../../data/working.ts';
import { Progress } from '../../ui/Progress.tsx';
import { useKeys } from '../../ui/useKeys.ts';

/** How far the long task is that runs, on whatever screen one is; nothing for whatever takes less than a second. */
export function Working() {
  const { slow, tasks } = useWorking();
  useEffect(followTasks, []);
  const [progress] = tasks.values();
  // It says how far it is many times a second, so the moment is not missed.
  if (progress && (slow > 0 || performance.now() - progress.since >= PATIENCE)) return <Task key={progress.task} {...progress} />;
  return slow > 0 && !progress ? (
    <div className="working">
      <Progress words="Still working…" />
    </div>
  ) : null;
}

function Task({ words, done, total, unit }: { words: string; done: number; total: number; unit: string }) {
  const [cancelling, setCancelling] = useState(false);
  const cancel = () => {
    if (cancelling) return;
    setCancelling(true);
    // Too late to stop it: it will be done in a moment.
    void call('workbench.cancel', {}).then((result) => (result.ok && result.value.cancelled) || setCancelling(false));
  };
  useKeys({ Escape: cancel }, { inFields: true });
  return (
    <div className="working">
      <Progress words={cancelling ? 'Cancelling…' : words} done={done} total={total} unit={unit} onCancel={cancelling ? undefined : cancel} />
    </div>
  );
}
