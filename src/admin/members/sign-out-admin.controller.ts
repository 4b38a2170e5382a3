/** Staff sign a member out everywhere, for whoever writes that a device of hers was stolen. */
import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import type { Reader } from '../../users/reader.js';
import { SessionService } from '../../users/sessions/session.service.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import { Deeds } from '../deeds.service.js';
import { MembersAdmin } from './members-admin.service.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('members.manage')
@Controller('api/v1/admin/members/:id/sessions')
export class SignOutAdminController {
  constructor(
    private readonly members: MembersAdmin,
    private readonly sessions: SessionService,
    private readonly deeds: Deeds,
  ) {}

  /** Ends all of her sessions; she may sign in again. */
  @Delete()
  @HttpCode(204)
  async signOut(@Param('id', UuidParam) id: string, @CurrentReader() staff: Reader): Promise<void> {
    await this.members.known(id);
    const deed = { action: 'member.signed-out', subject: { kind: 'member', id } };
    await this.deeds.done(
      staff,
      () => this.sessions.endAll(id),
      (sessions) => ({ ...deed, detail: { sessions } }),
    );
  }
}
