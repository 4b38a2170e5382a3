/** Judges a visit: finds out what the decision asks for, and spends what it costs. */
import { Injectable } from '@nestjs/common';
import type { PublicArticle } from '../../articles/article.js';
import { MembershipKeeper } from '../../memberships/membership-keeper.service.js';
import { can } from '../../users/permissions.rules.js';
import { GiftBook, type GiftInHand } from '../gifts/gift-book.service.js';
import {
  InstitutionFinder,
  type NamedInstitution,
} from '../institutions/institution-finder.service.js';
import { CrawlerVerifier } from '../machines/crawler-verifier.service.js';
import { type Allowance, MeterService } from '../meter/meter.service.js';
import type { Visit } from '../reading/visit.js';
import {
  type AccessDecision,
  type Asker,
  type Known,
  type Question,
  decideAccess,
} from './decide-access.rules.js';

/** What was found out on the way to a decision. */
interface Findings extends Known {
  meter?: Allowance;
  gift?: GiftInHand | null;
  through?: NamedInstitution | null;
}

export interface Judgement {
  readonly decision: AccessDecision;
  /** Her allowance, where it counts for this article. */
  readonly allowance: Allowance | null;
  /** The gift link in hand, whatever it is worth. */
  readonly gift: GiftInHand | null;
  /** The institution that she reads through. */
  readonly institution: NamedInstitution | null;
}

@Injectable()
export class AccessJudge {
  constructor(
    private readonly keeper: MembershipKeeper,
    private readonly meter: MeterService,
    private readonly gifts: GiftBook,
    private readonly institutions: InstitutionFinder,
    private readonly crawlers: CrawlerVerifier,
  ) {}

  async judge(article: PublicArticle, visit: Visit): Promise<Judgement> {
    const asker = askerOf(visit);
    let found: Findings = {};
    for (;;) {
      const verdict = decideAccess(article, asker, found);
      if ('asks' in verdict) {
        found = { ...found, ...(await this.find(verdict.asks, article, visit)) };
        continue;
      }
      if (!verdict.granted || verdict.spends === null) return judgement(verdict, found);
      const spent = await this.spend(verdict.spends, article, visit);
      // A parallel request may have been quicker and taken the last one: then it is decided anew.
      found = { ...found, ...spent.found };
      if (spent.granted) return judgement(verdict, found);
    }
  }

  private async find(question: Question, article: PublicArticle, visit: Visit): Promise<Findings> {
    switch (question) {
      case 'membership':
        return { membership: await this.keeper.standing(visit.reader?.id ?? '') };
      case 'institution': {
        const through = await this.institutions.find(visit);
        return { institution: through !== null, through };
      }
      case 'crawler':
        return { crawler: await this.crawlers.mayReadAll(visit) };
      case 'gift':
        return { gift: await this.gifts.standing(article.id, visit) };
      case 'meter':
        return { meter: await this.meter.standing(article.id, visit) };
    }
  }

  private async spend(
    what: 'meter' | 'gift',
    article: PublicArticle,
    visit: Visit,
  ): Promise<{ granted: boolean; found: Findings }> {
    if (what === 'meter') {
      const { granted, allowance } = await this.meter.spend(article.id, visit);
      return { granted, found: { meter: allowance } };
    }
    const granted = await this.gifts.spend(article.id, visit);
    if (granted) return { granted, found: {} };
    return {
      granted,
      found: { gift: { isLive: false, hasOpened: false, refusal: 'used-up' } },
    };
  }
}

function askerOf({ reader, maySpend }: Visit): Asker {
  return {
    isSignedIn: reader !== null,
    isStaff: reader !== null && can(reader.roles, 'articles.publish'),
    maySpend,
  };
}

function judgement(decision: AccessDecision, found: Findings): Judgement {
  return {
    decision,
    allowance: found.meter ?? null,
    gift: found.gift ?? null,
    institution: found.through ?? null,
  };
}
