/** Whether a process can serve: asked of each thing that serving needs, and answered in bounded time. */
import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import {
  type HealthCheckResult,
  HealthCheckService,
  type HealthIndicatorFunction,
  HealthIndicatorService,
} from '@nestjs/terminus';
import { Announcements } from '../database/announcements.js';
import { Database } from '../database/database.js';
import { within } from '../database/within.js';
import { Worker } from '../jobs/worker.js';
import { notReady } from './health.errors.js';
import { type ReadinessView, presentChecks } from './health.presenter.js';

/** Milliseconds that the database may take. */
const patience = 2_000;

/** What is told where one is missing, the gravest first, and after how many seconds it is worth another look. */
const needs = [
  { check: 'database', sentence: 'The database does not answer.', seconds: 2 },
  {
    check: 'migrations',
    sentence: 'The database has no tables: run npm run db:migrate.',
    seconds: 10,
  },
  { check: 'jobs', sentence: 'Jobs are not being done at the moment.', seconds: 2 },
] as const;

type Asked = { isMigrated: boolean } | { cause: unknown };

@Injectable()
export class Readiness {
  private asking: Promise<Asked> | undefined;

  constructor(
    private readonly checks: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly database: Database,
    private readonly worker: Worker,
    private readonly announcements: Announcements,
  ) {}

  /** @throws Problem 503 `service/unavailable` with what is missing */
  async demand(): Promise<ReadinessView> {
    const asked = await this.askDatabase();
    const result = await this.look(asked);
    const checks = presentChecks(result);
    const missing = needs.find(({ check }) => checks[check] === 'down');
    if (missing !== undefined) {
      const { sentence, seconds } = missing;
      throw notReady(sentence, seconds, checks, 'cause' in asked ? asked : {});
    }
    return { status: result.status === 'degraded' ? 'degraded' : 'ok', checks };
  }

  /** All who ask at once are told the same: it costs readers one connection, however many those are. */
  private askDatabase(): Promise<Asked> {
    this.asking ??= this.askOnce().finally(() => (this.asking = undefined));
    return this.asking;
  }

  private async askOnce(): Promise<Asked> {
    try {
      return { isMigrated: await within(patience, this.database.isMigrated()) };
    } catch (cause) {
      return { cause };
    }
  }

  private async look(asked: Asked) {
    const isThere = 'isMigrated' in asked;
    try {
      return await this.checks.check([
        this.check('database', isThere),
        // Nobody can say while the database is away.
        ...(isThere ? [this.check('migrations', asked.isMigrated)] : []),
        this.check('jobs', this.worker.isWorking),
        this.hearing(),
      ]);
    } catch (error) {
      if (!(error instanceof ServiceUnavailableException)) throw error;
      return error.getResponse() as HealthCheckResult;
    }
  }

  private check(name: string, isUp: boolean): HealthIndicatorFunction {
    const indicator = this.indicators.check(name);
    return () => (isUp ? indicator.up() : indicator.down());
  }

  /** Whoever does not hear the others keeps nothing, and serves more slowly: no reason to send readers away. */
  private hearing(): HealthIndicatorFunction {
    const indicator = this.indicators.check('announcements');
    return () => (this.announcements.isListening ? indicator.up() : indicator.degraded());
  }
}
