/** The tests at the edge: the product behind a real nginx that keeps its answers. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/edge/**/*.spec.ts'],
    globalSetup: ['test/support/postgres.setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', './test/support/plain-count.reporter.ts'],
  },
});
