/** Looks into a page from outside of it, so that neither its policy nor a browser without JavaScript is in the way. */
import type { CDPSession, Page } from 'playwright-core';

/** Scripts of this world see the page's document, and the page sees nothing of them. */
const worldName = 'examiner';

export class Examiner {
  private constructor(
    readonly devtools: CDPSession,
    private readonly javaScript: boolean,
  ) {}

  /** @param javaScript whether the page's own scripts run */
  static async at(page: Page, javaScript: boolean): Promise<Examiner> {
    const devtools = await page.context().newCDPSession(page);
    const examiner = new Examiner(devtools, javaScript);
    if (!javaScript) await examiner.letScriptsRun(false);
    return examiner;
  }

  /**
   * What an expression comes to, promises awaited.
   * Where scripts do not run, timers stand still: they are let go for as long as it takes. Scripts that the page
   * has named were passed over when it was read, and stay so; styles of `@media (scripting)` do change meanwhile.
   */
  async ask<T>(expression: string): Promise<T> {
    if (!this.javaScript) await this.letScriptsRun(true);
    try {
      return await this.evaluate<T>(expression);
    } finally {
      if (!this.javaScript) await this.letScriptsRun(false);
    }
  }

  /** Milliseconds since the page was asked for. What moves later may be our own doing: see `ask`. */
  async untouchedUntil(): Promise<number> {
    if (this.javaScript) return Number.MAX_SAFE_INTEGER;
    return this.evaluate<number>('performance.now()');
  }

  private async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.devtools.send('Runtime.evaluate', {
      expression,
      contextId: await this.world(),
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value as T;
  }

  private async letScriptsRun(may: boolean): Promise<void> {
    await this.devtools.send('Emulation.setScriptExecutionDisabled', { value: !may });
  }

  private async world(): Promise<number> {
    const { frameTree } = await this.devtools.send('Page.getFrameTree');
    const frameId = frameTree.frame.id;
    const made = await this.devtools.send('Page.createIsolatedWorld', { frameId, worldName });
    return made.executionContextId;
  }
}
