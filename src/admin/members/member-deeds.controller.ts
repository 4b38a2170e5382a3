/** Staff give memberships, end them, and pay them back. */
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Refunds } from '../../billing/refunds/refund.service.js';
import type { MembershipView } from '../../memberships/membership.presenter.js';
import {
  IdempotencyKey,
  TakesIdempotencyKey,
} from '../../platform/http/idempotency-key.decorator.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import type { Reader } from '../../users/reader.js';
import { CancelRequest, CompRequest, ExtendRequest, RefundRequest } from './member-deeds.dto.js';
import { type RefundedView, presentRefunded } from './member-deeds.presenter.js';
import { MemberDeeds } from './member-deeds.service.js';
import { MembersAdmin } from './members-admin.service.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('members.manage')
@Controller('api/v1/admin/members/:id')
export class MemberDeedsController {
  constructor(
    private readonly members: MembersAdmin,
    private readonly deeds: MemberDeeds,
    private readonly refunds: Refunds,
  ) {}

  /** Gives her a membership until a date; one that was given before gets the new end. */
  @Post('comp')
  @HttpCode(200)
  async comp(
    @Param('id', UuidParam) id: string,
    @Body() terms: CompRequest,
    @CurrentReader() staff: Reader,
  ): Promise<MembershipView> {
    await this.members.present(id);
    await this.deeds.comp(id, terms, staff);
    return this.members.membership(id);
  }

  /**
   * Lets her membership go on until a date without a charge: one that was given ends then, a trial ends then, one that
   * is paid for is billed again then. Twice is once.
   */
  @Post('extend')
  @HttpCode(200)
  async extend(
    @Param('id', UuidParam) id: string,
    @Body() { until }: ExtendRequest,
    @CurrentReader() staff: Reader,
  ): Promise<MembershipView> {
    await this.members.present(id);
    await this.deeds.extend(id, until, staff);
    return this.members.membership(id);
  }

  /** Ends her membership now or with what is paid for; one that was given ends early. Twice is once. */
  @Post('cancel')
  @HttpCode(200)
  async cancel(
    @Param('id', UuidParam) id: string,
    @Body() { at }: CancelRequest,
    @CurrentReader() staff: Reader,
  ): Promise<MembershipView> {
    await this.members.present(id);
    await this.deeds.cancel(id, at, staff);
    return this.members.membership(id);
  }

  /** Gives back a payment or a part of it, once however often it is clicked at once. */
  @Post('refund')
  @HttpCode(200)
  @TakesIdempotencyKey()
  async refund(
    @Param('id', UuidParam) id: string,
    @Body() { invoiceId, amount }: RefundRequest,
    @IdempotencyKey() requestKey: string | null,
    @CurrentReader() staff: Reader,
  ): Promise<RefundedView> {
    await this.members.known(id);
    const wish = { userId: id, invoiceId, amount, requestKey, actorId: staff.id };
    return presentRefunded(await this.refunds.refund(wish), await this.members.membership(id));
  }
}
