/** Whether the process lives, and whether it can serve. */
import { Controller, Get } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Database } from '../database/database.js';
import { LicenceFree, Public } from '../http/access.decorators.js';
import { unavailable } from '../http/problem.js';
import { Worker } from '../jobs/worker.js';

export class HealthView {
  @ApiProperty({ enum: ['ok'] })
  status: 'ok';
}

@LicenceFree()
@Controller('health')
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly worker: Worker,
  ) {}

  /** The process answers. */
  @Public()
  @Get('live')
  live(): HealthView {
    return { status: 'ok' };
  }

  /** The process and its database answer, and what must happen later is being done. */
  @Public()
  @Get('ready')
  async ready(): Promise<HealthView> {
    const migrated = await this.database.isMigrated().catch((cause: unknown) => {
      throw unavailable('The database does not answer.', 2, cause);
    });
    if (!migrated) throw unavailable('The database has no tables: run npm run db:migrate.', 10);
    if (!this.worker.isWorking) throw unavailable('Jobs are not being done at the moment.', 2);
    return { status: 'ok' };
  }
}
