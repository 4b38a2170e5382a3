/** Staff have our books compared with Stripe, and look at what came of it. */
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { ReconciliationDesk } from '../../billing/reconciliation/reconciliation-desk.service.js';
import { PageQuery } from '../../platform/http/page.dto.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import type { Reader } from '../../users/reader.js';
import { Deeds } from '../deeds.service.js';
import {
  type ReconciliationDetailView,
  type ReconciliationPage,
  type ReconciliationView,
  presentRun,
  presentRunInFull,
  presentRuns,
} from './reconciliation-admin.presenter.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('inbox.manage')
@Controller('api/v1/admin/reconcile')
export class ReconciliationAdminController {
  constructor(
    private readonly desk: ReconciliationDesk,
    private readonly deeds: Deeds,
  ) {}

  /** Starts a comparison of every customer with Stripe; answers the one that goes on, if there is one. */
  @Post()
  @HttpCode(202)
  async start(@CurrentReader() staff: Reader): Promise<ReconciliationView> {
    const run = await this.deeds.done(
      staff,
      () => this.desk.start(staff.id),
      ({ id }) => ({ action: 'reconciliation.requested', subject: { kind: 'reconciliation', id } }),
    );
    return presentRun(run);
  }

  /** Comparisons, the newest first. */
  @Get()
  async list(@Query() page: PageQuery): Promise<ReconciliationPage> {
    return presentRuns(await this.desk.list(page));
  }

  /** One comparison, with what it found. */
  @Get(':id')
  async show(@Param('id', UuidParam) id: string): Promise<ReconciliationDetailView> {
    return presentRunInFull(await this.desk.show(id));
  }
}
