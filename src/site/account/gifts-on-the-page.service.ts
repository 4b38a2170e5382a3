/** Puts together the page of what a member gives, from the same services as the API. */
import { Injectable } from '@nestjs/common';
import type { Gift } from '../../paywall/gifts/gift.js';
import { GiftAllowances } from '../../paywall/gifts/gift-allowance.service.js';
import { GiftDesk } from '../../paywall/gifts/gift-desk.service.js';
import { GiftLinks } from '../../paywall/gifts/gift-links.service.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Reader } from '../../users/reader.js';
import type { GiftProps } from '../page-props.js';
import type { GiftsPageProps } from '../pages/gifts.page.js';

/** At ten a month nobody looks for what is older. */
const shownGifts = 50;

@Injectable()
export class GiftsOnThePage {
  constructor(
    private readonly desk: GiftDesk,
    private readonly allowances: GiftAllowances,
    private readonly links: GiftLinks,
    private readonly clock: Clock,
  ) {}

  /** @param givenId of the one that she has just given; unproven */
  async page(reader: Reader, givenId: unknown): Promise<Omit<GiftsPageProps, 'frame' | 'problem'>> {
    const { items } = await this.desk.list(reader.id, { limit: shownGifts });
    const { perMonth, left, resetsAt } = await this.allowances.of(reader.id);
    const gifts = items.map((gift) => this.propsOf(gift));
    const given = gifts.find(({ id, state }) => id === givenId && state === 'live') ?? null;
    return { given, gifts, perMonth, left, resetsAt };
  }

  private propsOf(gift: Gift): GiftProps {
    const { id, slug, title, expiresAt, openings, opened } = gift;
    const [url, state] = [this.links.linkTo(gift), stateOf(gift, this.clock.now())];
    return { id, slug, title, url, expiresAt, openings, opened, state };
  }
}

function stateOf({ revokedAt, expiresAt, openings, opened }: Gift, now: Date): GiftProps['state'] {
  if (revokedAt !== null) return 'revoked';
  if (now >= expiresAt) return 'over';
  return opened < openings ? 'live' : 'used-up';
}
