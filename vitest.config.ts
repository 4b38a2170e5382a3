import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/support/postgres.setup.ts'],
    include: [
      'src/**/*.spec.{ts,tsx}',
      'test/**/*.{spec,e2e-spec}.ts',
      'prisma/**/*.spec.ts',
      'scripts/**/*.spec.ts',
      'simulator/test/**/*.spec.ts',
    ],
    exclude: ['test/browser/**', '**/node_modules/**'],
  },
});
