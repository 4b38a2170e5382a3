/** Floor 0 in one import: configuration, time, database, jobs, mail and HTTP manners. */
import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from './audit/audit.module.js';
import { ClockModule } from './clock/clock.module.js';
import type { Config } from './config/config.js';
import { ConfigModule } from './config/config.module.js';
import { DatabaseModule } from './database/database.module.js';
import { EdgeModule } from './edge/edge.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { LimitsModule } from './limits/limits.module.js';
import { MailModule } from './mail/mail.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { TelemetryModule } from './telemetry/telemetry.module.js';

@Module({})
export class PlatformModule {
  static of(config: Config): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        ConfigModule.of(config),
        ClockModule,
        DatabaseModule,
        JobsModule,
        EdgeModule,
        AuditModule,
        MailModule,
        LimitsModule,
        HttpModule,
        HealthModule,
        MetricsModule,
        TelemetryModule,
      ],
    };
  }
}
