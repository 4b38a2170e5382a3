/** The browser tests: the product as `npm start` runs it, read in Chromium. */
import { basename } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const movesTheClock = ['readme.spec.ts'];

/**
 * All files share one product. Readers come first; then staff, who change what is on sale; then whoever moves the
 * clock, which goes one way.
 */
class ReadersFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const inOrder = [...files].sort(
      (a, b) => rankOf(a) - rankOf(b) || a.moduleId.localeCompare(b.moduleId),
    );
    return Promise.resolve(inOrder);
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const name = basename(moduleId);
  if (movesTheClock.includes(name)) return 2;
  return name.startsWith('console-') ? 1 : 0;
}

export default defineConfig({
  test: {
    include: ['test/browser/**/*.spec.ts'],
    globalSetup: ['test/browser/product.setup.ts'],
    setupFiles: ['test/browser/off-machine.setup.ts'],
    sequence: { sequencer: ReadersFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
    reporters: ['default', './test/support/plain-count.reporter.ts'],
  },
});
