import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** What a test can ask of the running program. */
export type Request =
  | { do: 'page'; script: string }
  | { do: 'look' }
  /** Would this request leave the program? */
  | { do: 'cancels'; url: string }
  | { do: 'ipc'; channel: string; senderFrame: { origin: string; parent: object | null } | null; args: unknown[] }
  | { do: 'answer'; answer: { filePaths?: string[]; filePath?: string } }
  | { do: 'second-instance'; argv: string[] }
  | { do: 'quit' };

interface Message { id?: number; value?: unknown; error?: string; ready?: boolean; quit?: boolean }

/** The built desktop program in a process of its own, on the stand-in. */
export class Program {
  #process: ChildProcess;
  #next = 0;
  #waiting = new Map<number, PromiseWithResolvers<unknown>>();

  private constructor(child: ChildProcess) {
    this.#process = child;
    child.on('message', ({ id, value, error }: Message) => {
      if (id === undefined) return;
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) waiting?.resolve(value);
      else waiting?.reject(new Error(error));
    });
  }

  static async start(main: string, { home, chromium, args = [] }: { home: string; chromium: string; args?: string[] }): Promise<Program> {
    const child = fork(path.join(import.meta.dirname, 'run.ts'), [main, ...args], {
      env: { ...process.env, THEMEWORK_STAND_IN_HOME: home, CHROMIUM: chromium }, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit').then(() => [{}])])) as [Message];
    if (!message.ready) throw new Error('the program did not start');
    return new Program(child);
  }

  ask<T>(request: Request): Promise<T> {
    const id = ++this.#next;
    const waiting = Promise.withResolvers<unknown>();
    this.#waiting.set(id, waiting);
    this.#process.send({ id, ...request });
    return waiting.promise as Promise<T>;
  }

  /** Evaluates a script in the page's own world. */
  page<T>(script: string): Promise<T> {
    return this.ask<T>({ do: 'page', script });
  }

  async quit(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const gone = once(this.#process, 'exit');
    this.#process.send({ id: ++this.#next, do: 'quit' });
    await gone;
  }
}
