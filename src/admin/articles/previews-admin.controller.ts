/** Staff show an article to whom they like before it appears, and take that back. */
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { PreviewDesk } from '../../paywall/previews/preview-desk.service.js';
import { PreviewLinks } from '../../paywall/previews/preview-links.service.js';
import {
  type PreviewPage,
  type PreviewView,
  presentPreview,
  presentPreviews,
} from '../../paywall/previews/preview.presenter.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import type { Reader } from '../../users/reader.js';
import { Deeds } from '../deeds.service.js';
import { PreviewRequest } from './previews-admin.dto.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('articles.write')
@Controller('api/v1/admin/articles/:id/previews')
export class PreviewsAdminController {
  constructor(
    private readonly desk: PreviewDesk,
    private readonly links: PreviewLinks,
    private readonly deeds: Deeds,
  ) {}

  /** A link that shows the article whole, in any status. An author makes them of her own articles only. */
  @Post()
  async make(
    @Param('id', UuidParam) id: string,
    @Body() { hours }: PreviewRequest,
    @CurrentReader() staff: Reader,
  ): Promise<PreviewView> {
    const made = await this.deeds.done(
      staff,
      () => this.desk.make(id, hours, staff),
      (preview) => previewDeed('made', id, preview.id),
    );
    return presentPreview(made, this.links.linkTo(made.id));
  }

  /** The article's links, the newest first; also those that open nothing any more. */
  @Get()
  async list(
    @Param('id', UuidParam) id: string,
    @Query() page: PageQuery,
    @CurrentReader() staff: Reader,
  ): Promise<PreviewPage> {
    const found = await this.desk.list(id, page, staff);
    return presentPreviews(found, (previewId) => this.links.linkTo(previewId));
  }

  /** The link opens nothing from now on. Twice is once. */
  @Delete(':preview')
  @HttpCode(204)
  async revoke(
    @Param('id', UuidParam) id: string,
    @Param('preview', UuidParam) previewId: string,
    @CurrentReader() staff: Reader,
  ): Promise<void> {
    const revoke = () => this.desk.revoke(id, previewId, staff);
    await this.deeds.done(staff, revoke, () => previewDeed('revoked', id, previewId));
  }
}

const previewDeed = (what: 'made' | 'revoked', id: string, preview: string) => ({
  action: `preview.${what}`,
  subject: { kind: 'article', id },
  detail: { preview },
});
