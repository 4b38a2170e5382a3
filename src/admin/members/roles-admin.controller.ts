/** Admins say who belongs to the staff, and as what. */
import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import { DemandsFreshProof } from '../../users/fresh-proof/demands-fresh-proof.decorator.js';
import type { Reader } from '../../users/reader.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import { Roles } from '../../users/staff/roles.service.js';
import { Deeds } from '../deeds.service.js';
import type { MemberView } from './members-admin.presenter.js';
import { MembersAdmin } from './members-admin.service.js';
import { RolesRequest } from './roles-admin.dto.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('staff.manage')
@Controller('api/v1/admin/members/:id/roles')
export class RolesAdminController {
  constructor(
    private readonly roles: Roles,
    private readonly members: MembersAdmin,
    private readonly deeds: Deeds,
  ) {}

  /** Replaces her roles, and tells her; none makes her a reader again. They count from her next request on. */
  @DemandsFreshProof()
  @Put()
  async change(
    @Param('id', UuidParam) id: string,
    @Body() { roles }: RolesRequest,
    @CurrentReader() staff: Reader,
  ): Promise<MemberView> {
    const change = () => this.roles.change(id, roles);
    return this.members.whole(await this.deeds.changed(staff, this.deed(id), change));
  }

  private deed(id: string) {
    const look = async () => ({ roles: await this.roles.of(id) });
    return { action: 'member.roles-changed', subject: { kind: 'member', id }, look };
  }
}
