/** Buying a membership, and coming back from it. */
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { MembershipView } from '../../memberships/membership.presenter.js';
import {
  IdempotencyKey,
  TakesIdempotencyKey,
} from '../../platform/http/idempotency-key.decorator.js';
import { MayBeTooMany } from '../../platform/limits/limited.decorator.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import type { Reader } from '../../users/reader.js';
import { BillingAccount } from '../billing-account.service.js';
import { type CheckoutPageView, CheckoutRequest, type PortalPageView } from './checkout.dto.js';
import { CheckoutReturn } from './checkout-return.service.js';
import { CheckoutService } from './checkout.service.js';

@Controller('api/v1/billing')
export class CheckoutController {
  constructor(
    private readonly checkout: CheckoutService,
    private readonly checkoutReturn: CheckoutReturn,
    private readonly account: BillingAccount,
  ) {}

  /** Opens Stripe's page for a price; while it is open, the same page again. */
  @MayBeTooMany()
  @Post('checkout-sessions')
  @TakesIdempotencyKey()
  start(
    @CurrentReader() reader: Reader,
    @Body() request: CheckoutRequest,
    @IdempotencyKey() key: string | null,
  ): Promise<CheckoutPageView> {
    return this.checkout.start(reader, request, key);
  }

  /** After the return from Stripe: brings the books up to date and answers the membership. */
  @Get('checkout-sessions/:id')
  arrive(@CurrentReader() reader: Reader, @Param('id') id: string): Promise<MembershipView> {
    return this.checkoutReturn.arrive(reader, id);
  }

  /** Opens Stripe's page where a member manages her card, invoices and cancellation. */
  @Post('portal-sessions')
  @HttpCode(201)
  async openPortal(@CurrentReader() reader: Reader): Promise<PortalPageView> {
    return { url: await this.account.openPortal(reader.id) };
  }
}
