/** Staff write, edit and publish articles. */
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { DeskArticle } from '../../articles/article.js';
import { ArticleDeskService } from '../../articles/desk/article-desk.service.js';
import { ArticleListing } from '../../articles/article-listing.service.js';
import {
  type DeskArticlePage,
  type DeskArticleView,
  type RevisionList,
  presentDeskArticle,
  presentDeskPage,
  presentRevisions,
} from '../../articles/desk/desk-article.presenter.js';
import { Clock } from '../../platform/clock/clock.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import { atDesk } from '../../users/staff/permissions.rules.js';
import type { Reader } from '../../users/reader.js';
import { CreateArticleBody, DeskListQuery, EditArticleBody } from './articles-admin.dto.js';
import { PlanReferences } from '../selling/plan-references.service.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@Controller('api/v1/admin/articles')
export class ArticlesAdminController {
  constructor(
    private readonly desk: ArticleDeskService,
    private readonly listing: ArticleListing,
    private readonly plans: PlanReferences,
    private readonly clock: Clock,
  ) {}

  /** Articles in every status, the newest first; an author finds none but her own. */
  @RequiresPermission('articles.write')
  @Get()
  async list(
    @Query() { status, ...page }: DeskListQuery,
    @CurrentReader() reader: Reader,
  ): Promise<DeskArticlePage> {
    const found = await this.listing.onDesk(status ?? null, page, atDesk(reader));
    return presentDeskPage(found, this.clock.now());
  }

  /** A new draft. */
  @RequiresPermission('articles.write')
  @Post()
  async create(
    @Body() body: CreateArticleBody,
    @CurrentReader() reader: Reader,
  ): Promise<DeskArticleView> {
    const made = await this.plans.whileTheyStand(body.planIds, () =>
      this.desk.create(body, reader.id),
    );
    return this.whole(made, reader);
  }

  /** One article with its whole text; an author opens none but her own. */
  @RequiresPermission('articles.write')
  @Get(':id')
  async show(
    @Param('id', UuidParam) id: string,
    @CurrentReader() reader: Reader,
  ): Promise<DeskArticleView> {
    return this.whole(await this.desk.show(id, atDesk(reader)), reader);
  }

  /** Changes what is given. An author edits her own drafts; once they are published, only editors do. */
  @RequiresPermission('articles.write')
  @Patch(':id')
  async edit(
    @Param('id', UuidParam) id: string,
    @Body() { version, ...changes }: EditArticleBody,
    @CurrentReader() reader: Reader,
  ): Promise<DeskArticleView> {
    const editing = { by: atDesk(reader), version };
    const edited = await this.plans.whileTheyStand(changes.planIds, () =>
      this.desk.edit(id, changes, editing),
    );
    return this.whole(edited, reader);
  }

  /** Only a draft that was never published; an author deletes none but her own. */
  @RequiresPermission('articles.write')
  @Delete(':id')
  @HttpCode(204)
  async remove(@Param('id', UuidParam) id: string, @CurrentReader() reader: Reader): Promise<void> {
    await this.desk.remove(id, atDesk(reader));
  }

  /** Every version of its text, the newest first. */
  @RequiresPermission('articles.write')
  @Get(':id/revisions')
  async revisions(
    @Param('id', UuidParam) id: string,
    @Query() page: PageQuery,
    @CurrentReader() reader: Reader,
  ): Promise<RevisionList> {
    await this.desk.show(id, atDesk(reader));
    return presentRevisions(await this.listing.revisions(id, page));
  }

  private async whole(article: DeskArticle, reader: Reader): Promise<DeskArticleView> {
    const bodyHtml = await this.desk.bodyForEditor(article.id, atDesk(reader));
    return presentDeskArticle(article, bodyHtml, this.clock.now());
  }
}
