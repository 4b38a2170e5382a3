/** Judges a visit: finds out what the decision asks for, and spends what it costs. */
import { Injectable } from '@nestjs/common';
import type { Gate, PublicArticle } from '../../articles/article.js';
import { MembershipInHand } from '../../memberships/membership-in-hand.service.js';
import type { Reader } from '../../users/reader.js';
import { GiftBook, type GiftInHand } from '../gifts/gift-book.service.js';
import {
  InstitutionFinder,
  type NamedInstitution,
} from '../institutions/institution-finder.service.js';
import { CrawlerVerifier } from '../machines/crawler-verifier.service.js';
import { type MeterAnswer, MeterService } from '../meter/meter.service.js';
import type { Visit } from '../reading/visit.js';
import {
  type AccessDecision,
  type Asker,
  type Gated,
  type Known,
  type Question,
  decideAccess,
} from './decide-access.rules.js';
import { isStaffFor } from './staff.rules.js';

/** What was found out on the way to a decision. */
interface Findings extends Known {
  metered?: MeterAnswer;
  gift?: GiftInHand | null;
  through?: NamedInstitution | null;
}

export interface Judgement {
  readonly decision: AccessDecision;
  /** The gate that it was decided by: open where the meter leaves the section out. */
  readonly gate: Gate;
  /** What the meter said, where it counts for this article. */
  readonly metered: MeterAnswer | null;
  /** The gift link in hand, whatever it is worth. */
  readonly gift: GiftInHand | null;
  /** The institution that she reads through. */
  readonly institution: NamedInstitution | null;
}

@Injectable()
export class AccessJudge {
  constructor(
    private readonly memberships: MembershipInHand,
    private readonly meter: MeterService,
    private readonly gifts: GiftBook,
    private readonly institutions: InstitutionFinder,
    private readonly crawlers: CrawlerVerifier,
  ) {}

  async judge(article: PublicArticle, visit: Visit): Promise<Judgement> {
    const asker = askerOf(visit, article);
    const gated = article.gate === 'metered' ? await this.gatedNow(article) : article;
    let found: Findings = {};
    for (;;) {
      const verdict = decideAccess(gated, asker, found);
      if ('asks' in verdict) {
        found = { ...found, ...(await this.find(verdict.asks, article, visit)) };
        continue;
      }
      if (!verdict.granted || verdict.spends === null) {
        if (visit.maySpend) await this.countRead(verdict, found, article);
        return judgement(verdict, gated, found);
      }
      const spent = await this.spend(verdict.spends, found, visit);
      // A parallel request may have been quicker and taken the last opening: then it is decided anew.
      found = { ...found, ...spent.found };
      if (spent.granted) return judgement(verdict, gated, found);
    }
  }

  private async find(question: Question, article: PublicArticle, visit: Visit): Promise<Findings> {
    switch (question) {
      case 'membership':
        return this.membershipOf(visit.reader);
      case 'institution': {
        const through = await this.institutions.find(visit);
        return { institution: through !== null, through };
      }
      case 'crawler':
        return { crawler: await this.crawlers.mayReadAll(visit) };
      case 'gift':
        return { gift: await this.gifts.standing(article, visit) };
      case 'read': {
        const metered = await this.meter.open(article.id, { ...visit, maySpend: false });
        // Where the gift opens it, the meter does not count, and nothing is told of it.
        return metered.standing.hasRead ? { read: true, metered } : { read: false };
      }
      case 'meter': {
        const metered = await this.meter.open(article.id, visit);
        return { meter: metered.standing, metered };
      }
    }
  }

  private async membershipOf(reader: Reader | null): Promise<Findings> {
    if (reader === null) throw new Error('A stranger was asked for her membership.');
    return { membership: (await this.memberships.of(reader)).standing };
  }

  /** Sections that the meter leaves out are open to everybody. */
  private async gatedNow(article: PublicArticle): Promise<Gated> {
    return (await this.meter.exempts(article)) ? { ...article, gate: 'public' } : article;
  }

  /** What is free for the reader, and yet told to somebody: how much is read through an institution. */
  private async countRead(
    verdict: AccessDecision,
    { through }: Findings,
    { id }: PublicArticle,
  ): Promise<void> {
    if (!verdict.granted || verdict.via !== 'institution' || through == null) return;
    await this.institutions.countRead(through, id);
  }

  private async spend(
    what: 'meter' | 'gift',
    { metered }: Findings,
    visit: Visit,
  ): Promise<{ granted: boolean; found: Findings }> {
    if (what === 'meter') {
      // Spent already, in the statement that looked: between looking and spending nobody could come first.
      if (metered?.isSpent !== true) throw new Error('The meter has not spent what it was to.');
      return { granted: true, found: {} };
    }
    const granted = await this.gifts.spend(visit);
    if (granted) return { granted, found: {} };
    return {
      granted,
      found: { gift: { isLive: false, hasOpened: false, refusal: 'used-up' } },
    };
  }
}

function askerOf({ reader, maySpend }: Visit, article: PublicArticle): Asker {
  return {
    isSignedIn: reader !== null,
    isStaff: reader !== null && isStaffFor(article, reader),
    maySpend,
  };
}

function judgement(decision: AccessDecision, { gate }: Gated, found: Findings): Judgement {
  return {
    decision,
    gate,
    metered: found.metered ?? null,
    gift: found.gift ?? null,
    institution: found.through ?? null,
  };
}
