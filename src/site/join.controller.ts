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
import type { Words } from '../words/words.js';
import { codeOf } from './form-words.js';
import { JoinDesk } from './join.service.js';
import { seeOther, sendPage, sendPrivatePage } from './page.http.js';
import { PageFrames } from './page-frames.service.js';
import { JoinPage } from './pages/join.page.js';
import { fieldOf, readForm } from './read-form.js';
import { ReturnPlace } from './return-place.service.js';
import { ownPath } from './return-to.rules.js';
import { paths, withReturnTo } from './site-paths.js';

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
    if (sent === null) return again(this.frames.words.join.problems.unknownPrice, 422);
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
      const { problems } = this.frames.words.join;
      const refused = refusalOf(error, problems);
      if (refused === null) throw error;
      return { refused };
    }
  }
}

type Refusal = [problem: string | null, status: number];

/** What is said above the offer, and with which status; null for a refusal that no reader can mend. */
function refusalOf(error: unknown, problems: Words['join']['problems']): Refusal | null {
  if (isTermsNotAccepted(error)) return [problems.termsNotAccepted, 422];
  switch (codeOf(error)) {
    case 'billing/price-not-found':
      return [problems.unknownPrice, 404];
    case 'request/invalid-body':
      return [problems.unknownPrice, 422];
    case 'billing/already-member':
      return [null, 409];
    case 'billing/currency-bound':
      return [problems.currencyBound, 409];
    case 'billing/checkout-changing':
      return [problems.pressedTwice, 409];
    case 'billing/stripe-unavailable':
      return [problems.paymentsUnavailable, 503];
    case 'billing/stripe-refused':
      return [problems.paymentsUnavailable, 502];
    default:
      return null;
  }
}
