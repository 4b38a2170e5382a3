/** A reader shows anew that the account is hers, before she does what cannot be taken back. */
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Limited, MayBeTooMany } from '../../platform/limits/limited.decorator.js';
import { CurrentReader } from '../current-reader.decorator.js';
import { PasskeySignInDto, assertionIn } from '../passkeys/passkey.dto.js';
import type { Reader } from '../reader.js';
import { type MailOnItsWayView, mailOnItsWay } from '../sign-in/auth.presenter.js';
import { mailsAskedFor } from '../users.limits.js';
import { FreshProofDto, evidenceOf } from './fresh-proof.dto.js';
import { type FreshProofView, presentFreshProof } from './fresh-proof.presenter.js';
import { FreshProofService } from './fresh-proof.service.js';
import { MailedProof } from './mailed-proof.service.js';
import { PasskeyProof } from './passkey-proof.service.js';

@ApiTags('Readers')
@ApiBearerAuth('bearer')
@Controller('api/v1/me/proof')
export class FreshProofController {
  constructor(
    private readonly freshProofs: FreshProofService,
    private readonly mailed: MailedProof,
    private readonly passkeys: PasskeyProof,
  ) {}

  /** Takes her password or a mailed code; good for ten minutes in this session. */
  @MayBeTooMany()
  @Post()
  @HttpCode(200)
  async prove(
    @CurrentReader() reader: Reader,
    @Body() proof: FreshProofDto,
  ): Promise<FreshProofView> {
    return presentFreshProof(await this.freshProofs.prove(reader, evidenceOf(proof)));
  }

  /** Takes one of her passkeys, which signs a challenge of `POST /auth/passkey/options`. */
  @Post('passkey')
  @HttpCode(200)
  async provePasskey(
    @CurrentReader() reader: Reader,
    @Body() signed: PasskeySignInDto,
  ): Promise<FreshProofView> {
    const { challenge } = signed;
    return presentFreshProof(await this.passkeys.prove(reader, challenge, assertionIn(signed)));
  }

  /** Mails her a code, which is good in this session alone. */
  @Limited(...mailsAskedFor)
  @Post('mail')
  @HttpCode(202)
  async mail(@CurrentReader() reader: Reader): Promise<MailOnItsWayView> {
    await this.mailed.send(reader);
    return mailOnItsWay();
  }
}
