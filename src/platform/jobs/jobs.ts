/** Writes down what must happen later, in the transaction of whatever causes it. */
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { type Sql, sql } from '../database/sql.js';

export interface JobOptions {
  /** Jobs of one queue run one after the other, in any process. */
  queue?: string;
  /** A waiting job with the same key is replaced instead of a second one added. */
  key?: string;
  maxAttempts?: number;
  /** How long it waits at least; none by default. */
  delaySeconds?: number;
}

export interface NewJob {
  task: string;
  payload: object;
  options?: JobOptions;
}

/**
 * Adds a job within a statement that writes down its cause as well. It is null where `enqueue` would look
 * again: call that then.
 */
export const addingJob = ({ task, payload, options = {} }: NewJob): Sql => sql`
  graphile_worker.add_job(
    ${task}::text,
    payload := ${JSON.stringify(payload)}::json,
    queue_name := ${options.queue ?? null}::text,
    job_key := ${options.key ?? null}::text,
    run_at := now() + make_interval(secs => ${options.delaySeconds ?? 0}::float8),
    max_attempts := ${options.maxAttempts ?? 25}::int
  )`;

/** Adds one job for each row of a statement: its payload and its key are made of the row. */
export const addingJobOfRow = (task: string, { payload, key }: { payload: Sql; key: Sql }): Sql =>
  sql`graphile_worker.add_job(${task}::text, payload := ${payload}, job_key := ${key})`;

/** How often one job gives way to a worker. */
const patience = 10;

@Injectable()
export class Jobs {
  constructor(private readonly database: Database) {}

  async enqueue(task: string, payload: object, options: JobOptions = {}): Promise<void> {
    // A waiting job that a worker takes up while this one waits for its row is neither replaced nor
    // followed by another; the next look sees it taken up.
    for (let attempt = 0; attempt < patience; attempt += 1) {
      if (await this.add(task, payload, options)) return;
    }
    throw new Error(`The job "${task}" could not be written down: its elder changes all the time.`);
  }

  /**
   * How many jobs are due or being done, those waiting for another attempt left out. One being done may have
   * no attempt left: it is its last, or another of its key was written down meanwhile.
   */
  async outstanding(): Promise<number> {
    const [row] = await this.database.client.$queryRaw<{ count: bigint }[]>`
      select count(*) as count from graphile_worker.jobs
      where locked_at is not null or (run_at <= now() and attempts < max_attempts)`;
    return Number(row?.count ?? 0);
  }

  /** @returns false when nothing was written */
  private async add(task: string, payload: object, options: JobOptions): Promise<boolean> {
    const [job] = await this.database.client.$queryRaw<{ id: bigint | null }[]>`
      select id from ${addingJob({ task, payload, options })}`;
    return job !== undefined && job.id !== null;
  }
}
