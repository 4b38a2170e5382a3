/** The development room; the application leaves it out in production. */
import { Module } from '@nestjs/common';
import { ArticlesModule } from '../articles/articles.module.js';
import { BillingModule } from '../billing/billing.module.js';
import { DevelopmentController } from './development.controller.js';
import { PassingTime } from './passing-time.service.js';
import { Settled } from './settled.js';
import { SimulatorClock } from './simulator-clock.js';

@Module({
  controllers: [DevelopmentController],
  imports: [ArticlesModule, BillingModule],
  providers: [SimulatorClock, Settled, PassingTime],
})
export class DevelopmentModule {}
