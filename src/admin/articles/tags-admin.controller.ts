/**
 * Editors keep the tags in order; a new one is made by naming it in an article. The list is not for authors: it says
 * what their colleagues work on.
 */
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Named } from '../../articles/article.js';
import { TagDesk } from '../../articles/desk/tag-desk.service.js';
import {
  type TagList,
  type TagView,
  presentTag,
  presentTags,
} from '../../articles/masthead.presenter.js';
import type { AuditDetail } from '../../platform/audit/change.rules.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import type { Reader } from '../../users/reader.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import { Deeds } from '../deeds.service.js';
import { EditTagBody, MergeTagBody } from './tags-admin.dto.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('articles.publish')
@Controller('api/v1/admin/tags')
export class TagsAdminController {
  constructor(
    private readonly tags: TagDesk,
    private readonly deeds: Deeds,
  ) {}

  /** The tags, by slug. */
  @Get()
  async list(@Query() page: PageQuery): Promise<TagList> {
    return presentTags(await this.tags.list(page));
  }

  /** One tag. */
  @Get(':id')
  async show(@Param('id', UuidParam) id: string): Promise<TagView> {
    return presentTag(await this.tags.show(id));
  }

  /** Changes what is given; the articles name the tag as it is now. */
  @Patch(':id')
  async edit(
    @Param('id', UuidParam) id: string,
    @Body() body: EditTagBody,
    @CurrentReader() staff: Reader,
  ): Promise<TagView> {
    const edit = () => this.tags.update(id, body);
    return presentTag(await this.deeds.changed(staff, this.deed('edited', id), edit));
  }

  /** Makes two tags one: its articles carry the other one from now on, and it is gone. */
  @Post(':id/merge')
  @HttpCode(200)
  async merge(
    @Param('id', UuidParam) id: string,
    @Body() { into }: MergeTagBody,
    @CurrentReader() staff: Reader,
  ): Promise<TagView> {
    const deed = { ...this.deed('merged', id), detail: { into } };
    return presentTag(await this.deeds.changed(staff, deed, () => this.tags.merge(id, into)));
  }

  /** Only one that no article carries. */
  @Delete(':id')
  @HttpCode(204)
  async remove(@Param('id', UuidParam) id: string, @CurrentReader() staff: Reader): Promise<void> {
    await this.deeds.changed(staff, this.deed('removed', id), () => this.tags.remove(id));
  }

  private deed(what: 'edited' | 'merged' | 'removed', id: string) {
    const look = async () => asAudited(await this.tags.find(id));
    return { action: `tag.${what}`, subject: { kind: 'tag', id }, look };
  }
}

const asAudited = (tag: Named | null): AuditDetail | null =>
  tag && { slug: tag.slug, name: tag.name };
