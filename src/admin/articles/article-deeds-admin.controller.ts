/** Staff see what has been done to an article, and by whom. */
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ArticleDeskService } from '../../articles/desk/article-desk.service.js';
import { AuditLog } from '../../platform/audit/audit-log.repository.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import type { Reader } from '../../users/reader.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import { atDesk } from '../../users/staff/permissions.rules.js';
import { type ArticleDeedPage, presentDeeds } from './article-deeds-admin.presenter.js';
import { Colleagues } from './colleagues.service.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('articles.write')
@Controller('api/v1/admin/articles/:id/deeds')
export class ArticleDeedsAdminController {
  constructor(
    private readonly desk: ArticleDeskService,
    private readonly log: AuditLog,
    private readonly colleagues: Colleagues,
  ) {}

  /** Every deed that the audit knows of it, the newest first; an author asks about her own articles. */
  @Get()
  async list(
    @Param('id', UuidParam) id: string,
    @Query() page: PageQuery,
    @CurrentReader() staff: Reader,
  ): Promise<ArticleDeedPage> {
    await this.desk.show(id, atDesk(staff));
    const found = await this.log.list({ subject: 'article', subjectId: id }, page);
    const actorIds = found.items.map(({ actorId }) => actorId);
    return presentDeeds(found, await this.colleagues.called(actorIds));
  }
}
