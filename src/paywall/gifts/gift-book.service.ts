/** What a gift link is worth, and counting its openings. */
import { Injectable } from '@nestjs/common';
import { standingOf } from '../../memberships/standing.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Limits } from '../../platform/limits/limits.service.js';
import { type Gated, type GiftStanding, opensFor } from '../decision/decide-access.rules.js';
import type { Visit } from '../reading/visit.js';
import { opening } from './gift.limits.js';
import { type GiftRefusal, refusalOf } from './gift.rules.js';
import { GiftLinks } from './gift-links.service.js';
import { isLinkPreview } from './link-preview.rules.js';
import { type GiftAtTheDoor, GiftOpeningRepository } from './gift-opening.repository.js';

export interface GiftInHand extends GiftStanding {
  readonly refusal: GiftRefusal | null;
}

@Injectable()
export class GiftBook {
  constructor(
    private readonly links: GiftLinks,
    private readonly openings: GiftOpeningRepository,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly limits: Limits,
  ) {}

  /** @returns null without a gift link */
  async standing(article: Gated & { id: string }, visit: Visit): Promise<GiftInHand | null> {
    if (visit.giftToken === null) return null;
    const giftId = this.links.giftIn(visit.giftToken);
    if (giftId === null) return refused('unknown');
    const gift = await this.openings.find(giftId, openersIn(visit));
    // We gave this link once: whoever gave it has left.
    if (gift === null) return refused('withdrawn');
    if (gift.articleId !== article.id) return refused('unknown');
    const giverReads = this.giverReads(article, gift);
    const refusal = refusalOf({ ...gift, giverReads }, this.clock.now());
    if (refusal !== null) return refused(refusal);
    const { hasOpened } = gift;
    return { isLive: !isLinkPreview(visit.userAgent), hasOpened, refusal };
  }

  /** Counts one opening. @returns false when none was left @throws Problem 429 `request/too-many` */
  async spend(visit: Visit): Promise<boolean> {
    const giftId = visit.giftToken === null ? null : this.links.giftIn(visit.giftToken);
    if (giftId === null) return false;
    await this.limits.take([opening]);
    return this.openings.open(giftId, visit.reader?.id ?? visit.visitor.id, this.clock.now());
  }

  /** What she gave opens nothing that she could not open herself, as a member, at this instant. */
  private giverReads(article: Gated, { isGiverGone, membership }: GiftAtTheDoor): boolean {
    const { graceDays } = this.config;
    return !isGiverGone && opensFor(article, standingOf(membership, this.clock.now(), graceDays));
  }
}

const refused = (refusal: GiftRefusal): GiftInHand => ({
  isLive: false,
  hasOpened: false,
  refusal,
});

/** Whoever opened it as a stranger goes on reading it when she has signed in. */
function openersIn({ reader, visitor }: Visit): string[] {
  return reader === null ? [visitor.id] : [reader.id, visitor.id];
}
