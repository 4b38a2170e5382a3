/** The offer, and the way from it to Stripe's page. */
import { Body, Controller, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CheckoutRequest } from '../../billing/checkout/checkout.dto.js';
import { isTermsNotAccepted, promotionDenialIn } from '../../billing/checkout/checkout.errors.js';
import { CheckoutService } from '../../billing/checkout/checkout.service.js';
import type { Purchase } from '../../billing/checkout/purchase-review.service.js';
import { AcceptsForm, Public } from '../../platform/http/access.decorators.js';
import { nameParts } from '../../platform/http/shared-answers.js';
import type { Reader } from '../../users/reader.js';
import { SameOriginGuard } from '../../users/sessions/same-origin.guard.js';
import type { Words } from '../../words/words.js';
import { codeOf } from '../form-words.js';
import { seeOther, sendPage, sendPrivatePage } from '../page.http.js';
import { PageFrames } from '../page-frames.service.js';
import { JoinPage } from '../pages/join.page.js';
import { fieldOf, readForm } from '../read-form.js';
import { ReturnPlace } from '../return-place.service.js';
import { articleAt, ownPath } from '../return-to.rules.js';
import { paths, withReturnTo } from '../site-paths.js';
import { JoinDesk } from './join-desk.service.js';
import { JoinMetrics } from './join.metrics.js';

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
    private readonly metrics: JoinMetrics,
  ) {}

  @Get()
  async offer(
    @Query() asked: { returnTo?: unknown; price?: unknown },
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const visit = await this.frames.visit(request, reply, paths.join);
    const priceId = typeof asked.price === 'string' ? asked.price : null;
    const chosen = { priceId, code: '', codeProblem: null };
    const returnTo = ownPath(asked.returnTo);
    const page = await this.desk.page(visit, { chosen, returnTo, problem: null });
    this.metrics.shown(visit.reader !== null);
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
    const typed = typedIn(form);
    const { sent } = readForm(CheckoutRequest, typed, [
      'priceId',
      'promotionCode',
      'acceptedTerms',
    ]);
    const opened =
      sent === null
        ? { refused: { problem: this.frames.words.join.problems.unknownPrice, status: 422 } }
        : await this.open(visit.reader, { ...sent, articleSlug: articleAt(returnTo) });
    if ('refused' in opened) {
      const { problem, status, codeProblem = null } = opened.refused;
      const { priceId = null, promotionCode: code = '' } = typed;
      const attempt = { chosen: { priceId, code, codeProblem }, returnTo, problem };
      return sendPrivatePage(reply, JoinPage, await this.desk.page(visit, attempt), status);
    }
    this.place.remember(reply, returnTo);
    return seeOther(reply, opened.url);
  }

  private async open(
    reader: Reader,
    purchase: Purchase,
  ): Promise<{ url: string } | { refused: Refusal }> {
    try {
      return await this.checkout.start(reader, purchase);
    } catch (error) {
      const refused = refusalOf(error, this.frames.words.join);
      if (refused === null) throw error;
      return { refused };
    }
  }
}

/** A code that was left empty is none. */
function typedIn(form: unknown) {
  const code = fieldOf(form, 'promotionCode')?.trim();
  return {
    priceId: fieldOf(form, 'priceId'),
    promotionCode: code === '' ? undefined : code,
    acceptedTerms: fieldOf(form, 'acceptedTerms'),
  };
}

interface Refusal {
  problem: string | null;
  status: number;
  /** What is said beside the code. */
  codeProblem?: string;
}

/** What is said above the offer, and with which status; null for a refusal that no reader can mend. */
function refusalOf(error: unknown, { problems, code }: Words['join']): Refusal | null {
  if (isTermsNotAccepted(error)) return { problem: problems.termsNotAccepted, status: 422 };
  const denial = promotionDenialIn(error);
  if (denial !== null) {
    return { problem: problems.code, status: 422, codeProblem: code.problems[denial] };
  }
  switch (codeOf(error)) {
    case 'billing/price-not-found':
      return { problem: problems.unknownPrice, status: 404 };
    case 'request/invalid-body':
      return { problem: problems.unknownPrice, status: 422 };
    case 'billing/already-member':
      return { problem: null, status: 409 };
    case 'billing/currency-bound':
      return { problem: problems.currencyBound, status: 409 };
    case 'billing/checkout-changing':
      return { problem: problems.pressedTwice, status: 409 };
    case 'billing/stripe-unavailable':
    case 'billing/stripe-failed':
      return { problem: problems.paymentsUnavailable, status: 503 };
    case 'billing/stripe-refused':
      return { problem: problems.paymentsUnavailable, status: 502 };
    default:
      return null;
  }
}
