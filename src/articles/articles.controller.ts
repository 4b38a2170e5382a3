/** Published articles and the paper's sections, for everybody. One article is the paywall's to answer. */
import { Controller, Get, Query } from '@nestjs/common';
import { Public } from '../platform/http/access.decorators.js';
import { PageQuery } from '../platform/http/page.dto.js';
import { pageOfAll } from '../platform/http/paging.js';
import { ArticleListing } from './article-listing.service.js';
import { ArticleListQuery } from './article.dto.js';
import {
  type ArticleCardPage,
  type SectionList,
  presentCards,
  presentSections,
} from './article.presenter.js';

@Controller('api/v1')
export class ArticlesController {
  constructor(private readonly listing: ArticleListing) {}

  /** Published articles, the newest first; cards without a text. */
  @Public()
  @Get('articles')
  async list(@Query() { limit, cursor, ...filter }: ArticleListQuery): Promise<ArticleCardPage> {
    return presentCards(await this.listing.published(filter, { limit, cursor }));
  }

  /** The paper's sections, in the order of the masthead. */
  @Public()
  @Get('sections')
  async sections(@Query() page: PageQuery): Promise<SectionList> {
    return presentSections(pageOfAll(await this.listing.sections(), page));
  }
}
