/** Staff keep the institutions through which people read, and see how much. */
import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Institution } from '../../paywall/institutions/institution.js';
import { InstitutionDesk } from '../../paywall/institutions/institution-desk.service.js';
import { type AuditDetail, changeBetween } from '../../platform/audit/change.rules.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import type { Reader } from '../../users/reader.js';
import { Deeds } from '../deeds.service.js';
import { InstitutionBody, InstitutionChange, UsageQuery } from './institutions-admin.dto.js';
import {
  type InstitutionPage,
  type InstitutionUsageView,
  type InstitutionView,
  presentInstitution,
  presentInstitutions,
  presentUsage,
} from './institutions-admin.presenter.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('members.manage')
@Controller('api/v1/admin/institutions')
export class InstitutionsAdminController {
  constructor(
    private readonly desk: InstitutionDesk,
    private readonly deeds: Deeds,
  ) {}

  /** Every institution, those that have ended included, the newest first. */
  @Get()
  async list(@Query() page: PageQuery): Promise<InstitutionPage> {
    return presentInstitutions(await this.desk.list(page));
  }

  /** One institution. */
  @Get(':id')
  async show(@Param('id', UuidParam) id: string): Promise<InstitutionView> {
    return presentInstitution(await this.desk.show(id));
  }

  /** Opens the paper to whoever comes from these networks, or has a proven address of these domains. */
  @Post()
  async create(
    @Body() body: InstitutionBody,
    @CurrentReader() staff: Reader,
  ): Promise<InstitutionView> {
    const create = () => this.desk.create({ ...body });
    const deed = (made: Institution) => ({
      action: 'institution.created',
      subject: { kind: 'institution', id: made.id },
      change: changeBetween(null, detailOf(made)),
    });
    return presentInstitution(await this.deeds.done(staff, create, deed));
  }

  /** Changes what is given, from the next request on; ending one is giving it another end. */
  @Patch(':id')
  async edit(
    @Param('id', UuidParam) id: string,
    @Body() change: InstitutionChange,
    @CurrentReader() staff: Reader,
  ): Promise<InstitutionView> {
    const edit = () => this.desk.edit(id, { ...change });
    const deed = {
      action: 'institution.edited',
      subject: { kind: 'institution', id },
      look: async () => detailOf(await this.desk.show(id)),
    };
    return presentInstitution(await this.deeds.changed(staff, deed, edit));
  }

  /** How much was read through it by the day, and what; never by whom. */
  @Get(':id/usage')
  async usage(
    @Param('id', UuidParam) id: string,
    @Query() range: UsageQuery,
  ): Promise<InstitutionUsageView> {
    return presentUsage(await this.desk.usage(id, range));
  }
}

function detailOf({ name, networks, emailDomains, startsAt, endsAt }: Institution): AuditDetail {
  return {
    name,
    networks: networks.join(' '),
    emailDomains: emailDomains.join(' '),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  };
}
