/** The site's feeds, the same for everybody. */
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../platform/http/access.decorators.js';
import { SharedByAll } from '../../platform/http/shared-answers.js';
import { Feeds } from './feeds.service.js';

const rss = 'application/rss+xml; charset=utf-8';

@ApiExcludeController()
@Public()
@Controller()
export class FeedsController {
  constructor(private readonly feeds: Feeds) {}

  // A query is declared for the marks of campaigns, like `utm_source`: an address without one refuses them.
  @SharedByAll('articles')
  @Header('content-type', rss)
  @Get('feed.xml')
  everything(@Query() _marks: object): Promise<string> {
    return this.feeds.ofEverything();
  }

  @SharedByAll('articles')
  @Header('content-type', rss)
  @Get('sections/:slug/feed.xml')
  section(@Param('slug') slug: string, @Query() _marks: object): Promise<string> {
    return this.feeds.ofSection(slug);
  }
}
