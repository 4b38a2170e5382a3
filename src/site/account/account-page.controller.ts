/** A reader's account on the pages, the way to Stripe's portal, and the way out. */
import { Controller, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccountRefresh } from '../../billing/account-refresh.service.js';
import { BillingAccount } from '../../billing/billing-account.service.js';
import { AcceptsForm, Public } from '../../platform/http/access.decorators.js';
import type { Reader } from '../../users/reader.js';
import { SameOriginGuard } from '../../users/sessions/same-origin.guard.js';
import { AccountDesk } from './account-desk.service.js';
import { Doorway } from '../sign-in/doorway.service.js';
import { codeOf } from '../form-words.js';
import { seeOther, sendPrivatePage } from '../page.http.js';
import { PageFrames, type Visit } from '../page-frames.service.js';
import { AccountPage } from '../pages/account.page.js';
import { paths, withReturnTo } from '../site-paths.js';

/** Milliseconds between two looks at Stripe: after a return from there, and for whoever looks by herself. */
const soon = 5_000;
const later = 60_000;

@ApiExcludeController()
@Public()
@UseGuards(SameOriginGuard)
@Controller()
export class AccountPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly desk: AccountDesk,
    private readonly billing: BillingAccount,
    private readonly refresh: AccountRefresh,
    private readonly doorway: Doorway,
  ) {}

  @Get('account')
  async show(
    @Query() marks: { from?: unknown },
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { reader, frame } = await this.lookedAgain(request, reply, marks.from === 'stripe');
    if (reader === null) return seeOther(reply, withReturnTo(paths.signIn, paths.account));
    const page = { frame, ...(await this.desk.facts(reader)), problem: null };
    return sendPrivatePage(reply, AccountPage, page);
  }

  @AcceptsForm()
  @Post('account/portal')
  async openPortal(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { reader, frame } = await this.frames.visit(request, reply, paths.account);
    if (reader === null) return seeOther(reply, withReturnTo(paths.signIn, paths.account));
    const opened = await this.portalOf(reader);
    if ('url' in opened) return seeOther(reply, opened.url);
    const { paymentsUnavailable } = this.frames.words.account.problems;
    const page = { frame, ...(await this.desk.facts(reader)), problem: paymentsUnavailable };
    return sendPrivatePage(reply, AccountPage, page, 503);
  }

  @AcceptsForm()
  @Post('sign-out')
  signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.doorway.leave(request, reply);
  }

  /** Whoever comes from Stripe, or owes a payment, may have paid just now. */
  private async lookedAgain(
    request: FastifyRequest,
    reply: FastifyReply,
    isFromStripe: boolean,
  ): Promise<Visit> {
    const visit = await this.frames.visit(request, reply, paths.account);
    const { reader, frame } = visit;
    if (reader === null) return visit;
    const owes = frame.reader?.state === 'grace' || frame.reader?.state === 'suspended';
    if (!isFromStripe && !owes) return visit;
    const hasLooked = await this.refresh.lookAgain(reader.id, isFromStripe ? soon : later);
    // The masthead of somebody who reads again is another.
    return hasLooked ? this.frames.visit(request, reply, paths.account) : visit;
  }

  private async portalOf(reader: Reader): Promise<{ url: string } | { unavailable: true }> {
    try {
      return { url: await this.billing.openPortal(reader.id) };
    } catch (error) {
      switch (codeOf(error)) {
        case 'billing/no-account':
          return { url: paths.join };
        case 'billing/stripe-unavailable':
        case 'billing/stripe-refused':
          return { unavailable: true };
        default:
          throw error;
      }
    }
  }
}
