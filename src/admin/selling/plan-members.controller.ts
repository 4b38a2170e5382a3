/** Staff see whom a change of a plan would touch. */
import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { MemberCensus } from '../../memberships/figures/member-census.service.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { PlanDesk } from '../../plans/plan-desk.service.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import { type PlanMembersView, presentPlanMembers } from './plan-members.presenter.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('plans.manage')
@Controller('api/v1/admin/plans')
export class PlanMembersController {
  constructor(
    private readonly desk: PlanDesk,
    private readonly census: MemberCensus,
  ) {}

  /** How many hold a plan, where they stand, at which prices, and when they renew. */
  @Get(':id/members')
  async show(@Param('id', UuidParam) id: string): Promise<PlanMembersView> {
    await this.desk.show(id);
    return presentPlanMembers(await this.census.ofPlan(id));
  }
}
