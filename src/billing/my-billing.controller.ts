/** A member's own invoices and cancellation. */
import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { MembershipView } from '../memberships/membership.presenter.js';
import { CurrentReader } from '../users/current-reader.decorator.js';
import type { Reader } from '../users/reader.js';
import { CancellationService } from './cancellation.service.js';
import { type InvoiceList, presentInvoice } from './invoice.presenter.js';
import { InvoiceRepository } from './invoice.repository.js';

@Controller('api/v1/me')
export class MyBillingController {
  constructor(
    private readonly invoices: InvoiceRepository,
    private readonly cancellation: CancellationService,
  ) {}

  /** The reader's invoices, the newest first. */
  @Get('invoices')
  async list(@CurrentReader() reader: Reader): Promise<InvoiceList> {
    const invoices = await this.invoices.listOf(reader.id);
    return { items: invoices.map(presentInvoice), nextCursor: null };
  }

  /** Lets the membership end with the trial or the period that is paid. */
  @Post('membership/cancel')
  @HttpCode(200)
  cancel(@CurrentReader() reader: Reader): Promise<MembershipView> {
    return this.cancellation.cancel(reader.id);
  }

  /** Takes back a cancellation that has not come yet. */
  @Post('membership/resume')
  @HttpCode(200)
  resume(@CurrentReader() reader: Reader): Promise<MembershipView> {
    return this.cancellation.resume(reader.id);
  }
}
