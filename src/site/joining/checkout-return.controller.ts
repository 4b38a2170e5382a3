/** Where Stripe sends a reader back to, with a membership or without. */
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CheckoutReturn } from '../../billing/checkout/checkout-return.service.js';
import { MembershipDesk } from '../../memberships/membership-desk.service.js';
import type { MembershipView } from '../../memberships/membership.presenter.js';
import { Public } from '../../platform/http/access.decorators.js';
import { notFound } from '../../platform/http/problem.js';
import type { Reader } from '../../users/reader.js';
import { codeOf } from '../form-words.js';
import { seeOther, sendPrivatePage } from '../page.http.js';
import { PageFrames } from '../page-frames.service.js';
import { CheckoutCancelledPage } from '../pages/checkout-cancelled.page.js';
import { WelcomePage, type WelcomePageProps } from '../pages/welcome.page.js';
import { paths, withReturnTo } from '../site-paths.js';
import { nextLook } from './looks.rules.js';
import { WayBack } from './way-back.service.js';

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
    private readonly wayBack: WayBack,
  ) {}

  /** What she bought is hers before she sees this page, whether or not an event has arrived. */
  @Get('success')
  async success(
    @Query() marks: { session_id?: unknown; looks?: unknown },
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { session_id: sessionId, looks } = marks;
    if (typeof sessionId !== 'string') throw notFound();
    const path = paths.checkoutOf(sessionId);
    const before = await this.frames.visit(request, reply, path);
    if (before.reader === null) return seeOther(reply, withReturnTo(paths.signIn, path));
    const { membership, isKnown } = await this.arrive(before.reader, sessionId);
    // What was bought is over already, like a second trial; her account says why.
    if (isKnown && membership.state === 'ended') return seeOther(reply, paths.account);
    const back = await this.wayBack.of(request);
    // Looked at again: the masthead of a member is another.
    const { frame } = await this.frames.visit(request, reply, path);
    const next = membership.access ? null : nextLook(looks);
    const heard = heardOf(membership, isKnown, next !== null);
    // A header and not a script, so that it works without one; it is also forgotten with the page.
    if (next !== null) {
      void reply.header('refresh', `${next.seconds};url=${path}&looks=${next.number}`);
    }
    return sendPrivatePage(reply, WelcomePage, { frame, membership, heard, back });
  }

  @Get('cancelled')
  async cancelled(
    @Query() _marks: object,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { frame } = await this.frames.visit(request, reply, paths.home);
    const back = await this.wayBack.of(request);
    return sendPrivatePage(reply, CheckoutCancelledPage, { frame, back });
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

function heardOf(
  { access }: MembershipView,
  isKnown: boolean,
  looksAgain: boolean,
): WelcomePageProps['heard'] {
  if (access) return 'all';
  if (!looksAgain) return 'nothing-for-long';
  return isKnown ? 'nothing-yet' : 'unreachable';
}
