/** Staff arrange the paper's sections. */
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  type DeskSectionList,
  type DeskSectionView,
  presentDeskSection,
  presentDeskSections,
} from '../../articles/masthead.presenter.js';
import { SectionDesk } from '../../articles/desk/section-desk.service.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { pageOfAll } from '../../platform/http/paging.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import { CreateSectionBody, EditSectionBody } from './sections-admin.dto.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@Controller('api/v1/admin/sections')
export class SectionsAdminController {
  constructor(private readonly sections: SectionDesk) {}

  /** The sections, in the order of the masthead. */
  @RequiresPermission('articles.write')
  @Get()
  async list(@Query() page: PageQuery): Promise<DeskSectionList> {
    return presentDeskSections(pageOfAll(await this.sections.list(), page));
  }

  /** A new section. */
  @RequiresPermission('articles.publish')
  @Post()
  async create(@Body() body: CreateSectionBody): Promise<DeskSectionView> {
    return presentDeskSection(await this.sections.create(body));
  }

  /** Changes what is given. */
  @RequiresPermission('articles.publish')
  @Patch(':id')
  async edit(
    @Param('id', UuidParam) id: string,
    @Body() body: EditSectionBody,
  ): Promise<DeskSectionView> {
    return presentDeskSection(await this.sections.update(id, body));
  }
}
