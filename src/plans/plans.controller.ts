/** What is for sale, for everybody. */
import { Controller, Get, Query } from '@nestjs/common';
import { Public } from '../platform/http/access.decorators.js';
import { PageQuery } from '../platform/http/page.dto.js';
import { pageOfAll } from '../platform/http/paging.js';
import { SharedByAll } from '../platform/http/shared-answers.js';
import { PlanCatalogue } from './plan-catalogue.service.js';
import { type PlanList, presentPlan } from './plan.presenter.js';

@Controller('api/v1/plans')
export class PlansController {
  constructor(private readonly catalogue: PlanCatalogue) {}

  /** The plans on sale, each with its prices. */
  @Public()
  @SharedByAll('plans')
  @Get()
  async list(@Query() page: PageQuery): Promise<PlanList> {
    const { items, nextCursor } = pageOfAll(await this.catalogue.inTheWindow(), page);
    return { items: items.map(presentPlan), nextCursor };
  }
}
