/** The paywall room: may this reader read this article? */
import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { MembershipsModule } from '../memberships/memberships.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { MeterRepository } from './meter.repository.js';
import { MeterSettingsRepository } from './meter-settings.repository.js';
import { MeterService } from './meter.service.js';
import { ReadingController } from './reading.controller.js';
import { ReadingService } from './reading.service.js';

@Module({
  imports: [ArticlesModule, PlansModule, MembershipsModule],
  controllers: [ReadingController],
  providers: [ReadingService, MeterService, MeterRepository, MeterSettingsRepository],
  exports: [ReadingService, MeterService, MeterSettingsRepository],
})
export class PaywallModule {}
