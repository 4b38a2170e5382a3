// How the simulator's own tests run: one process a file, no globals, a short leash on every test.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.spec.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxConcurrency: 2,
  },
});
