/** The plans room. */
import { Module } from '@nestjs/common';
import { PlanCatalogue } from './plan-catalogue.service.js';
import { PlanDesk } from './plan-desk.service.js';
import { PlanLock } from './plan-lock.repository.js';
import { PlanRepository } from './plan.repository.js';
import { PlansController } from './plans.controller.js';
import { PriceRepository } from './price.repository.js';
import { PriceSuccession } from './price-succession.service.js';

@Module({
  controllers: [PlansController],
  providers: [PlanCatalogue, PlanDesk, PlanLock, PlanRepository, PriceRepository, PriceSuccession],
  exports: [PlanCatalogue, PlanDesk, PlanLock, PriceRepository, PriceSuccession],
})
export class PlansModule {}
