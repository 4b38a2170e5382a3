/** Staff set how much the site gives away. */
import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { MeterDesk, type MeterTerms } from '../../paywall/meter/meter-desk.service.js';
import { MeterEffects } from '../../paywall/meter/meter-effects.service.js';
import type { AuditDetail } from '../../platform/audit/change.rules.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import type { Reader } from '../../users/reader.js';
import { Deeds } from '../deeds.service.js';
import { MeterSettingsBody } from './meter-admin.dto.js';
import { type MeterSettingsView, presentMeterSettings } from './meter-admin.presenter.js';
import { MeterWhatIfQuery } from './meter-what-if.dto.js';
import { type MeterWhatIfView, presentMeterWhatIf } from './meter-what-if.presenter.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('settings.manage')
@Controller('api/v1/admin/settings/meter')
export class MeterAdminController {
  constructor(
    private readonly meter: MeterDesk,
    private readonly effects: MeterEffects,
    private readonly deeds: Deeds,
  ) {}

  /** How much the site gives away now. */
  @Get()
  async show(): Promise<MeterSettingsView> {
    return presentMeterSettings(await this.meter.show());
  }

  /** What another allowance would have meant in the last thirty days; nothing is changed. */
  @Get('what-if')
  async whatIf(@Query() wish: MeterWhatIfQuery): Promise<MeterWhatIfView> {
    return presentMeterWhatIf(await this.effects.of(wish));
  }

  /** Sets how much the site gives away, from the next request on; what readers have spent stays spent. */
  @Put()
  async change(
    @Body() body: MeterSettingsBody,
    @CurrentReader() staff: Reader,
  ): Promise<MeterSettingsView> {
    const change = whatIsNamed(body);
    const deed = {
      action: 'settings.changed',
      subject: { kind: 'settings', id: 'meter' },
      look: async () => detailOf(await this.meter.show()),
    };
    return presentMeterSettings(
      await this.deeds.changed(staff, deed, () => this.meter.change(change)),
    );
  }
}

type Named<Body> = { [Field in keyof Body]: Exclude<Body[Field], undefined> };

/** A field that was left out is there all the same, as undefined. */
function whatIsNamed(body: MeterSettingsBody): Named<MeterSettingsBody> {
  const named = Object.entries(body).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named) as unknown as Named<MeterSettingsBody>;
}

function detailOf({ exemptSections, ...terms }: MeterTerms): AuditDetail {
  return { ...terms, exemptSections: exemptSections.join(', ') };
}
