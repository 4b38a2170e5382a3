/** A member changes to another price or plan, or looks at what that would mean. */
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { MembershipView } from '../../memberships/membership.presenter.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import type { Reader } from '../../users/reader.js';
import { type PlanChangePreview, PlanChangeRequest } from './plan-change.dto.js';
import { PlanChangeService } from './plan-change.service.js';

@Controller('api/v1/me/membership/change')
export class PlanChangeController {
  constructor(private readonly changes: PlanChangeService) {}

  /** To more: at once, and the difference is charged. To less: at the end of what is paid. */
  @Post()
  @HttpCode(200)
  change(
    @CurrentReader() reader: Reader,
    @Body() { priceId }: PlanChangeRequest,
  ): Promise<MembershipView> {
    return this.changes.change(reader.id, priceId);
  }

  /** Changes nothing; tells what would be charged now, and when the change would come. */
  @Post('preview')
  @HttpCode(200)
  preview(
    @CurrentReader() reader: Reader,
    @Body() { priceId }: PlanChangeRequest,
  ): Promise<PlanChangePreview> {
    return this.changes.preview(reader.id, priceId);
  }
}
