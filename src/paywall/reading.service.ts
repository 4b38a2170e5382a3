/** Opens an article for somebody: finds it, decides, spends the meter, and only then reads the text. */
import { Injectable } from '@nestjs/common';
import { mintAccessPass } from '../articles/access-pass.mint.js';
import type { PublicArticle } from '../articles/article.js';
import { ArticleRepository } from '../articles/article.repository.js';
import { withoutMarker } from '../articles/paywall-cut.rules.js';
import { MembershipKeeper } from '../memberships/membership-keeper.service.js';
import { PlanCatalogue } from '../plans/plan-catalogue.service.js';
import type { Plan } from '../plans/plan.js';
import { can } from '../users/permissions.rules.js';
import type { Reader } from '../users/reader.js';
import {
  type AccessDecision,
  type Denial,
  type ReaderStanding,
  type Via,
  asksMeter,
  decideAccess,
} from './decide-access.rules.js';
import { type Allowance, MeterService } from './meter.service.js';

/** An article as this reader may see it now. */
export interface Reading {
  article: PublicArticle;
  /** The whole text, or null behind the wall. */
  bodyHtml: string | null;
  via: Via | null;
  denial: Denial | null;
  /** Her allowance, where it counts for this article. */
  allowance: Allowance | null;
  /** What would open it, for somebody at the wall. */
  offers: Plan[];
  /** Where the open invoice can be paid, for somebody whose payment is overdue. */
  payUrl: string | null;
}

interface Verdict {
  decision: AccessDecision;
  allowance: Allowance | null;
}

@Injectable()
export class ReadingService {
  constructor(
    private readonly articles: ArticleRepository,
    private readonly keeper: MembershipKeeper,
    private readonly meter: MeterService,
    private readonly catalogue: PlanCatalogue,
  ) {}

  /**
   * @param reader null for a stranger
   * @param maySpend false where nobody is reading yet, as for HEAD and prefetch: then nothing is spent
   *   and the meter opens only what is open already
   * @returns null when there is no such published article
   */
  async open(slug: string, reader: Reader | null, maySpend: boolean): Promise<Reading | null> {
    const article = await this.articles.findPublishedBySlug(slug);
    if (article === null) return null;
    const { decision, allowance } = await this.judge(article, reader, maySpend);
    if (!decision.granted) {
      const { denial } = decision;
      const offers = await this.offersFor(article, denial);
      const payUrl = await this.payUrlFor(reader, denial);
      return { article, bodyHtml: null, via: null, denial, allowance, offers, payUrl };
    }
    const text = await this.articles.readText(mintAccessPass(article.id, decision));
    return {
      article,
      bodyHtml: withoutMarker(text),
      via: decision.via,
      denial: null,
      allowance,
      offers: [],
      payUrl: null,
    };
  }

  private async judge(
    article: PublicArticle,
    reader: Reader | null,
    maySpend: boolean,
  ): Promise<Verdict> {
    const standing = await this.standingOf(article, reader);
    if (reader === null || !asksMeter(article, standing)) {
      return { decision: decideAccess(article, standing, null), allowance: null };
    }
    const allowance = await this.meter.allowance(reader.id, article.id);
    const decision = decideAccess(article, standing, allowance);
    if (!decision.granted || !decision.spends) return { decision, allowance };
    const exhausted: AccessDecision = { granted: false, denial: 'meter-exhausted' };
    if (!maySpend) return { decision: exhausted, allowance };
    const after = await this.meter.spend(reader.id, article.id, allowance.limit);
    if (after !== null) return { decision, allowance: after };
    // A parallel request was quicker and took the last unit.
    return { decision: exhausted, allowance: await this.meter.allowance(reader.id, article.id) };
  }

  private async standingOf(
    article: PublicArticle,
    reader: Reader | null,
  ): Promise<ReaderStanding | null> {
    if (reader === null) return null;
    const isStaff = can(reader.roles, 'articles.write');
    const needsMembership = article.gate === 'metered' || article.gate === 'members';
    if (isStaff || !needsMembership) {
      return { isStaff, state: 'none', access: false, planId: null };
    }
    const { state, access, planId } = await this.keeper.standing(reader.id);
    return { isStaff, state, access, planId };
  }

  private async payUrlFor(reader: Reader | null, denial: Denial): Promise<string | null> {
    if (reader === null || denial !== 'payment-overdue') return null;
    const { membership } = await this.keeper.holding(reader.id);
    return membership?.payUrl ?? null;
  }

  /** For somebody whose payment is overdue there is nothing to buy. */
  private async offersFor(article: PublicArticle, denial: Denial): Promise<Plan[]> {
    if (denial === 'payment-overdue') return [];
    const plans = await this.catalogue.onSale();
    const { planIds } = article;
    return planIds.length === 0 ? plans : plans.filter(({ id }) => planIds.includes(id));
  }
}
