/** How jobs go: what became of them, how long the oldest waits, and when the regular ones last fell due. */
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Counts } from '../metrics/counts.js';
import { Metrics } from '../metrics/metrics.js';
import { inSpan } from '../telemetry/spans.js';

interface Lag {
  seconds: number;
}

interface Schedule {
  task: string;
  at: number;
}

@Injectable()
export class JobMetrics {
  private readonly done: Counts;
  private readonly failed: Counts;
  private readonly givenUp: Counts;

  constructor(
    metrics: Metrics,
    private readonly database: Database,
  ) {
    this.done = metrics.add(new Counts('broadsheet_jobs_done_total', 'Jobs done.', 'task'));
    this.failed = metrics.add(
      new Counts('broadsheet_jobs_failed_total', 'Jobs that failed, and are tried again.', 'task'),
    );
    this.givenUp = metrics.add(
      new Counts('broadsheet_jobs_given_up_total', 'Jobs that failed for the last time.', 'task'),
    );
    metrics.look({
      at: 'jobs',
      figures: {
        broadsheet_job_oldest_due_seconds: {
          help: 'For how long the oldest job waits that is due.',
        },
        broadsheet_schedule_last_due_timestamp_seconds: {
          help: 'When what is done regularly last fell due while a process ran, by task.',
          by: 'task',
        },
      },
      ask: async () => ({
        broadsheet_job_oldest_due_seconds: await this.lag(),
        broadsheet_schedule_last_due_timestamp_seconds: await this.schedules(),
      }),
    });
  }

  /** Told of from the start, so that the first failure of a task is a rise. */
  name(task: string): void {
    for (const counts of [this.done, this.failed, this.givenUp]) counts.add(task, 0);
  }

  /** @param isLast whether nobody tries it again */
  async watch(task: string, isLast: boolean, work: () => Promise<void>): Promise<void> {
    try {
      await inSpan(() => ({ name: `job ${task}`, kind: 'job' }), work);
      this.done.add(task);
    } catch (error) {
      (isLast ? this.givenUp : this.failed).add(task);
      throw error;
    }
  }

  private async lag(): Promise<number> {
    const [oldest] = await this.database.client.$queryRaw<Lag[]>`
      select extract(epoch from now() - run_at)::float8 as seconds
      from graphile_worker._private_jobs
      where is_available = true and priority = 0 and run_at <= now()
      order by run_at limit 1`;
    return oldest?.seconds ?? 0;
  }

  private async schedules(): Promise<ReadonlyMap<string, number>> {
    const all = await this.database.client.$queryRaw<Schedule[]>`
      select identifier as task, extract(epoch from last_execution)::float8 as at
      from graphile_worker._private_known_crontabs where last_execution is not null`;
    return new Map(all.map(({ task, at }) => [task, at]));
  }
}
