/** The browser tests: the product as `npm start` runs it, read in Chromium. */
import { basename } from 'node:path';
import { type TestProjectInlineConfiguration, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const movesTheClock = ['readme.spec.ts'];

/** What measures how soon and how steadily a page stands there is alone on the machine. */
const weighs = ['test/browser/every-page.spec.ts', 'test/browser/harness.spec.ts'];

/**
 * Files share the products, one file at a time each. Readers come first; then staff, who change what is on sale; then whoever
 * moves the clock, which goes one way. The longest begin, so that both workers end together.
 */
class ReadersFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const longestFirst = await super.sort(files);
    return [...longestFirst].sort((a, b) => rankOf(a) - rankOf(b));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const name = basename(moduleId);
  if (movesTheClock.includes(name)) return 2;
  return name.startsWith('console-') ? 1 : 0;
}

const files = (
  name: string,
  options: TestProjectInlineConfiguration['test'],
): TestProjectInlineConfiguration => ({
  test: {
    name,
    setupFiles: ['test/browser/claim.setup.ts', 'test/browser/off-machine.setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    ...options,
  },
});

export default defineConfig({
  test: {
    globalSetup: ['test/browser/product.setup.ts'],
    sequence: { sequencer: ReadersFirst },
    reporters: ['default', './test/support/plain-count.reporter.ts'],
    projects: [
      files('weighed', { include: weighs, maxWorkers: 1, sequence: { groupOrder: 1 } }),
      files('used', {
        include: ['test/browser/**/*.spec.ts'],
        exclude: weighs,
        maxWorkers: 2,
        sequence: { groupOrder: 2 },
      }),
    ],
  },
});
