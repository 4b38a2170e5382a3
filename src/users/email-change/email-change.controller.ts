/** A reader moves her account to another address. */
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Limited, MayBeTooMany } from '../../platform/limits/limited.decorator.js';
import { CurrentReader } from '../current-reader.decorator.js';
import { DemandsFreshProof } from '../fresh-proof/demands-fresh-proof.decorator.js';
import type { Reader } from '../reader.js';
import { EmailDto } from '../sign-in/auth.dto.js';
import { type MailOnItsWayView, mailOnItsWay } from '../sign-in/auth.presenter.js';
import { mailsAskedFor } from '../users.limits.js';
import { EmailChangeRequest } from './email-change-request.service.js';
import { EmailChangeProofDto, emailChangeKeyOf } from './email-change.dto.js';
import type { EmailChangeView } from './email-change.presenter.js';
import { EmailChangeService } from './email-change.service.js';

@ApiTags('Readers')
@ApiBearerAuth('bearer')
@Controller('api/v1/me/email')
export class EmailChangeController {
  constructor(
    private readonly requests: EmailChangeRequest,
    private readonly changes: EmailChangeService,
  ) {}

  /** Mails a code and a link to the new address; until one of them comes back nothing changes. */
  @DemandsFreshProof()
  @Limited(...mailsAskedFor)
  @Post()
  @HttpCode(202)
  async ask(
    @CurrentReader() reader: Reader,
    @Body() { email }: EmailDto,
  ): Promise<MailOnItsWayView> {
    await this.requests.send(reader, email);
    return mailOnItsWay();
  }

  /** Takes the code or the link's token: the account has the new address, and every other device is signed out. */
  @MayBeTooMany()
  @Post('confirm')
  @HttpCode(200)
  async confirm(
    @CurrentReader() reader: Reader,
    @Body() proof: EmailChangeProofDto,
  ): Promise<EmailChangeView> {
    return { email: await this.changes.confirm(reader, emailChangeKeyOf(proof)) };
  }
}
