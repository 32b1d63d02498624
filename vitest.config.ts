import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'node', environment: 'node', include: ['{electron,shared,fixtures,scripts}/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000 } },
      { plugins: [react()], test: { name: 'dom', environment: 'jsdom', include: ['renderer/**/*.test.{ts,tsx}'], setupFiles: ['./renderer/test/setup.ts'], testTimeout: 20_000, hookTimeout: 30_000 } },
      // In real Chromium against the built page, one file after the other.
      { test: { name: 'e2e', environment: 'node', include: ['renderer/e2e/**/*.spec.ts'], fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 } },
    ],
  },
});
