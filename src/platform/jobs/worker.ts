/** Does the jobs: one graphile-worker in each process, on the same PostgreSQL. */
import {
  Injectable,
  Logger as NestLogger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Logger, type Runner, type TaskList, run } from 'graphile-worker';
import pg from 'pg';
import { Config } from '../config/config.js';
import { HandlesJob, type JobHandler } from './job-handler.js';

@Injectable()
export class Worker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new NestLogger('Worker');
  private pool: pg.Pool | undefined;
  private runner: Runner | undefined;

  constructor(
    private readonly config: Config,
    private readonly discovery: DiscoveryService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.pool = new pg.Pool({
      // LISTEN does not pass a transaction pooler.
      connectionString: this.config.databaseDirectUrl ?? this.config.databaseUrl,
      max: 5,
      application_name: 'broadsheet-worker',
    });
    const lost = (error: Error) => this.logger.warn(`A connection was lost: ${error.message}`);
    this.pool.on('error', lost);
    this.pool.on('connect', (client) => client.on('error', lost));
    this.runner = await run({
      pgPool: this.pool,
      taskList: this.tasks(),
      concurrency: 4,
      // Jobs of a named queue are found by polling; 2 s, the default, is felt by a reader who waits.
      pollInterval: 200,
      noHandleSignals: true,
      crontab: '',
      logger: this.quietLogger(),
    });
    this.runner.promise.catch((error: unknown) => {
      this.logger.error(`The worker stopped: ${String(error)}`);
    });
  }

  /** The first to stop: a job under way still needs the database, which is the last to close. */
  async onModuleDestroy(): Promise<void> {
    await this.runner?.stop();
    await this.pool?.end();
  }

  private tasks(): TaskList {
    const tasks: TaskList = {};
    for (const wrapper of this.discovery.getProviders({ metadataKey: HandlesJob.KEY })) {
      const task = this.discovery.getMetadataByDecorator(HandlesJob, wrapper);
      const handler = wrapper.instance as JobHandler | null;
      if (task === undefined || handler === null) continue;
      if (task in tasks) throw new Error(`Two providers handle the job "${task}".`);
      tasks[task] = (payload) => handler.handle(payload);
    }
    return tasks;
  }

  private quietLogger(): Logger {
    return new Logger(() => (level, message) => {
      if (level === 'error') this.logger.error(message);
      if (level === 'warning') this.logger.warn(message);
    });
  }
}
