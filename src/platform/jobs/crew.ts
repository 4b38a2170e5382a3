/** Some of the workers of a process: one graphile-worker, started again whenever it ends by itself. */
import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger as NestLogger } from '@nestjs/common';
import { Logger, type Runner, type TaskList, type WorkerEvents, run } from 'graphile-worker';
import type { Connections } from '../database/connections.js';
import { LostWorkers } from './lost-workers.js';

/** Milliseconds until a runner that ended by itself is followed by another. */
const restart = 2_000;

/**
 * Left to itself, 0.17 awaits nobody's word that a job is written down as done, and a connection that is lost just
 * then ends the process. In batches, of whatever is there, it is looked after, and ends the runner.
 */
const awaited = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

interface CrewOptions {
  pool: Connections;
  /** Of the same database, past any transaction pooler. */
  connectionString: string;
  logger: NestLogger;
  tasks: TaskList;
  /** How many jobs it does at once. */
  hands: number;
  /** Milliseconds between two looks for what nobody called out: jobs of named queues, and second attempts. */
  pollInterval: number;
  /** What falls due by the clock. */
  crontab: string;
}

export class Crew {
  private readonly stopping = new AbortController();
  private runner: Runner | undefined;
  private lostWorkers: LostWorkers | undefined;
  private restarting: Promise<void> | undefined;

  constructor(private readonly options: CrewOptions) {}

  /** False while nobody does its jobs. */
  get isWorking(): boolean {
    return this.runner !== undefined;
  }

  /** @throws whatever the database says */
  async start(): Promise<void> {
    const { pool, connectionString, logger, tasks, hands, pollInterval, crontab } = this.options;
    const events: WorkerEvents = new EventEmitter();
    events.once('pool:create', ({ workerPool }) => {
      this.lostWorkers = new LostWorkers(workerPool.id, {
        connectionString,
        complain: (sentence) => logger.warn(sentence),
      });
    });
    const runner = await run({
      pgPool: pool,
      preset: awaited,
      taskList: tasks,
      concurrency: hands,
      pollInterval,
      noHandleSignals: true,
      crontab,
      logger: quiet(logger),
      events,
    });
    this.runner = runner;
    void runner.promise
      .then(
        () => 'without a reason',
        (error: unknown) => String(error),
      )
      .then((reason) => this.startAgain(reason));
  }

  /** Once what is in hand is done. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.restarting;
    await this.runner?.stop();
    await this.lostWorkers?.stop();
  }

  /** Nobody would notice a process that serves pages and lets its mails and webhooks lie. */
  private startAgain(reason: string): void {
    this.runner = undefined;
    if (this.stopping.signal.aborted) return;
    this.options.logger.error(`The worker stopped: ${reason}. Starting it again.`);
    this.restarting = this.keepStarting();
  }

  private async keepStarting(): Promise<void> {
    const { signal } = this.stopping;
    await this.lostWorkers?.stop();
    while (!signal.aborted) {
      // Those that it failed with may lead to a server that only reads, as after a failover; the pause sees them go.
      this.options.pool.renew();
      // It rejects only when the process stops, which the next line looks at.
      await pause(restart, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        return await this.start();
      } catch (error) {
        this.options.logger.error(`The worker does not start: ${String(error)}`);
      }
    }
  }
}

function quiet(logger: NestLogger): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') logger.error(message);
    if (level === 'warning') logger.warn(message);
  });
}
