/** Provides the product's clock: the machine's in production, a movable one elsewhere. */
import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config.js';
import { AdjustableClock } from './adjustable-clock.js';
import { Clock, SystemClock } from './clock.js';

@Global()
@Module({
  providers: [
    {
      provide: Clock,
      inject: [Config],
      useFactory: (config: Config) =>
        config.isProduction
          ? new SystemClock()
          : new AdjustableClock(join(config.dataDir, 'clock.json')),
    },
  ],
  exports: [Clock],
})
export class ClockModule {}
