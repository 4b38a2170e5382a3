/** Judges a reading as the article's door does, without reading the text: the answer is in the headers. */
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ArticleRepository } from '../../articles/article.repository.js';
import { notFound } from '../../platform/http/problem.js';
import { CookieSessionService } from '../../users/sessions/cookie-session.service.js';
import { ReadCounts } from '../figures/read-counts.service.js';
import type { Outcome } from '../figures/read.metrics.js';
import { AccessJudge } from '../decision/access-judge.service.js';
import type { AccessDecision } from '../decision/decide-access.rules.js';
import type { Allowance } from '../meter/meter.service.js';
import { allowCaching } from '../reading/reading.http.js';
import { presentMeter } from '../reading/reading.presenter.js';
import type { Arrival } from '../reading/reading-door.service.js';
import { told } from '../reading/reading.service.js';
import { Visits } from '../reading/visits.service.js';
import { accessBlocked } from './access-check.errors.js';

@Injectable()
export class AccessCheck {
  constructor(
    private readonly articles: ArticleRepository,
    private readonly judge: AccessJudge,
    private readonly visits: Visits,
    private readonly cookies: CookieSessionService,
    private readonly counts: ReadCounts,
  ) {}

  /**
   * The reader is the one whose headers the edge hands on: by her token, or by her cookie on the pages.
   * @throws Problem 403 `paywall/access-blocked`, 404
   */
  async answer(slug: string, arrival: Omit<Arrival, 'identifiedBy'>): Promise<void> {
    const { request, reply, giftToken } = arrival;
    const reader = arrival.reader ?? (await this.cookies.readerOf(request));
    const article = await this.articles.findPublishedBySlug(slug);
    if (article === null) throw notFound();
    const visit = this.visits.of(request, reader, giftToken);
    const judgement = await this.judge.judge(article, visit);
    const { decision } = judgement;
    this.counts.count(article.id, outcomeOf(decision), visit);
    const { allowance, remembersVisitor } = told(judgement, visit);
    if (remembersVisitor) this.visits.remember(reply, visit.visitor);
    allowCaching(reply, false, 'Authorization, Cookie');
    say(reply, decision, allowance);
    if (!decision.granted) throw accessBlocked(decision.denial);
  }
}

const outcomeOf = (decision: AccessDecision): Outcome =>
  decision.granted ? { via: decision.via, denial: null } : { via: null, denial: decision.denial };

function say(reply: FastifyReply, decision: AccessDecision, allowance: Allowance | null): void {
  void reply.header('paywall-result', decision.granted ? 'ALLOW' : 'BLOCK');
  if (decision.granted) void reply.header('paywall-via', decision.via);
  else void reply.header('paywall-denial', decision.denial);
  if (allowance === null) return;
  const { limit, used, remaining } = presentMeter(allowance);
  void reply.header('paywall-meta', `${limit},${used},${remaining}`);
}
