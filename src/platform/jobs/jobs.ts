/** Writes down what must happen later, in the transaction of whatever causes it. */
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

export interface JobOptions {
  /** Jobs of one queue run one after the other, in any process. */
  queue?: string;
  /** A waiting job with the same key is replaced instead of a second one added. */
  key?: string;
  maxAttempts?: number;
}

@Injectable()
export class Jobs {
  constructor(private readonly database: Database) {}

  async enqueue(task: string, payload: object, options: JobOptions = {}): Promise<void> {
    await this.database.client.$queryRaw`
      select 1 from graphile_worker.add_job(
        ${task}::text,
        payload := ${JSON.stringify(payload)}::json,
        queue_name := ${options.queue ?? null}::text,
        job_key := ${options.key ?? null}::text,
        max_attempts := ${options.maxAttempts ?? 25}::int
      )`;
  }

  /** How many jobs are due or being done, those waiting for another attempt left out. */
  async outstanding(): Promise<number> {
    const [row] = await this.database.client.$queryRaw<{ count: bigint }[]>`
      select count(*) as count from graphile_worker.jobs
      where run_at <= now() and attempts < max_attempts`;
    return Number(row?.count ?? 0);
  }
}
