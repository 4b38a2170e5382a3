/** Staff look up who did what. */
import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { AuditLog } from '../../platform/audit/audit-log.repository.js';
import { Actors } from '../../users/staff/actors.repository.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import { AuditQuery } from './audit-admin.dto.js';
import { type AuditPage, actorsOf, presentAudit } from './audit-admin.presenter.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('audit.read')
@Controller('api/v1/admin/audit')
export class AuditAdminController {
  constructor(
    private readonly log: AuditLog,
    private readonly actors: Actors,
  ) {}

  /** What was done, the newest first; kept for ever and never changed. */
  @Get()
  async list(@Query() { limit, cursor, ...filter }: AuditQuery): Promise<AuditPage> {
    const page = await this.log.list(filter, { limit, cursor });
    return presentAudit(page, await this.actors.called(actorsOf(page)));
  }
}
