/** Staff set how much the site gives away. */
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  type MeterSettings,
  MeterSettingsRepository,
} from '../paywall/meter-settings.repository.js';
import { RequiresPermission } from '../users/permission.decorator.js';
import { MeterSettingsBody } from './meter-admin.dto.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('settings.manage')
@Controller('api/v1/admin/settings/meter')
export class MeterAdminController {
  constructor(private readonly settings: MeterSettingsRepository) {}

  /** How much the site gives away now. */
  @Get()
  show(): Promise<MeterSettingsBody> {
    return this.settings.read();
  }

  /** Sets how much the site gives away, from the next request on; what readers have spent stays spent. */
  @Put()
  async change(@Body() body: MeterSettingsBody): Promise<MeterSettingsBody> {
    const settings: MeterSettings = { ...body };
    await this.settings.write(settings);
    return settings;
  }
}
