/** Puts together the site's sitemaps: one file, or parts and an index once there is too much for one. */
import { Injectable } from '@nestjs/common';
import {
  type ArticleEntry,
  ArticleIndexRepository,
} from '../../articles/article-index.repository.js';
import { ArticleListing } from '../../articles/article-listing.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { english } from '../language.js';
import { publication } from '../publication.js';
import { paths } from '../site-paths.js';
import { LARGEST_SITEMAP, type Place, sitemapIndexOf, sitemapOf } from './sitemap.rules.js';

@Injectable()
export class Sitemaps {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly index: ArticleIndexRepository,
    private readonly listing: ArticleListing,
  ) {}

  /** @param size addresses of articles in one file at most */
  async whole(size = LARGEST_SITEMAP): Promise<string> {
    const parts = await this.index.partsOf(size);
    if (parts.length < 2) return this.part(null, size);
    return sitemapIndexOf(parts.map((firstId) => this.addressOf(paths.sitemapPart(firstId))));
  }

  /** @param firstId of the part, or null for the first one */
  async part(firstId: string | null, size = LARGEST_SITEMAP): Promise<string> {
    const entries = await this.index.entries(firstId, size);
    const places = [...(await this.pages()), ...entries.map((entry) => this.placeOf(entry))];
    const source = { name: publication.name, language: english.code };
    return sitemapOf(places, source, this.clock.now());
  }

  private async pages(): Promise<Place[]> {
    const sections = await this.listing.sections();
    const pages = [paths.home, ...sections.map(({ slug }) => paths.section(slug))];
    return pages.map((path) => ({
      address: this.addressOf(path),
      updatedAt: null,
      article: null,
    }));
  }

  private placeOf({ slug, title, publishedAt, updatedAt }: ArticleEntry): Place {
    const address = this.addressOf(paths.article(slug));
    return { address, updatedAt, article: { title, publishedAt } };
  }

  private addressOf(path: string): string {
    return `${this.config.publicUrl}${path}`;
  }
}
