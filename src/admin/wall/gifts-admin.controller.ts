/** Staff set how much members give away. */
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  type GiftSettings,
  GiftSettingsRepository,
} from '../../paywall/gifts/gift-settings.repository.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import type { Reader } from '../../users/reader.js';
import { Deeds } from '../deeds.service.js';
import { GiftSettingsBody } from './gifts-admin.dto.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('settings.manage')
@Controller('api/v1/admin/settings/gifts')
export class GiftsAdminController {
  constructor(
    private readonly settings: GiftSettingsRepository,
    private readonly deeds: Deeds,
  ) {}

  /** How much members give away now. */
  @Get()
  show(): Promise<GiftSettingsBody> {
    return this.settings.read();
  }

  /** Sets how much members give away, from the next gift on; what was given keeps its days and openings. */
  @Put()
  async change(
    @Body() body: GiftSettingsBody,
    @CurrentReader() staff: Reader,
  ): Promise<GiftSettingsBody> {
    const settings: GiftSettings = { ...body };
    const deed = {
      action: 'settings.changed',
      subject: { kind: 'settings', id: 'gifts' },
      look: async () => ({ ...(await this.settings.read()) }),
    };
    await this.deeds.changed(staff, deed, () => this.settings.write(settings));
    return settings;
  }
}
