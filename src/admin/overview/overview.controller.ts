/** Staff see at one glance how the publication does. */
import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import { OverviewQuery } from './overview.dto.js';
import { type OverviewView, presentOverview } from './overview.presenter.js';
import { Overview } from './overview.service.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('revenue.read')
@Controller('api/v1/admin/overview')
export class OverviewController {
  constructor(private readonly overview: Overview) {}

  /** Members, money, articles, and whether the books are kept up; each figure is explained in docs/FIGURES.md. */
  @Get()
  async show(@Query() { days }: OverviewQuery): Promise<OverviewView> {
    return presentOverview(await this.overview.of(days));
  }
}
