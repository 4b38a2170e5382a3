/** A reader's account on the pages, the way to Stripe's portal, and the way out. */
import { Controller, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BillingAccount } from '../billing/billing-account.service.js';
import { AcceptsForm, Public } from '../platform/http/access.decorators.js';
import type { Reader } from '../users/reader.js';
import { SameOriginGuard } from '../users/same-origin.guard.js';
import { AccountDesk } from './account-desk.service.js';
import { Doorway } from './doorway.service.js';
import { codeOf } from './form-words.js';
import { english } from './language.js';
import { seeOther, sendPrivatePage } from './page.http.js';
import { PageFrames } from './page-frames.service.js';
import { AccountPage } from './pages/account.page.js';
import { paths, withReturnTo } from './site-paths.js';

@ApiExcludeController()
@Public()
@UseGuards(SameOriginGuard)
@Controller()
export class AccountPageController {
  constructor(
    private readonly frames: PageFrames,
    private readonly desk: AccountDesk,
    private readonly billing: BillingAccount,
    private readonly doorway: Doorway,
  ) {}

  @Get('account')
  async show(
    @Query() _marks: object,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { reader, frame } = await this.frames.visit(request, reply, paths.account);
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
    const { paymentsUnavailable } = english.words.account.problems;
    const page = { frame, ...(await this.desk.facts(reader)), problem: paymentsUnavailable };
    return sendPrivatePage(reply, AccountPage, page, 503);
  }

  @AcceptsForm()
  @Post('sign-out')
  signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<FastifyReply> {
    return this.doorway.leave(request, reply);
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
