/** Staff ban whom they must, and delete whoever asks for it. */
import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { AccountDeletion } from '../../account/account-deletion.service.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { AccountAdminService } from '../../users/staff/account-admin.service.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import { Roles } from '../../users/staff/roles.service.js';
import type { Reader } from '../../users/reader.js';
import { Deeds } from '../deeds.service.js';
import { BanRequest } from './members-admin.dto.js';
import type { MemberView } from './members-admin.presenter.js';
import { MembersAdmin } from './members-admin.service.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('members.manage')
@Controller('api/v1/admin/members')
export class MembersAdminController {
  constructor(
    private readonly members: MembersAdmin,
    private readonly accounts: AccountAdminService,
    private readonly roles: Roles,
    private readonly deletion: AccountDeletion,
    private readonly deeds: Deeds,
  ) {}

  /** Signs her out everywhere and keeps her out; her next request is refused. The last admin stays. */
  @Post(':id/ban')
  @HttpCode(200)
  async ban(
    @Param('id', UuidParam) id: string,
    @Body() { reason }: BanRequest,
    @CurrentReader() staff: Reader,
  ): Promise<MemberView> {
    const ban = async () => {
      await this.roles.refuseLastAdmin(id);
      return this.accounts.ban(id, reason);
    };
    return this.members.whole(await this.deeds.changed(staff, this.deed('banned', id), ban));
  }

  /** Lets her sign in again. */
  @Post(':id/unban')
  @HttpCode(200)
  async unban(
    @Param('id', UuidParam) id: string,
    @CurrentReader() staff: Reader,
  ): Promise<MemberView> {
    const unban = () => this.accounts.unban(id);
    return this.members.whole(await this.deeds.changed(staff, this.deed('unbanned', id), unban));
  }

  /**
   * Deletes an account for good: a running membership ends at once and nothing is given back, and name, address
   * and sessions go. The books stay. Twice is once.
   */
  @Delete(':id')
  @HttpCode(204)
  async remove(@Param('id', UuidParam) id: string, @CurrentReader() staff: Reader): Promise<void> {
    await this.deletion.delete(id, staff.id);
  }

  private deed(what: 'banned' | 'unbanned', id: string) {
    const look = async () => ({ banned: (await this.members.known(id)).bannedAt !== null });
    return { action: `member.${what}`, subject: { kind: 'member', id }, look };
  }
}
