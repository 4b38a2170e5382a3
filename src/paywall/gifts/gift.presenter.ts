/** What leaves of a gift: to its giver alone. */
import type { Page } from '../../platform/http/page.dto.js';
import type { Gift } from './gift.js';
import type { GiftAllowance } from './gift-allowance.service.js';

export class GiftView {
  id: string;
  /** Of the article. */
  slug: string;
  title: string;
  /** What she hands on; it says nothing of her. */
  url: string;
  createdAt: Date;
  /** From then on it opens nothing. */
  expiresAt: Date;
  /** How many readers may open it. */
  openings: number;
  /** How many have; 0 again once that is forgotten, 400 days after it ended. */
  opened: number;
  revokedAt: Date | null;
}

export class GiftPage {
  items: GiftView[];
  nextCursor: string | null;
  /** Articles she may give in a calendar month. */
  perMonth: number;
  /** How many of them are left. */
  left: number;
  /** When the next month begins. */
  resetsAt: Date;
}

/** @param url where the gift is opened */
export function presentGift(gift: Gift, url: string): GiftView {
  const { id, slug, title, createdAt, expiresAt, openings, opened, revokedAt } = gift;
  return { id, slug, title, url, createdAt, expiresAt, openings, opened, revokedAt };
}

export function presentGifts(
  { items, nextCursor }: Page<Gift>,
  { perMonth, left, resetsAt }: GiftAllowance,
  urlOf: (gift: Gift) => string,
): GiftPage {
  const views = items.map((gift) => presentGift(gift, urlOf(gift)));
  return { items: views, nextCursor, perMonth, left, resetsAt };
}
