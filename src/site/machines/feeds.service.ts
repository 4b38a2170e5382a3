/** Puts together the site's feeds: of the whole paper, and of each section. */
import { Injectable } from '@nestjs/common';
import { ArticleIndexRepository } from '../../articles/article-index.repository.js';
import { ArticleListing } from '../../articles/article-listing.service.js';
import { Config } from '../../platform/config/config.js';
import { notFound } from '../../platform/http/problem.js';
import { Language } from '../../words/language.js';
import { paths } from '../site-paths.js';
import { feedOf } from './feed.rules.js';

/** Articles in a feed: some days of a daily. */
const length = 30;

@Injectable()
export class Feeds {
  constructor(
    private readonly config: Config,
    private readonly language: Language,
    private readonly index: ArticleIndexRepository,
    private readonly listing: ArticleListing,
  ) {}

  ofEverything(): Promise<string> {
    const { name: title, motto: description } = this.config.publication;
    return this.compose(null, { title, description, page: paths.home, self: paths.feed });
  }

  /** @throws Problem 404 */
  async ofSection(slug: string): Promise<string> {
    const section = (await this.listing.sections()).find((known) => known.slug === slug);
    if (section === undefined) throw notFound();
    const { publication } = this.config;
    return this.compose(slug, {
      title: `${section.name} – ${publication.name}`,
      description: this.language.words.section.description(section.name, publication.name),
      page: paths.section(slug),
      self: paths.sectionFeed(slug),
    });
  }

  private async compose(
    section: string | null,
    { title, description, page, self }: Record<'title' | 'description' | 'page' | 'self', string>,
  ): Promise<string> {
    const origin = this.config.publicUrl;
    const channel = {
      title,
      description,
      language: this.language.code,
      origin,
      page: `${origin}${page}`,
      self: `${origin}${self}`,
      addressOf: (slug: string) => `${origin}${paths.article(slug)}`,
    };
    return feedOf(channel, await this.index.newest(section, length));
  }
}
