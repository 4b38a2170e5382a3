/** Whether the process lives, and whether it can serve. */
import { Controller, Get } from '@nestjs/common';
import { LicenceFree, Public } from '../http/access.decorators.js';
import { Closing } from '../http/closing.js';
import { unavailable } from '../http/problem.js';
import { HealthView, ReadinessView } from './health.presenter.js';
import { Readiness } from './readiness.service.js';

@LicenceFree()
@Controller('health')
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly closing: Closing,
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
  ready(): Promise<ReadinessView> {
    if (this.closing.hasBegun) throw unavailable('This process is about to end.', 1);
    return this.readiness.demand();
  }
}
