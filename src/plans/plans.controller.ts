/** What is for sale, for everybody. */
import { Controller, Get } from '@nestjs/common';
import { Public } from '../platform/http/access.decorators.js';
import { PlanCatalogue } from './plan-catalogue.service.js';
import { type PlanList, presentPlan } from './plan.presenter.js';

@Controller('api/v1/plans')
export class PlansController {
  constructor(private readonly catalogue: PlanCatalogue) {}

  /** The plans on sale, each with its prices. */
  @Public()
  @Get()
  async list(): Promise<PlanList> {
    const plans = await this.catalogue.onSale();
    return { items: plans.map(presentPlan), nextCursor: null };
  }
}
