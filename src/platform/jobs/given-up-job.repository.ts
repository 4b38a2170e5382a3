/** The jobs that failed at their last attempt, and that nobody will try again. */
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

@Injectable()
export class GivenUpJobRepository {
  constructor(private readonly database: Database) {}

  async forgetBefore(instant: Date): Promise<void> {
    await this.database.client.$queryRaw`
      select count(*) from graphile_worker.complete_jobs(array(
        select id from graphile_worker.jobs
        where attempts >= max_attempts and locked_at is null and updated_at < ${instant}))`;
  }
}
