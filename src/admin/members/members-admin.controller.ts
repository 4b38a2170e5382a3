/** Staff look members up, ban whom they must, and delete whoever asks for it. */
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { AccountDeletion } from '../../account/account-deletion.service.js';
import { UuidParam } from '../../platform/http/uuid-param.pipe.js';
import { AccountAdminService } from '../../users/staff/account-admin.service.js';
import { CurrentReader } from '../../users/current-reader.decorator.js';
import { RequiresPermission } from '../../users/staff/permission.decorator.js';
import type { Reader } from '../../users/reader.js';
import { Deeds } from '../deeds.service.js';
import type { MemberFile } from './member-file.presenter.js';
import { BanRequest, MembersQuery } from './members-admin.dto.js';
import type { MemberPage, MemberView } from './members-admin.presenter.js';
import { MembersAdmin } from './members-admin.service.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('members.manage')
@Controller('api/v1/admin/members')
export class MembersAdminController {
  constructor(
    private readonly members: MembersAdmin,
    private readonly accounts: AccountAdminService,
    private readonly deletion: AccountDeletion,
    private readonly deeds: Deeds,
  ) {}

  /** Accounts, the newest first. */
  @Get()
  list(@Query() query: MembersQuery): Promise<MemberPage> {
    return this.members.list(query);
  }

  /** One account with everything that is known of it: memberships, invoices, ledger, consents. */
  @Get(':id')
  show(@Param('id', UuidParam) id: string): Promise<MemberFile> {
    return this.members.show(id);
  }

  /** Signs her out everywhere and keeps her out; her next request is refused. */
  @Post(':id/ban')
  @HttpCode(200)
  async ban(
    @Param('id', UuidParam) id: string,
    @Body() { reason }: BanRequest,
    @CurrentReader() staff: Reader,
  ): Promise<MemberView> {
    const ban = () => this.accounts.ban(id, reason);
    return this.members.whole(await this.deeds.done(staff, ban, memberDeed('banned', id)));
  }

  /** Lets her sign in again. */
  @Post(':id/unban')
  @HttpCode(200)
  async unban(
    @Param('id', UuidParam) id: string,
    @CurrentReader() staff: Reader,
  ): Promise<MemberView> {
    const unban = () => this.accounts.unban(id);
    return this.members.whole(await this.deeds.done(staff, unban, memberDeed('unbanned', id)));
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
}

const memberDeed = (what: 'banned' | 'unbanned', id: string) => () => ({
  action: `member.${what}`,
  subject: { kind: 'member', id },
});
