/** Does the jobs: the crews of each process that serves, on the same PostgreSQL. */
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { TaskList } from 'graphile-worker';
import { Config } from '../config/config.js';
import { Connections } from '../database/connections.js';
import { unreachable } from '../database/database-unusable.js';
import { Crew } from './crew.js';
import { JobMetrics } from './job.metrics.js';
import { HandlesJob, type JobHandler, Nightly, OwnCrew, Recurring } from './job-handler.js';

interface Handled {
  task: string;
  handler: JobHandler;
  time: string | undefined;
  cron: string | undefined;
  /** How many of its own do it; undefined where everybody does. */
  ownHands: number | undefined;
}

/** Those who do everything that has no crew of its own. Jobs of a named queue are found by polling. */
const mainCrew = { hands: 4, pollInterval: 200 };

/** What has a crew of its own waits for somebody else anyway. */
const ownPollInterval = 1_000;

/** A crew that meets nobody starts again by itself: nobody has to tell it. */
const whoeverAnswers = { isAway: false, doubt: () => undefined };

@Injectable()
export class Worker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Worker');
  private isHired = false;
  private pool: Connections | undefined;
  private crews: Crew[] = [];

  constructor(
    private readonly config: Config,
    private readonly discovery: DiscoveryService,
    private readonly metrics: JobMetrics,
  ) {}

  /** Says before the start that this process does jobs; a command only writes them down for others. */
  hire(): void {
    this.isHired = true;
  }

  /** False while there are jobs that nobody in this process does. */
  get isWorking(): boolean {
    return this.crews.length > 0 && this.crews.every((crew) => crew.isWorking);
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.isHired) return;
    this.pool = this.openPool();
    this.crews = this.gather(this.pool);
    await Promise.all(this.crews.map((crew) => crew.start())).catch((cause: unknown) => {
      throw unreachable(this.connectionString, cause);
    });
  }

  /** The first to stop: a job under way still needs the database, which is the last to close. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.crews.map((crew) => crew.stop()));
    await this.pool?.end();
  }

  private gather(pool: Connections): Crew[] {
    const handlers = this.handlers();
    const { connectionString, logger } = this;
    const crew = (done: Handled[], hands: number, pollInterval: number): Crew =>
      new Crew({
        pool,
        connectionString,
        logger,
        tasks: tasksOf(done, this.metrics),
        hands,
        pollInterval,
        crontab: crontabOf(done),
      });
    const ofAll = handlers.filter(({ ownHands }) => ownHands === undefined);
    return [
      crew(ofAll, mainCrew.hands, mainCrew.pollInterval),
      ...handlers.flatMap((handled) =>
        handled.ownHands === undefined ? [] : [crew([handled], handled.ownHands, ownPollInterval)],
      ),
    ];
  }

  /** LISTEN and the locks of a session do not pass a transaction pooler. */
  private get connectionString(): string {
    return this.config.databaseDirectUrl ?? this.config.databaseUrl;
  }

  private openPool(): Connections {
    const pool = new Connections(whoeverAnswers, {
      connectionString: this.connectionString,
      connectionTimeoutMillis: 10_000,
      max: 7,
      application_name: 'broadsheet-worker',
    });
    const lost = (error: Error) => this.logger.warn(`A connection was lost: ${error.message}`);
    pool.on('error', lost);
    pool.on('connect', (client) => client.on('error', lost));
    return pool;
  }

  private handlers(): Handled[] {
    return this.discovery.getProviders({ metadataKey: HandlesJob.KEY }).flatMap((wrapper) => {
      const task = this.discovery.getMetadataByDecorator(HandlesJob, wrapper);
      const handler = wrapper.instance as JobHandler | null;
      const time = this.discovery.getMetadataByDecorator(Nightly, wrapper);
      const cron = this.discovery.getMetadataByDecorator(Recurring, wrapper);
      const ownHands = this.discovery.getMetadataByDecorator(OwnCrew, wrapper);
      return task === undefined || handler === null
        ? []
        : [{ task, handler, time, cron, ownHands }];
    });
  }
}

function tasksOf(handlers: Handled[], metrics: JobMetrics): TaskList {
  const tasks: TaskList = {};
  for (const { task, handler } of handlers) {
    if (task in tasks) throw new Error(`Two providers handle the job "${task}".`);
    metrics.name(task);
    tasks[task] = (payload, { abortSignal, job }) =>
      metrics.watch(task, job.attempts >= job.max_attempts, () =>
        handler.handle(payload, abortSignal),
      );
  }
  return tasks;
}

function crontabOf(handlers: Handled[]): string {
  return handlers
    .flatMap(({ task, time, cron }) => {
      const [hour, minute] = time?.split(':').map(Number) ?? [];
      return [
        ...(hour === undefined ? [] : [`${minute} ${hour} * * * ${task} ?fill=1d&jobKey=${task}`]),
        ...(cron === undefined ? [] : [`${cron} ${task} ?jobKey=${task}`]),
      ];
    })
    .join('\n');
}
