/** Staff look members up, and ban whom they must. */
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { UuidParam } from '../platform/http/uuid-param.pipe.js';
import { AccountAdminService } from '../users/account-admin.service.js';
import { RequiresPermission } from '../users/permission.decorator.js';
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
  ) {}

  /** Accounts, the newest first. */
  @Get()
  list(@Query() query: MembersQuery): Promise<MemberPage> {
    return this.members.list(query);
  }

  /** One account with its membership. */
  @Get(':id')
  show(@Param('id', UuidParam) id: string): Promise<MemberView> {
    return this.members.show(id);
  }

  /** Signs her out everywhere and keeps her out; her next request is refused. */
  @Post(':id/ban')
  @HttpCode(200)
  async ban(
    @Param('id', UuidParam) id: string,
    @Body() { reason }: BanRequest,
  ): Promise<MemberView> {
    return this.members.whole(await this.accounts.ban(id, reason));
  }

  /** Lets her sign in again. */
  @Post(':id/unban')
  @HttpCode(200)
  async unban(@Param('id', UuidParam) id: string): Promise<MemberView> {
    return this.members.whole(await this.accounts.unban(id));
  }
}
