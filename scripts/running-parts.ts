/** Everything that a development start has running, and the one way in which all of it ends. */
import type { ChildProcess } from 'node:child_process';
import { endService } from './child-process.js';
import { sentenceOf } from './start-failure.js';

type Stop = () => Promise<void>;

/** A terminal's Ctrl-C arrives from the terminal and once more from npm, a moment apart. In milliseconds. */
const sameKeyPress = 500;
const parentPoll = 500;

export class RunningParts {
  private readonly stops: Stop[] = [];
  private readonly children: ChildProcess[] = [];
  private ending: Promise<void> | undefined;

  get isEnding(): boolean {
    return this.ending !== undefined;
  }

  /** Parts are stopped in the opposite order, each after the one before has ended. */
  add(stop: Stop): void {
    this.stops.push(stop);
  }

  addChild(child: ChildProcess): void {
    this.children.push(child);
    this.add(() => endService(child));
  }

  /** Stops everything and ends this process; whoever calls it again waits for the same end. */
  end(exitCode: number, reason?: string): Promise<void> {
    this.ending ??= this.stopAll(exitCode, reason);
    return this.ending;
  }

  /** Answers Ctrl-C, a closed terminal, and the death of the npm that started this process. */
  endWithSignals(): void {
    let first: number | undefined;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        first ??= performance.now();
        if (performance.now() - first > sameKeyPress) {
          this.endAtOnce();
        }
        void this.end(0);
      });
    }
    const parent = process.ppid;
    if (process.env['npm_lifecycle_event'] !== undefined) {
      setInterval(() => {
        if (process.ppid !== parent) {
          void this.end(0);
        }
      }, parentPoll).unref();
    }
  }

  private async stopAll(exitCode: number, reason: string | undefined): Promise<void> {
    if (reason !== undefined) {
      console.error(reason);
    }
    // Parts may still be added while others end.
    for (let stop = this.stops.pop(); stop !== undefined; stop = this.stops.pop()) {
      await stop().catch((error: unknown) => console.error(sentenceOf(error)));
    }
    process.exit(exitCode);
  }

  /** The guard of the embedded PostgreSQL sees this process gone and ends that in order. */
  private endAtOnce(): never {
    this.children.forEach((child) => child.kill('SIGKILL'));
    process.exit(130);
  }
}
