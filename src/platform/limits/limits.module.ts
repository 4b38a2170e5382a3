/** Makes the limits injectable everywhere, and has routes that name theirs keep them. */
import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ForgetLimitsJob } from './forget-limits.job.js';
import { LimitGuard } from './limit.guard.js';
import { LimitMetrics } from './limits.metrics.js';
import { LimitsRepository } from './limits.repository.js';
import { Limits } from './limits.service.js';

@Global()
@Module({
  providers: [
    { provide: APP_GUARD, useClass: LimitGuard },
    ForgetLimitsJob,
    Limits,
    LimitsRepository,
    LimitMetrics,
  ],
  exports: [Limits],
})
export class LimitsModule {}
