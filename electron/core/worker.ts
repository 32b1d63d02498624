/** The thread of long tasks (tasks.ts), one after the other: each on a connection of its own, saying how far it is. */
import { getHeapStatistics } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { cancelled } from '../../shared/errors.ts';
import { prepared, runCommand } from './commands.ts';
import { connect } from './database.ts';
import { toErrorData } from './failures.ts';
import { fileActions } from './file-actions.ts';
import { handlers } from './handlers.ts';
import { History } from './history.ts';
import { beginReading, endReading } from './importers/further-looks.ts';
import { type Answered, canBeCancelled, type Job, type Left, type Message, type Order, receive, states } from './job.ts';
import { follow } from './task.ts';

const say = (message: Message) => parentPort?.postMessage(message);

/** Once a file was brought in, nobody looks at it any more. */
const leave = ({ kind }: Job): Left => ({ keeps: endReading(kind === 'command'), heap: getHeapStatistics().total_heap_size });

async function work(given: Job, state: Int32Array): Promise<Answered> {
  if (given.kind === 'action') return { output: await fileActions[given.name](given.input as never) };
  const db = connect(given.file, { readonly: given.kind === 'query' });
  try {
    if (given.kind === 'query') {
      const handler = handlers[given.name] as (context: { db: typeof db }, input: unknown) => unknown;
      return { output: await handler({ db }, given.input) };
    }
    await prepared(given.name, given.input);
    return runCommand(db, new History(db), given, () => {
      // From here on it is done, whatever is asked for.
      if (!canBeCancelled(state, states.ending)) throw cancelled('Cancelled.');
    });
  } finally {
    db.close();
  }
}

async function answer({ job, state, reading }: Order): Promise<void> {
  receive(job.input);
  beginReading(reading, job.kind !== 'command');
  follow({ step: (step) => say({ step }), cancelled: () => Atomics.load(state, 0) === states.cancelled });
  try {
    say({ answered: await work(job, state), ...leave(job) });
  } catch (error) {
    say({ error: toErrorData(error, job.kind === 'action' ? '' : job.file), ...leave(job) });
  }
}

// One job after the other: tasks.ts waits for the answer.
parentPort?.on('message', (order: Order) => void answer(order));
