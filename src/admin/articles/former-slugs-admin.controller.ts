/** Editors give up addresses that an article has left. */
import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { FormerSlugDesk } from '../../articles/desk/former-slug-desk.service.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import type { Reader } from '../../users/reader.js';
import { ArticleDeeds } from './article-deeds.service.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@Controller('api/v1/admin/articles/:id/former-slugs')
export class FormerSlugsAdminController {
  constructor(
    private readonly formerSlugs: FormerSlugDesk,
    private readonly deeds: ArticleDeeds,
  ) {}

  /** It leads to the article no longer, and another one may take it. */
  @RequiresPermission('articles.publish')
  @Delete(':slug')
  @HttpCode(204)
  async remove(
    @Param('id', UuidParam) id: string,
    @Param('slug') slug: string,
    @CurrentReader() staff: Reader,
  ): Promise<void> {
    const giveUp = () => this.formerSlugs.giveUp(id, slug);
    await this.deeds.changed(staff, 'slug-given-up', { id, detail: { slug } }, giveUp);
  }
}
