/** The tests of faults: the product while what it stands on is stopped, frozen, full or overrun. One at a time. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/faults/**/*.spec.ts'],
    globalSetup: ['test/support/postgres.setup.ts'],
    // Each looks at its watch, and would measure the others too.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/support/plain-count.reporter.ts'],
  },
});
