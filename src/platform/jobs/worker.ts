/** Does the jobs: one graphile-worker in each process that serves, on the same PostgreSQL. */
import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import {
  Injectable,
  Logger as NestLogger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Logger, type Runner, type TaskList, type WorkerEvents, run } from 'graphile-worker';
import pg from 'pg';
import { Config } from '../config/config.js';
import { unreachable } from '../database/database-unusable.js';
import { HandlesJob, type JobHandler, Nightly, Recurring } from './job-handler.js';
import { LostWorkers } from './lost-workers.js';

/** Milliseconds until a runner that ended by itself is followed by another. */
const restart = 2_000;

@Injectable()
export class Worker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new NestLogger('Worker');
  private isHired = false;
  private readonly stopping = new AbortController();
  private pool: pg.Pool | undefined;
  private runner: Runner | undefined;
  private lostWorkers: LostWorkers | undefined;
  private restarting: Promise<void> | undefined;

  constructor(
    private readonly config: Config,
    private readonly discovery: DiscoveryService,
  ) {}

  /** Says before the start that this process does jobs; a command only writes them down for others. */
  hire(): void {
    this.isHired = true;
  }

  /** False while nobody in this process does the jobs. */
  get isWorking(): boolean {
    return this.runner !== undefined;
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.isHired) return;
    this.pool = this.openPool();
    await this.start(this.pool).catch((cause: unknown) => {
      throw unreachable(this.connectionString, cause);
    });
  }

  /** The first to stop: a job under way still needs the database, which is the last to close. */
  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.restarting;
    await this.runner?.stop();
    await this.lostWorkers?.stop();
    await this.pool?.end();
  }

  private async start(pool: pg.Pool): Promise<void> {
    const events: WorkerEvents = new EventEmitter();
    events.once('pool:create', ({ workerPool }) => {
      this.lostWorkers = new LostWorkers(workerPool.id, {
        connectionString: this.connectionString,
        complain: (sentence) => this.logger.warn(sentence),
      });
    });
    const runner = await run({
      pgPool: pool,
      taskList: this.tasks(),
      concurrency: 4,
      // Jobs of a named queue are found by polling; 2 s, the default, is felt by a reader who waits.
      pollInterval: 200,
      noHandleSignals: true,
      crontab: this.crontab(),
      logger: this.quietLogger(),
      events,
    });
    this.runner = runner;
    void runner.promise
      .then(
        () => 'without a reason',
        (error: unknown) => String(error),
      )
      .then((reason) => this.startAgain(pool, reason));
  }

  /** Nobody would notice a process that serves pages and lets its mails and webhooks lie. */
  private startAgain(pool: pg.Pool, reason: string): void {
    this.runner = undefined;
    if (this.stopping.signal.aborted) return;
    this.logger.error(`The worker stopped: ${reason}. Starting it again.`);
    this.restarting = this.keepStarting(pool);
  }

  private async keepStarting(pool: pg.Pool): Promise<void> {
    const { signal } = this.stopping;
    await this.lostWorkers?.stop();
    while (!signal.aborted) {
      // It rejects only when the process stops, which the next line looks at.
      await pause(restart, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      try {
        return await this.start(pool);
      } catch (error) {
        this.logger.error(`The worker does not start: ${String(error)}`);
      }
    }
  }

  /** LISTEN and the locks of a session do not pass a transaction pooler. */
  private get connectionString(): string {
    return this.config.databaseDirectUrl ?? this.config.databaseUrl;
  }

  private openPool(): pg.Pool {
    const pool = new pg.Pool({
      connectionString: this.connectionString,
      connectionTimeoutMillis: 10_000,
      max: 5,
      application_name: 'broadsheet-worker',
    });
    const lost = (error: Error) => this.logger.warn(`A connection was lost: ${error.message}`);
    pool.on('error', lost);
    pool.on('connect', (client) => client.on('error', lost));
    return pool;
  }

  private tasks(): TaskList {
    const tasks: TaskList = {};
    for (const { task, handler } of this.handlers()) {
      if (task in tasks) throw new Error(`Two providers handle the job "${task}".`);
      tasks[task] = (payload, { abortSignal }) => handler.handle(payload, abortSignal);
    }
    return tasks;
  }

  private crontab(): string {
    return this.handlers()
      .flatMap(({ task, time, cron }) => {
        const [hour, minute] = time?.split(':').map(Number) ?? [];
        return [
          ...(hour === undefined
            ? []
            : [`${minute} ${hour} * * * ${task} ?fill=1d&jobKey=${task}`]),
          ...(cron === undefined ? [] : [`${cron} ${task} ?jobKey=${task}`]),
        ];
      })
      .join('\n');
  }

  private handlers(): {
    task: string;
    handler: JobHandler;
    time: string | undefined;
    cron: string | undefined;
  }[] {
    return this.discovery.getProviders({ metadataKey: HandlesJob.KEY }).flatMap((wrapper) => {
      const task = this.discovery.getMetadataByDecorator(HandlesJob, wrapper);
      const handler = wrapper.instance as JobHandler | null;
      const time = this.discovery.getMetadataByDecorator(Nightly, wrapper);
      const cron = this.discovery.getMetadataByDecorator(Recurring, wrapper);
      return task === undefined || handler === null ? [] : [{ task, handler, time, cron }];
    });
  }

  private quietLogger(): Logger {
    return new Logger(() => (level, message) => {
      if (level === 'error') this.logger.error(message);
      if (level === 'warning') this.logger.warn(message);
    });
  }
}
