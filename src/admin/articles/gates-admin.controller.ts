/** Staff set which gate new articles get. */
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import {
  GateDefaultDesk,
  type NamedGateDefault,
} from '../../articles/desk/gate-default-desk.service.js';
import type { AuditDetail } from '../../platform/audit/change.rules.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import type { Reader } from '../../users/reader.js';
import { Deeds } from '../deeds.service.js';
import { GateDefaultsBody } from './gates-admin.dto.js';
import { PlanReferences } from '../selling/plan-references.service.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('settings.manage')
@Controller('api/v1/admin/settings/gates')
export class GatesAdminController {
  constructor(
    private readonly desk: GateDefaultDesk,
    private readonly plans: PlanReferences,
    private readonly deeds: Deeds,
  ) {}

  /** The gates that new articles get where their drafts name none; `members` where nothing is set. */
  @Get()
  async show(): Promise<GateDefaultsBody> {
    return { items: await this.desk.list() };
  }

  /** Sets the whole list: what is left out is gone. Articles that are there keep the gates they have. */
  @Put()
  async change(
    @Body() { items }: GateDefaultsBody,
    @CurrentReader() staff: Reader,
  ): Promise<GateDefaultsBody> {
    const planIds = [...new Set(items.flatMap((item) => item.planIds))];
    const replace = () => this.plans.whileTheyStand(planIds, () => this.desk.replace(items));
    const deed = {
      action: 'settings.changed',
      subject: { kind: 'settings', id: 'gates' },
      look: async () => inWords(await this.desk.list()),
    };
    return { items: await this.deeds.changed(staff, deed, replace) };
  }
}

/** Each default under its place, like `harbour/memo`; a star stands for any. */
function inWords(defaults: readonly NamedGateDefault[]): AuditDetail {
  return Object.fromEntries(
    defaults.map(({ section, kind, gate, planIds, freeForHours, freeAfterDays }) => [
      `${section ?? '*'}/${kind ?? '*'}`,
      [
        gate,
        ...(planIds.length === 0 ? [] : [`of plans ${planIds.join(' ')}`]),
        ...(freeForHours === null ? [] : [`free for ${freeForHours} hours`]),
        ...(freeAfterDays === null ? [] : [`free after ${freeAfterDays} days`]),
      ].join(', '),
    ]),
  );
}
