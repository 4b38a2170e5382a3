/** Puts together the site's sitemaps: one file, or parts and an index once there is too much for one. */
import { Injectable } from '@nestjs/common';
import {
  type ArticleEntry,
  ArticleIndexRepository,
} from '../../articles/article-index.repository.js';
import { paperTopic } from '../../articles/desk/article-writing.repository.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Announcements } from '../../platform/database/announcements.js';
import { Shelf } from '../../platform/database/shelf.js';
import { notFound } from '../../platform/http/problem.js';
import { paths } from '../site-paths.js';
import {
  LARGEST_SITEMAP,
  type Place,
  endOfHour,
  sitemapIndexOf,
  sitemapOf,
} from './sitemap.rules.js';
import { StandingPages } from './standing-pages.service.js';

/** A file may have ten megabytes; whoever has more than four of them has them written again. */
const filesKept = 4;

@Injectable()
export class Sitemaps {
  /** Anybody may ask for a file, and writing one keeps the process from everything else. */
  private readonly files: Shelf<{ xml: string }>;
  private readonly cuts: Shelf<readonly string[]>;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly index: ArticleIndexRepository,
    private readonly standing: StandingPages,
    announcements: Announcements,
  ) {
    this.files = new Shelf(announcements, paperTopic, { room: filesKept, standsIn: true });
    this.cuts = new Shelf(announcements, paperTopic, { room: filesKept, standsIn: true });
  }

  /** @param size addresses of articles in one file at most */
  async whole(size = LARGEST_SITEMAP): Promise<string> {
    const parts = await this.partsOf(size);
    if (parts.length < 2) return this.file(parts[0] ?? null, size);
    return sitemapIndexOf(parts.map((firstId) => this.addressOf(paths.sitemapPart(firstId))));
  }

  /** @throws Problem 404 unless a part begins with this article */
  async part(firstId: string, size = LARGEST_SITEMAP): Promise<string> {
    const parts = await this.partsOf(size);
    if (!parts.includes(firstId)) throw notFound();
    return this.file(firstId, size);
  }

  private partsOf(size: number): Promise<readonly string[]> {
    return this.cuts.get(String(size), () => this.index.partsOf(size));
  }

  /** @param firstId of the part, or null where there is no article */
  private async file(firstId: string | null, size: number): Promise<string> {
    // What is news changes by the clock, so a file holds for the hour that it was written for.
    const until = endOfHour(this.clock.now());
    const key = `${firstId} ${size} ${until.toISOString()}`;
    const { xml } = await this.files.get(key, () => this.write(firstId, size, until));
    return xml;
  }

  private async write(firstId: string | null, size: number, at: Date): Promise<{ xml: string }> {
    const entries = await this.index.entries(firstId, size);
    const places = [...(await this.pages()), ...entries.map((entry) => this.placeOf(entry))];
    const { publication } = this.config;
    const source = { name: publication.name, language: publication.language };
    return { xml: sitemapOf(places, source, at) };
  }

  private async pages(): Promise<Place[]> {
    const pages = await this.standing.paths();
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
