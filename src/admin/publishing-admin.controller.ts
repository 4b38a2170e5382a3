/** Editors put articles before readers and take them back. */
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ArticleDeskService } from '../articles/article-desk.service.js';
import { type DeskArticleCardView, presentDeskCard } from '../articles/desk-article.presenter.js';
import { UuidParam } from '../platform/http/uuid-param.pipe.js';
import { RequiresPermission } from '../users/permission.decorator.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@Controller('api/v1/admin/articles/:id')
export class PublishingAdminController {
  constructor(private readonly desk: ArticleDeskService) {}

  /** Needs a title, a slug, a text, and a description of the hero image where there is one. */
  @RequiresPermission('articles.publish')
  @Post('publish')
  @HttpCode(200)
  async publish(@Param('id', UuidParam) id: string): Promise<DeskArticleCardView> {
    return presentDeskCard(await this.desk.publish(id));
  }

  /** Readers no longer find it; what was published is kept. */
  @RequiresPermission('articles.publish')
  @Post('unpublish')
  @HttpCode(200)
  async unpublish(@Param('id', UuidParam) id: string): Promise<DeskArticleCardView> {
    return presentDeskCard(await this.desk.unpublish(id));
  }
}
