/** Where Stripe sends a reader back to, with a membership or without. */
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CheckoutReturn } from '../billing/checkout/checkout-return.service.js';
import { MembershipDesk } from '../memberships/membership-desk.service.js';
import type { MembershipView } from '../memberships/membership.presenter.js';
import { Public } from '../platform/http/access.decorators.js';
import { notFound } from '../platform/http/problem.js';
import type { Reader } from '../users/reader.js';
import { codeOf } from './form-words.js';
import { seeOther, sendPrivatePage } from './page.http.js';
import { PageFrames } from './page-frames.service.js';
import { CheckoutCancelledPage } from './pages/checkout-cancelled.page.js';
import { WelcomePage } from './pages/welcome.page.js';
import { ReturnPlace } from './return-place.service.js';
import { paths, withReturnTo } from './site-paths.js';

interface Arrival {
  membership: MembershipView;
  /** Whether Stripe has said so just now. */
  isKnown: boolean;
}

@ApiExcludeController()
@Public()
@Controller('checkout')
export class CheckoutReturnController {
  constructor(
    private readonly frames: PageFrames,
    private readonly checkoutReturn: CheckoutReturn,
    private readonly memberships: MembershipDesk,
    private readonly place: ReturnPlace,
  ) {}

  /** What she bought is hers before she sees this page, whether or not an event has arrived. */
  @Get('success')
  async success(
    @Query('session_id') sessionId: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    if (typeof sessionId !== 'string') throw notFound();
    const path = `${paths.checkoutSuccess}?session_id=${encodeURIComponent(sessionId)}`;
    const before = await this.frames.visit(request, reply, path);
    if (before.reader === null) return seeOther(reply, withReturnTo(paths.signIn, path));
    const { membership, isKnown } = await this.arrive(before.reader, sessionId);
    // What was bought is over already, like a second trial; her account says why.
    if (isKnown && membership.state === 'ended') return seeOther(reply, paths.account);
    const returnTo = this.place.of(request);
    if (membership.access) this.place.forget(reply);
    // Looked at again: the masthead of a member is another.
    const { frame } = await this.frames.visit(request, reply, path);
    return sendPrivatePage(reply, WelcomePage, { frame, membership, returnTo });
  }

  @Get('cancelled')
  async cancelled(
    @Query() _marks: object,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { frame } = await this.frames.visit(request, reply, paths.home);
    const returnTo = this.place.of(request);
    return sendPrivatePage(reply, CheckoutCancelledPage, { frame, returnTo });
  }

  /** While Stripe cannot be reached, what we know already; the page then offers to look again. */
  private async arrive(reader: Reader, sessionId: string): Promise<Arrival> {
    try {
      return {
        membership: await this.checkoutReturn.arrive(reader, sessionId),
        isKnown: true,
      };
    } catch (error) {
      if (codeOf(error) !== 'billing/stripe-unavailable') throw error;
      return { membership: await this.memberships.show(reader.id), isKnown: false };
    }
  }
}
