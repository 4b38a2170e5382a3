/** Staff set how much the site gives away. */
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  type MeterSettings,
  MeterSettingsRepository,
} from '../paywall/meter/meter-settings.repository.js';
import { CurrentReader } from '../users/current-reader.decorator.js';
import { RequiresPermission } from '../users/permission.decorator.js';
import type { Reader } from '../users/reader.js';
import { Deeds } from './deeds.service.js';
import { MeterSettingsBody } from './meter-admin.dto.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('settings.manage')
@Controller('api/v1/admin/settings/meter')
export class MeterAdminController {
  constructor(
    private readonly settings: MeterSettingsRepository,
    private readonly deeds: Deeds,
  ) {}

  /** How much the site gives away now. */
  @Get()
  show(): Promise<MeterSettingsBody> {
    return this.settings.read();
  }

  /** Sets how much the site gives away, from the next request on; what readers have spent stays spent. */
  @Put()
  async change(
    @Body() body: MeterSettingsBody,
    @CurrentReader() staff: Reader,
  ): Promise<MeterSettingsBody> {
    const settings: MeterSettings = { ...body };
    await this.deeds.done(
      staff,
      () => this.settings.write(settings),
      () => ({
        action: 'settings.changed',
        subject: { kind: 'settings', id: 'meter' },
        detail: { ...settings },
      }),
    );
    return settings;
  }
}
