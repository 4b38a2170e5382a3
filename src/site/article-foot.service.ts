/** Finds out what stands below an article: what to read next, and whether she who reads it may give it. */
import { Injectable } from '@nestjs/common';
import { ArticleListing } from '../articles/article-listing.service.js';
import { paperTopic } from '../articles/desk/article-writing.repository.js';
import { GiftSettingsRepository } from '../paywall/gifts/gift-settings.repository.js';
import type { Reading } from '../paywall/reading/reading.service.js';
import { Announcements } from '../platform/database/announcements.js';
import { Shelf } from '../platform/database/shelf.js';
import type { NextArticleProps } from './page-props.js';

const offered = 3;

@Injectable()
export class ArticleFoot {
  /** The newest of each section: what everybody may know of them, and nothing that the clock changes. */
  private readonly newest: Shelf<readonly NextArticleProps[]>;

  constructor(
    private readonly listing: ArticleListing,
    private readonly gifts: GiftSettingsRepository,
    announcements: Announcements,
  ) {
    this.newest = new Shelf(announcements, paperTopic, { standsIn: true });
  }

  /** Others of its section, the newest first; none for what belongs to no section. */
  async next({ slug, section }: Reading['article']): Promise<NextArticleProps[]> {
    if (section === null) return [];
    const newest = await this.newest.get(section.slug, () => this.newestOf(section.slug));
    return newest.filter((other) => other.slug !== slug).slice(0, offered);
  }

  async mayGive({ via }: Reading): Promise<boolean> {
    return via === 'membership' && (await this.gifts.read()).perMonth > 0;
  }

  private async newestOf(section: string): Promise<NextArticleProps[]> {
    const { items } = await this.listing.published({ section }, { limit: offered + 1 });
    return items.map(({ slug, title, standfirst }) => ({ slug, title, standfirst }));
  }
}
