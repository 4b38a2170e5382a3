/** Staff see what a member sees. */
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { UuidParam } from '../../../platform/http/uuid-param.pipe.js';
import { CurrentReader } from '../../../users/current-reader.decorator.js';
import { DemandsFreshProof } from '../../../users/fresh-proof/demands-fresh-proof.decorator.js';
import { Impersonations } from '../../../users/impersonation/impersonation.service.js';
import type { Reader } from '../../../users/reader.js';
import { RequiresPermission } from '../../../users/staff/permission.decorator.js';
import { Deeds } from '../../deeds.service.js';
import { MembersAdmin } from '../members-admin.service.js';
import { ImpersonationRequest, type ImpersonationView } from './impersonation.dto.js';

@ApiTags('admin')
@ApiBearerAuth('bearer')
@RequiresPermission('members.manage')
@Controller('api/v1/admin/members/:id/impersonate')
export class ImpersonationController {
  constructor(
    private readonly members: MembersAdmin,
    private readonly impersonations: Impersonations,
    private readonly deeds: Deeds,
  ) {}

  /**
   * A token that reads what she reads, for a quarter of an hour: it changes nothing, spends nothing of hers and ends
   * with the session it was asked for in. Nobody but the audit is told.
   */
  @DemandsFreshProof()
  @Post()
  @HttpCode(200)
  async begin(
    @Param('id', UuidParam) id: string,
    @Body() { reason }: ImpersonationRequest,
    @CurrentReader() staff: Reader,
  ): Promise<ImpersonationView> {
    const account = await this.members.known(id);
    const begin = () => this.impersonations.begin(account, staff);
    const subject = { kind: 'member', id };
    const { accessToken, expiresIn } = await this.deeds.done(staff, begin, ({ sessionId }) => {
      return { action: 'member.impersonated', subject, detail: { reason, session: sessionId } };
    });
    return { accessToken, expiresIn };
  }
}
