/** Staff look through the versions of an article, compare them, and restore one. */
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ArticleDeskService } from '../../articles/desk/article-desk.service.js';
import {
  type DeskArticleView,
  presentDeskArticle,
} from '../../articles/desk/desk-article.presenter.js';
import { ArticleRevisions } from '../../articles/revisions/article-revisions.service.js';
import type { Revision } from '../../articles/revisions/revision.js';
import {
  type ComparisonView,
  type RevisionPage,
  type RevisionView,
  presentComparison,
  presentRevision,
  presentRevisionPage,
} from '../../articles/revisions/revision.presenter.js';
import { Clock } from '../../platform/clock/clock.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { IfMatch, TakesVersion, Versioned } from '../../platform/http/versions.js';
import type { IfMatch as Demand } from '../../platform/http/versions.rules.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import type { Reader } from '../../users/reader.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import { atDesk } from '../../users/staff/permissions.rules.js';
import { ArticleDeeds } from './article-deeds.service.js';
import { Colleagues } from './colleagues.service.js';
import { CompareQuery, OfRevision, revisionIn } from './revisions-admin.dto.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('articles.write')
@Controller('api/v1/admin/articles/:id/revisions')
export class RevisionsAdminController {
  constructor(
    private readonly revisions: ArticleRevisions,
    private readonly desk: ArticleDeskService,
    private readonly deeds: ArticleDeeds,
    private readonly colleagues: Colleagues,
    private readonly clock: Clock,
  ) {}

  /** Every version of its words, the newest first. */
  @Get()
  async list(
    @Param('id', UuidParam) id: string,
    @Query() page: PageQuery,
    @CurrentReader() reader: Reader,
  ): Promise<RevisionPage> {
    const found = await this.revisions.list(id, atDesk(reader), page);
    return presentRevisionPage(found, await this.calledIn(found.items));
  }

  /** What differs between two versions, in title, standfirst and text, as plain words. */
  @Get('compare')
  async compare(
    @Param('id', UuidParam) id: string,
    @Query() numbers: CompareQuery,
    @CurrentReader() reader: Reader,
  ): Promise<ComparisonView> {
    const compared = await this.revisions.compare(id, numbers, atDesk(reader));
    return presentComparison(compared, await this.calledIn([compared.from, compared.to]));
  }

  /** One version with its whole text. */
  @OfRevision()
  @Get(':number')
  async show(
    @Param('id', UuidParam) id: string,
    @Param('number') number: string,
    @CurrentReader() reader: Reader,
  ): Promise<RevisionView> {
    const found = await this.revisions.show(id, revisionIn(number), atDesk(reader));
    return presentRevision(found, await this.calledIn([found]));
  }

  /** An edit back to the words of then, which become a new version; an author restores in her own drafts. */
  @OfRevision()
  @TakesVersion({ required: true })
  @Versioned()
  @Post(':number/restore')
  @HttpCode(200)
  async restore(
    @Param('id', UuidParam) id: string,
    @Param('number') number: string,
    @IfMatch() ifMatch: Demand | null,
    @CurrentReader() reader: Reader,
  ): Promise<DeskArticleView> {
    const by = atDesk(reader);
    const revision = revisionIn(number);
    const restore = () => this.revisions.restore(id, revision, { by, ifMatch });
    const deed = { id, detail: { revision } };
    const restored = await this.deeds.changed(reader, 'restored', deed, restore);
    const bodyHtml = await this.desk.bodyForEditor(id, by);
    return presentDeskArticle(restored, bodyHtml, this.clock.now());
  }

  private calledIn(revisions: readonly Revision[]): Promise<ReadonlyMap<string, string>> {
    return this.colleagues.called(revisions.map(({ editorId }) => editorId));
  }
}
