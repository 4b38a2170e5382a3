/** Staff arrange the paper's sections. */
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  type DeskSectionList,
  type DeskSectionView,
  presentDeskSection,
  presentDeskSections,
} from '../../articles/masthead.presenter.js';
import type { Section } from '../../articles/section.repository.js';
import { SectionDesk } from '../../articles/desk/section-desk.service.js';
import { type AuditDetail, changeBetween } from '../../platform/audit/change.rules.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { pageOfAll } from '../../platform/http/paging.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import type { Reader } from '../../users/reader.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import { Deeds } from '../deeds.service.js';
import { CreateSectionBody, EditSectionBody } from './sections-admin.dto.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@Controller('api/v1/admin/sections')
export class SectionsAdminController {
  constructor(
    private readonly sections: SectionDesk,
    private readonly deeds: Deeds,
  ) {}

  /** The sections, in the order of the masthead. */
  @RequiresPermission('articles.write')
  @Get()
  async list(@Query() page: PageQuery): Promise<DeskSectionList> {
    return presentDeskSections(pageOfAll(await this.sections.list(), page));
  }

  /** One section. */
  @RequiresPermission('articles.write')
  @Get(':id')
  async show(@Param('id', UuidParam) id: string): Promise<DeskSectionView> {
    return presentDeskSection(await this.sections.show(id));
  }

  /** A new section. */
  @RequiresPermission('articles.publish')
  @Post()
  async create(
    @Body() body: CreateSectionBody,
    @CurrentReader() staff: Reader,
  ): Promise<DeskSectionView> {
    const create = () => this.sections.create(body);
    const made = await this.deeds.done(staff, create, (made) => ({
      action: 'section.created',
      subject: { kind: 'section', id: made.id },
      change: changeBetween(null, asAudited(made)),
    }));
    return presentDeskSection(made);
  }

  /** Changes what is given. */
  @RequiresPermission('articles.publish')
  @Patch(':id')
  async edit(
    @Param('id', UuidParam) id: string,
    @Body() body: EditSectionBody,
    @CurrentReader() staff: Reader,
  ): Promise<DeskSectionView> {
    const edit = () => this.sections.update(id, body);
    return presentDeskSection(await this.deeds.changed(staff, this.deed('edited', id), edit));
  }

  /** Only one that no article names. */
  @RequiresPermission('articles.publish')
  @Delete(':id')
  @HttpCode(204)
  async remove(@Param('id', UuidParam) id: string, @CurrentReader() staff: Reader): Promise<void> {
    await this.deeds.changed(staff, this.deed('removed', id), () => this.sections.remove(id));
  }

  private deed(what: 'edited' | 'removed', id: string) {
    const look = async () => asAudited((await this.sections.list()).find((each) => each.id === id));
    return { action: `section.${what}`, subject: { kind: 'section', id }, look };
  }
}

function asAudited(section: Section | undefined): AuditDetail | null {
  if (section === undefined) return null;
  const { slug, name, position } = section;
  return { slug, name, position };
}
