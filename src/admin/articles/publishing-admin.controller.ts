/** Editors put articles before readers and take them back. */
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ArticleDeskService } from '../../articles/desk/article-desk.service.js';
import {
  type DeskArticleCardView,
  presentDeskCard,
} from '../../articles/desk/desk-article.presenter.js';
import { Clock } from '../../platform/clock/clock.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import type { Reader } from '../../users/reader.js';
import { Deeds } from '../deeds.service.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@Controller('api/v1/admin/articles/:id')
export class PublishingAdminController {
  constructor(
    private readonly desk: ArticleDeskService,
    private readonly deeds: Deeds,
    private readonly clock: Clock,
  ) {}

  /** Needs a title, a slug, a text, and a description of the hero image where there is one. */
  @RequiresPermission('articles.publish')
  @Post('publish')
  @HttpCode(200)
  async publish(
    @Param('id', UuidParam) id: string,
    @CurrentReader() staff: Reader,
  ): Promise<DeskArticleCardView> {
    const publish = () => this.desk.publish(id);
    const article = await this.deeds.done(staff, publish, articleDeed('published', id));
    return presentDeskCard(article, this.clock.now());
  }

  /** Readers no longer find it; what was published is kept. */
  @RequiresPermission('articles.publish')
  @Post('unpublish')
  @HttpCode(200)
  async unpublish(
    @Param('id', UuidParam) id: string,
    @CurrentReader() staff: Reader,
  ): Promise<DeskArticleCardView> {
    const unpublish = () => this.desk.unpublish(id);
    const article = await this.deeds.done(staff, unpublish, articleDeed('unpublished', id));
    return presentDeskCard(article, this.clock.now());
  }
}

const articleDeed = (what: 'published' | 'unpublished', id: string) => () => ({
  action: `article.${what}`,
  subject: { kind: 'article', id },
});
