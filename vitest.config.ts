import { defineConfig } from 'vitest/config';

/**
 * Files share a process and what it has loaded, one process for each core: to load it anew took half of the time. What a test
 * put in the place of something is taken away before the next one.
 */
const together = {
  isolate: false,
  restoreMocks: true,
  unstubEnvs: true,
  unstubGlobals: true,
} as const;

const everywhere = { exclude: ['**/node_modules/**', '**/dist/**'] };

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...everywhere,
          ...together,
          name: 'unit',
          include: ['packages/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: [...everywhere.exclude, '**/*.stat.test.ts'],
          // No test of these waits for a clock: what takes minutes is a machine with too much to do.
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          ...everywhere,
          ...together,
          name: 'stat',
          include: ['packages/**/*.stat.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          ...everywhere,
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['e2e/setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
