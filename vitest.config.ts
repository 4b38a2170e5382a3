import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A file waits for PostgreSQL and other processes part of its time: one more than there are cores keeps them busy.
    maxWorkers: availableParallelism() + 1,
    // A machine that does other things, too, is no reason to fail.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxConcurrency: 2,
    // Files share what they import: loading and warming up the product anew for each took a third of the time.
    isolate: false,
    reporters: ['default', './test/support/plain-count.reporter.ts'],
    globalSetup: ['test/support/postgres.setup.ts'],
    include: [
      'src/**/*.spec.{ts,tsx}',
      'test/**/*.{spec,e2e-spec}.ts',
      'prisma/**/*.spec.ts',
      'scripts/**/*.spec.ts',
      'simulator/test/**/*.spec.ts',
      'console/src/**/*.spec.ts',
    ],
    exclude: [
      'test/browser/**',
      'test/edge/**',
      'test/faults/**',
      'test/cluster/**',
      '**/node_modules/**',
    ],
  },
});
