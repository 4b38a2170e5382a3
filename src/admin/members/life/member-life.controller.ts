/** Staff find members, and see one's whole life. */
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../../../platform/http/page.dto.js';
import { UuidParam } from '../../../platform/http/uuid-param.pipe.js';
import { RequiresPermission } from '../../../users/staff/permission.decorator.js';
import { MemberRoll } from '../finding/member-roll.service.js';
import type { MemberFile } from '../member-file.presenter.js';
import { MembersQuery, wishIn } from '../members-admin.dto.js';
import { type MemberPage, presentMembers } from '../members-admin.presenter.js';
import { MemberLife } from './member-life.service.js';
import { type TimelinePage, presentTimeline } from './timeline.presenter.js';
import { Timelines } from './timeline.service.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('members.manage')
@Controller('api/v1/admin/members')
export class MemberLifeController {
  constructor(
    private readonly roll: MemberRoll,
    private readonly life: MemberLife,
    private readonly timelines: Timelines,
  ) {}

  /** Accounts, the newest first. An id finds a deleted account, too. */
  @Get()
  async list(@Query() query: MembersQuery): Promise<MemberPage> {
    return presentMembers(await this.roll.list(wishIn(query), query));
  }

  /** One account with everything that is known of it: books, reading, sessions, notes, audit. */
  @Get(':id')
  show(@Param('id', UuidParam) id: string): Promise<MemberFile> {
    return this.life.show(id);
  }

  /** Every dated thing that is known of her, the newest first. */
  @Get(':id/timeline')
  async timeline(
    @Param('id', UuidParam) id: string,
    @Query() page: PageQuery,
  ): Promise<TimelinePage> {
    return presentTimeline(await this.timelines.of(id, page));
  }
}
