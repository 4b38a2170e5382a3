/** Staff set what machines may have. */
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { MachineSettingsRepository } from '../../paywall/machines/machine-settings.repository.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import type { Reader } from '../../users/reader.js';
import { Deeds } from '../deeds.service.js';
import { MachineSettingsBody } from './machines-admin.dto.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('settings.manage')
@Controller('api/v1/admin/settings/machines')
export class MachinesAdminController {
  constructor(
    private readonly settings: MachineSettingsRepository,
    private readonly deeds: Deeds,
  ) {}

  /** What machines may have now. */
  @Get()
  show(): Promise<MachineSettingsBody> {
    return this.settings.read();
  }

  /** Sets what machines may have, from the next request on; shared caches follow with the purge, or within a minute. */
  @Put()
  async change(
    @Body() body: MachineSettingsBody,
    @CurrentReader() staff: Reader,
  ): Promise<MachineSettingsBody> {
    const { searchEnginesReadAll, aiCrawlers } = body;
    const settings = { searchEnginesReadAll, aiCrawlers };
    const deed = {
      action: 'settings.changed',
      subject: { kind: 'settings', id: 'machines' },
      look: async () => ({ ...(await this.settings.read()) }),
    };
    await this.deeds.changed(staff, deed, () => this.settings.write(settings));
    return settings;
  }
}
