/** Editors put articles before readers, now or at a moment to come, and take them back. */
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { DeskArticle } from '../../articles/article.js';
import { ArticlePublishing } from '../../articles/desk/article-publishing.service.js';
import {
  type DeskArticleCardView,
  presentDeskCard,
} from '../../articles/desk/desk-article.presenter.js';
import { Clock } from '../../platform/clock/clock.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { IfMatch, TakesVersion, Versioned } from '../../platform/http/versions.js';
import type { IfMatch as Demand } from '../../platform/http/versions.rules.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import type { Reader } from '../../users/reader.js';
import { ArticleDeeds } from './article-deeds.service.js';
import { ScheduleBody } from './publishing-admin.dto.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@Controller('api/v1/admin/articles/:id')
export class PublishingAdminController {
  constructor(
    private readonly publishing: ArticlePublishing,
    private readonly deeds: ArticleDeeds,
    private readonly clock: Clock,
  ) {}

  /** Needs a title, a slug, a text, and words for each picture; what is scheduled appears now. */
  @RequiresPermission('articles.publish')
  @TakesVersion()
  @Versioned()
  @Post('publish')
  @HttpCode(200)
  publish(
    @Param('id', UuidParam) id: string,
    @IfMatch() ifMatch: Demand | null,
    @CurrentReader() staff: Reader,
  ): Promise<DeskArticleCardView> {
    return this.done(staff, 'published', id, () => this.publishing.publish(id, { ifMatch }));
  }

  /** Readers no longer find it; what was published is kept. */
  @RequiresPermission('articles.publish')
  @TakesVersion()
  @Versioned()
  @Post('unpublish')
  @HttpCode(200)
  unpublish(
    @Param('id', UuidParam) id: string,
    @IfMatch() ifMatch: Demand | null,
    @CurrentReader() staff: Reader,
  ): Promise<DeskArticleCardView> {
    return this.done(staff, 'unpublished', id, () => this.publishing.unpublish(id, { ifMatch }));
  }

  /** It appears at that moment by itself, and must be ready for it now; again, the moment is moved. */
  @RequiresPermission('articles.publish')
  @TakesVersion()
  @Versioned()
  @Post('schedule')
  @HttpCode(200)
  schedule(
    @Param('id', UuidParam) id: string,
    @Body() { publishAt }: ScheduleBody,
    @IfMatch() ifMatch: Demand | null,
    @CurrentReader() staff: Reader,
  ): Promise<DeskArticleCardView> {
    const schedule = () => this.publishing.schedule(id, publishAt, { ifMatch });
    return this.done(staff, 'scheduled', id, schedule);
  }

  /** A draft again; or unpublished, where readers have seen it before. */
  @RequiresPermission('articles.publish')
  @TakesVersion()
  @Versioned()
  @Post('unschedule')
  @HttpCode(200)
  unschedule(
    @Param('id', UuidParam) id: string,
    @IfMatch() ifMatch: Demand | null,
    @CurrentReader() staff: Reader,
  ): Promise<DeskArticleCardView> {
    return this.done(staff, 'unscheduled', id, () => this.publishing.unschedule(id, { ifMatch }));
  }

  private async done(
    staff: Reader,
    what: string,
    id: string,
    step: () => Promise<DeskArticle>,
  ): Promise<DeskArticleCardView> {
    const article = await this.deeds.changed(staff, what, { id }, step);
    return presentDeskCard(article, this.clock.now());
  }
}
