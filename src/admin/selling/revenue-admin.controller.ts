/** Staff read what came in, from the ledger. */
import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { RevenueReports } from '../../billing/ledger/revenue-report.service.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import { RevenueQuery } from './revenue-admin.dto.js';
import { type RevenueView, presentRevenue } from './revenue-admin.presenter.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('revenue.read')
@Controller('api/v1/admin/revenue')
export class RevenueAdminController {
  constructor(private readonly reports: RevenueReports) {}

  /** Payments, refunds and disputes by month and currency, and monthly recurring revenue at the end. */
  @Get()
  async read(@Query() range: RevenueQuery): Promise<RevenueView> {
    return presentRevenue(await this.reports.read(range));
  }
}
