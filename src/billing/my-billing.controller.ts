/** A member's own invoices and cancellation. */
import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { MembershipView } from '../memberships/membership.presenter.js';
import { PageQuery } from '../platform/http/page.dto.js';
import { CurrentReader } from '../users/current-reader.decorator.js';
import type { Reader } from '../users/reader.js';
import { CancellationService } from './cancellation.service.js';
import { InvoiceListing } from './invoices/invoice-listing.service.js';
import { type InvoiceList, presentInvoices } from './invoices/invoice.presenter.js';

@Controller('api/v1/me')
export class MyBillingController {
  constructor(
    private readonly invoices: InvoiceListing,
    private readonly cancellation: CancellationService,
  ) {}

  /** The reader's invoices, the newest first. */
  @Get('invoices')
  async list(@CurrentReader() reader: Reader, @Query() page: PageQuery): Promise<InvoiceList> {
    return presentInvoices(await this.invoices.of(reader.id, page));
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
