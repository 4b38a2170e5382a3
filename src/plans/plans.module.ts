/** The plans room. */
import { Module } from '@nestjs/common';
import { PlanCatalogue } from './plan-catalogue.service.js';
import { PlanDesk } from './plan-desk.service.js';
import { PlanRepository, PriceRepository } from './plan.repository.js';
import { PlansController } from './plans.controller.js';

@Module({
  controllers: [PlansController],
  providers: [PlanCatalogue, PlanDesk, PlanRepository, PriceRepository],
  exports: [PlanCatalogue, PlanDesk, PriceRepository],
})
export class PlansModule {}
