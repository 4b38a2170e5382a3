/** What leaves of an article: the public part for everybody, the whole text only with a grant. */
import { ApiProperty } from '@nestjs/swagger';
import { ArticleCardView, presentCard } from '../../articles/article.presenter.js';
import { PlanView, presentPlan } from '../../plans/plan.presenter.js';
import { type Denial, type Via, denials, ways } from '../decision/decide-access.rules.js';
import type { GiftRefusal } from '../gifts/gift.rules.js';
import type { Allowance } from '../meter/meter.service.js';
import type { Reading } from './reading.service.js';

const giftRefusals = [
  'expired',
  'used-up',
  'withdrawn',
  'unknown',
] as const satisfies GiftRefusal[];

export class MeterView {
  /** Distinct articles a window. */
  limit: number;
  used: number;
  remaining: number;
  /** When there is more. */
  resetsAt: Date;
  /** How long the window is, where it is rolling; null where it is the calendar month. */
  @ApiProperty({ type: 'integer', nullable: true })
  windowDays: number | null;
  /** The limit of a registered reader, for a stranger to whom it would be more. */
  @ApiProperty({ type: 'integer', nullable: true })
  limitWithAccount: number | null;
}

export class AccessView {
  granted: boolean;
  /** What let the reader in; null behind the wall. */
  @ApiProperty({ enum: ways, nullable: true, type: String })
  via: Via | null;
  /** Why the wall stands; null when granted. */
  @ApiProperty({ enum: denials, nullable: true, type: String })
  denial: Denial | null;
  /** The reader's allowance, where it counts for this article. */
  meter: MeterView | null;
  /** The institution that she reads through. */
  institution: string | null;
  /** Why the gift link opens nothing; null without one, and where it opened the article. */
  @ApiProperty({ enum: giftRefusals, nullable: true, type: String })
  giftRefusal: GiftRefusal | null;
  /** What would open the article. */
  offers: PlanView[];
  /** Where the overdue payment can be made; told to nobody but the reader. */
  payUrl: string | null;
}

export class ArticleView extends ArticleCardView {
  /** The public part. */
  previewHtml: string;
  /** The whole text, or null. */
  bodyHtml: string | null;
  access: AccessView;
}

export function presentMeter(allowance: Allowance): MeterView {
  const { limit, used, resetsAt, windowDays, limitWithAccount } = allowance;
  const remaining = Math.max(0, limit - used);
  return { limit, used, remaining, resetsAt, windowDays, limitWithAccount };
}

/** All of it but the access. */
export function presentText({
  article,
  bodyHtml,
}: Pick<Reading, 'article' | 'bodyHtml'>): Omit<ArticleView, 'access'> {
  return { ...presentCard(article), previewHtml: article.previewHtml, bodyHtml };
}

export function presentAccess(reading: Reading): AccessView {
  const { via, denial, allowance, institution, giftRefusal, offers, payUrl } = reading;
  return {
    granted: denial === null,
    via,
    denial,
    meter: allowance === null ? null : presentMeter(allowance),
    institution,
    giftRefusal,
    offers: offers.map(presentPlan),
    payUrl,
  };
}
