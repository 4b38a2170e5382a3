/** Whether the process lives, and whether it can serve. */
import { Controller, Get } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Database } from '../database/database.js';
import { Public } from '../http/access.decorators.js';
import { unavailable } from '../http/problem.js';

export class HealthView {
  @ApiProperty({ enum: ['ok'] })
  status: 'ok';
}

@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  /** The process answers. */
  @Public()
  @Get('live')
  live(): HealthView {
    return { status: 'ok' };
  }

  /** The process and its database answer. */
  @Public()
  @Get('ready')
  async ready(): Promise<HealthView> {
    try {
      await this.database.pool.query('select 1');
    } catch (cause) {
      throw unavailable('The database does not answer.', 2, cause);
    }
    return { status: 'ok' };
  }
}
