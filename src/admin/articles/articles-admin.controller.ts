/** Staff write, edit and publish articles. */
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { DeskArticle } from '../../articles/article.js';
import { ArticleDeskService } from '../../articles/desk/article-desk.service.js';
import { DeskSearch } from '../../articles/desk/desk-search.service.js';
import {
  type DeskArticlePage,
  type DeskArticleView,
  presentDeskArticle,
  presentDeskPage,
} from '../../articles/desk/desk-article.presenter.js';
import { Clock } from '../../platform/clock/clock.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { IfMatch, TakesVersion, Versioned } from '../../platform/http/versions.js';
import type { IfMatch as Demand } from '../../platform/http/versions.rules.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import { atDesk } from '../../users/staff/permissions.rules.js';
import type { Reader } from '../../users/reader.js';
import { CreateArticleBody, EditArticleBody } from './articles-admin.dto.js';
import { DeskListQuery, questionOf } from './desk-list.dto.js';
import { PlanReferences } from '../selling/plan-references.service.js';
import { ArticleDeeds } from './article-deeds.service.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@Controller('api/v1/admin/articles')
export class ArticlesAdminController {
  constructor(
    private readonly desk: ArticleDeskService,
    private readonly search: DeskSearch,
    private readonly plans: PlanReferences,
    private readonly clock: Clock,
    private readonly deeds: ArticleDeeds,
  ) {}

  /** Articles in every status; an author finds none but her own. */
  @RequiresPermission('articles.write')
  @Get()
  async list(
    @Query() { limit, cursor, ...asked }: DeskListQuery,
    @CurrentReader() reader: Reader,
  ): Promise<DeskArticlePage> {
    const by = atDesk(reader);
    const found = await this.search.find(questionOf(asked, by), { limit, cursor }, by);
    return presentDeskPage(found, this.clock.now());
  }

  /** A new draft. */
  @RequiresPermission('articles.write')
  @Versioned()
  @Post()
  async create(
    @Body() body: CreateArticleBody,
    @CurrentReader() reader: Reader,
  ): Promise<DeskArticleView> {
    const create = () =>
      this.plans.whileTheyStand(body.planIds, () => this.desk.create(body, reader.id));
    return this.whole(await this.deeds.created(reader, create), reader);
  }

  /** One article with its whole text; an author opens none but her own. */
  @RequiresPermission('articles.write')
  @Versioned()
  @Get(':id')
  async show(
    @Param('id', UuidParam) id: string,
    @CurrentReader() reader: Reader,
  ): Promise<DeskArticleView> {
    return this.whole(await this.desk.show(id, atDesk(reader)), reader);
  }

  /**
   * Changes what is given, where it is still the version that the edit started from: say so in `If-Match` or in
   * `version`. An author edits her own drafts; once they are scheduled or published, only editors do.
   */
  @RequiresPermission('articles.write')
  @TakesVersion({ required: true })
  @Versioned()
  @Patch(':id')
  async edit(
    @Param('id', UuidParam) id: string,
    @Body() { version, ...changes }: EditArticleBody,
    @IfMatch() ifMatch: Demand | null,
    @CurrentReader() reader: Reader,
  ): Promise<DeskArticleView> {
    const editing = { by: atDesk(reader), ifMatch, version };
    const edit = () =>
      this.plans.whileTheyStand(changes.planIds, () => this.desk.edit(id, changes, editing));
    return this.whole(await this.deeds.changed(reader, 'edited', { id }, edit), reader);
  }

  /** Only a draft that was never published; an author deletes none but her own. */
  @RequiresPermission('articles.write')
  @TakesVersion()
  @Delete(':id')
  @HttpCode(204)
  async remove(
    @Param('id', UuidParam) id: string,
    @IfMatch() ifMatch: Demand | null,
    @CurrentReader() reader: Reader,
  ): Promise<void> {
    const remove = () => this.desk.remove(id, { by: atDesk(reader), ifMatch });
    await this.deeds.changed(reader, 'removed', { id }, remove);
  }

  private async whole(article: DeskArticle, reader: Reader): Promise<DeskArticleView> {
    const bodyHtml = await this.desk.bodyForEditor(article.id, atDesk(reader));
    return presentDeskArticle(article, bodyHtml, this.clock.now());
  }
}
