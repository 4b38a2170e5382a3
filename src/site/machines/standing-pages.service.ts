/** Says which pages search engines are told of besides the articles: the lists of the paper. */
import { Injectable } from '@nestjs/common';
import { ArticleListing } from '../../articles/article-listing.service.js';
import { NamesInPrint } from '../../articles/names-in-print.repository.js';
import { paths } from '../site-paths.js';

/** Of each kind; with the sections they stay within the room that a sitemap leaves besides articles. */
const most = 400;

@Injectable()
export class StandingPages {
  constructor(
    private readonly listing: ArticleListing,
    private readonly names: NamesInPrint,
  ) {}

  /** Paths: of authors and tags, those that most articles lead to. */
  async paths(): Promise<string[]> {
    const [sections, authors, tags] = await Promise.all([
      this.listing.sections(),
      this.names.mostPrintedAuthors(most),
      this.names.mostPrintedTags(most),
    ]);
    return [
      paths.home,
      ...sections.map(({ slug }) => paths.section(slug)),
      ...authors.map(({ slug }) => paths.author(slug)),
      ...tags.map(({ slug }) => paths.tag(slug)),
    ];
  }
}
