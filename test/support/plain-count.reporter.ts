/** Ends a test run with one plain line, `N passed, N failed, N skipped`, for machines that read and count. */
import type { Reporter, TestModule } from 'vitest/node';

export default class PlainCount implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const testModule of modules) {
      const tests = [...testModule.children.allTests()];
      // A file that does not even load holds no test to count.
      if (tests.length === 0 && !testModule.ok()) count.failed += 1;
      for (const test of tests) {
        const { state } = test.result();
        count[state === 'pending' ? 'failed' : state] += 1;
      }
    }
    const { passed, failed, skipped } = count;
    process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  }
}
