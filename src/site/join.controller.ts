/** The offer, and the way from it to Stripe's page. */
import { Body, Controller, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CheckoutRequest } from '../billing/checkout/checkout.dto.js';
import { isTermsNotAccepted } from '../billing/checkout/checkout.errors.js';
import { CheckoutService } from '../billing/checkout/checkout.service.js';
import { AcceptsForm, Public } from '../platform/http/access.decorators.js';
import { nameParts } from '../platform/http/shared-answers.js';
import type { Reader } from '../users/reader.js';
import { SameOriginGuard } from '../users/sessions/same-origin.guard.js';
import { codeOf } from './form-words.js';
import { JoinDesk } from './join.service.js';
import { english } from './language.js';
import { seeOther, sendPage, sendPrivatePage } from './page.http.js';
import { PageFrames } from './page-frames.service.js';
import { JoinPage } from './pages/join.page.js';
import { fieldOf, readForm } from './read-form.js';
import { ReturnPlace } from './return-place.service.js';
import { ownPath } from './return-to.rules.js';
import { paths, withReturnTo } from './site-paths.js';

const { problems } = english.words.join;

@ApiExcludeController()
@Public()
@UseGuards(SameOriginGuard)
@Controller('join')
export class JoinController {
  constructor(
    private readonly frames: PageFrames,
    private readonly desk: JoinDesk,
    private readonly checkout: CheckoutService,
    private readonly place: ReturnPlace,
  ) {}

  @Get()
  async offer(
    @Query('returnTo') returnTo: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const visit = await this.frames.visit(request, reply, paths.join);
    const page = await this.desk.page(visit, ownPath(returnTo));
    nameParts(reply, ['plans']);
    return sendPage(reply, visit.reader === null, JoinPage, page);
  }

  @AcceptsForm()
  @Post()
  async buy(
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const returnTo = ownPath(fieldOf(form, 'returnTo'));
    const visit = await this.frames.visit(request, reply, paths.join);
    if (visit.reader === null) return seeOther(reply, withReturnTo(paths.join, returnTo));
    const { sent } = readForm(CheckoutRequest, form, ['priceId', 'acceptedTerms']);
    const again = async (problem: string | null, status: number) => {
      const page = await this.desk.page(visit, returnTo, problem);
      return sendPrivatePage(reply, JoinPage, page, status);
    };
    if (sent === null) return again(problems.unknownPrice, 422);
    const opened = await this.open(visit.reader, sent);
    if ('refused' in opened) return again(...opened.refused);
    this.place.remember(reply, returnTo);
    return seeOther(reply, opened.url);
  }

  private async open(
    reader: Reader,
    purchase: CheckoutRequest,
  ): Promise<{ url: string } | { refused: Refusal }> {
    try {
      return await this.checkout.start(reader, purchase);
    } catch (error) {
      const refused = isTermsNotAccepted(error) ? termsRefusal : refusals[codeOf(error) ?? ''];
      if (refused === undefined) throw error;
      return { refused };
    }
  }
}

type Refusal = [problem: string | null, status: number];

const termsRefusal: Refusal = [problems.termsNotAccepted, 422];

/** What is said above the offer, and with which status, for each refusal that a reader can mend. */
const refusals: Record<string, Refusal> = {
  'billing/price-not-found': [problems.unknownPrice, 404],
  'request/invalid-body': [problems.unknownPrice, 422],
  'billing/already-member': [null, 409],
  'billing/currency-bound': [problems.currencyBound, 409],
  'billing/checkout-changing': [problems.pressedTwice, 409],
  'billing/stripe-unavailable': [problems.paymentsUnavailable, 503],
  'billing/stripe-refused': [problems.paymentsUnavailable, 502],
};
