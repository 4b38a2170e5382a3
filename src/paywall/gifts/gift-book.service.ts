/** What a gift link is worth, and counting its openings. */
import { Injectable } from '@nestjs/common';
import type { GiftStanding } from '../decision/decide-access.rules.js';
import type { Visit } from '../reading/visit.js';

/** Why a gift link opens nothing. */
export type GiftRefusal = 'expired' | 'used-up' | 'withdrawn' | 'unknown';

export interface GiftInHand extends GiftStanding {
  readonly refusal: GiftRefusal | null;
}

@Injectable()
export class GiftBook {
  /** @returns null without a gift link */
  standing(_articleId: string, visit: Visit): Promise<GiftInHand | null> {
    const unknown = { isLive: false, hasOpened: false, refusal: 'unknown' } as const;
    return Promise.resolve(visit.giftToken === null ? null : unknown);
  }

  /** Counts one opening. @returns false when none was left */
  spend(_articleId: string, _visit: Visit): Promise<boolean> {
    return Promise.resolve(false);
  }
}
