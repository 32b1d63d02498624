import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Milliseconds that a poll waits for what must come, on a slow machine too; it costs nothing where it comes at once. */
const patient = { poll: { timeout: 15_000 } };

export default defineConfig({
  test: {
    // By itself vitest leaves one processor idle, which on a machine with two is half of the time.
    maxWorkers: availableParallelism(),
    projects: [
      // Without a fresh set of modules for each file, which costs a second per file; nothing here keeps state in a module that another test could trip over.
      { test: { name: 'node', environment: 'node', isolate: false, setupFiles: ['./fixtures/seed.ts'], include: ['{electron,shared,fixtures,scripts}/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, expect: patient } },
      { plugins: [react()], test: { name: 'dom', environment: 'jsdom', include: ['renderer/**/*.test.{ts,tsx}'], setupFiles: ['./renderer/test/setup.ts', './fixtures/seed.ts'], testTimeout: 60_000, hookTimeout: 60_000, expect: patient } },
      // In real Chromium against the built page; each window has a host, a port and a folder of its own.
      { test: { name: 'e2e', environment: 'node', globalSetup: ['./renderer/e2e/setup.ts'], include: ['renderer/e2e/**/*.spec.ts'], testTimeout: 300_000, hookTimeout: 120_000, expect: patient } },
    ],
  },
});
