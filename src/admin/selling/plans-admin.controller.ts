/** Staff manage what is for sale. */
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { PlanPricing } from '../../billing/catalogue/plan-pricing.service.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { pageOfAll } from '../../platform/http/paging.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { PlanDesk } from '../../plans/plan-desk.service.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import type { Reader } from '../../users/reader.js';
import { Deeds } from '../deeds.service.js';
import { planAsAudited } from '../../plans/plan-audit.rules.js';
import { PlanReferences } from './plan-references.service.js';
import { PlanChange, PlanRequest, PriceChangeRequest } from './plans-admin.dto.js';
import {
  type StaffPlanList,
  type StaffPlanView,
  presentPlanToStaff,
} from './plans-admin.presenter.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('plans.manage')
@Controller('api/v1/admin/plans')
export class PlansAdminController {
  constructor(
    private readonly desk: PlanDesk,
    private readonly pricing: PlanPricing,
    private readonly references: PlanReferences,
    private readonly deeds: Deeds,
  ) {}

  /** Every plan, archived ones included. */
  @Get()
  async list(@Query() page: PageQuery): Promise<StaffPlanList> {
    const { items, nextCursor } = pageOfAll(await this.desk.list(), page);
    return { items: items.map(presentPlanToStaff), nextCursor };
  }

  /** One plan with its prices. */
  @Get(':id')
  async show(@Param('id', UuidParam) id: string): Promise<StaffPlanView> {
    return presentPlanToStaff(await this.desk.show(id));
  }

  /** Makes a plan, and puts its prices on sale when some are given. */
  @Post()
  async create(
    @Body() { prices = [], ...plan }: PlanRequest,
    @CurrentReader() staff: Reader,
  ): Promise<StaffPlanView> {
    const witness = this.deeds.witness(staff);
    return presentPlanToStaff(await this.pricing.createPlan(plan, prices, witness));
  }

  /** Changes how a plan is described; its prices have an address of their own. */
  @Patch(':id')
  async edit(
    @Param('id', UuidParam) id: string,
    @Body() change: PlanChange,
    @CurrentReader() staff: Reader,
  ): Promise<StaffPlanView> {
    const edit = () => this.pricing.editPlan(id, change);
    return presentPlanToStaff(await this.deeds.changed(staff, this.deed('edited', id), edit));
  }

  /** Puts a new price on sale in place of an old one, which its members keep. */
  @Put(':id/price')
  async setPrice(
    @Param('id', UuidParam) id: string,
    @Body() { priceId, ...price }: PriceChangeRequest,
    @CurrentReader() staff: Reader,
  ): Promise<StaffPlanView> {
    const change = { ...price, replaces: priceId };
    return presentPlanToStaff(await this.pricing.setPrice(id, change, this.deeds.witness(staff)));
  }

  /** Takes a plan off sale; its members keep it. */
  @Post(':id/archive')
  @HttpCode(200)
  async archive(
    @Param('id', UuidParam) id: string,
    @CurrentReader() staff: Reader,
  ): Promise<StaffPlanView> {
    const archive = () => this.pricing.archive(id);
    return presentPlanToStaff(await this.deeds.changed(staff, this.deed('archived', id), archive));
  }

  /** Deletes a plan that never had a price and that no article is narrowed to. */
  @Delete(':id')
  @HttpCode(204)
  async remove(@Param('id', UuidParam) id: string, @CurrentReader() staff: Reader): Promise<void> {
    const remove = () => this.references.removePlan(id);
    await this.deeds.changed(staff, this.deed('removed', id), remove);
  }

  private deed(what: 'edited' | 'archived' | 'removed', id: string) {
    const look = async () => planAsAudited((await this.desk.list()).find((plan) => plan.id === id));
    return { action: `plan.${what}`, subject: { kind: 'plan', id }, look };
  }
}
