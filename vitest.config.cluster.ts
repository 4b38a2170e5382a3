/** The tests of several processes: two of them behind nginx, on PgBouncer, a primary and its replica. One at a time. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/cluster/**/*.spec.ts'],
    // Each looks at its watch, and would measure the others too.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 90_000,
    reporters: ['default', './test/support/plain-count.reporter.ts'],
  },
});
