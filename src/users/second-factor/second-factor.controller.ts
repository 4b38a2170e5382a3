/** A reader's authenticator and recovery codes. */
import { Body, Controller, Delete, Get, Header, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { CurrentReader } from '../current-reader.decorator.js';
import { DemandsFreshProof } from '../fresh-proof/demands-fresh-proof.decorator.js';
import type { Reader } from '../reader.js';
import { AuthenticatorSetUp } from './authenticator-set-up.service.js';
import { RecoveryCodes } from './recovery-codes.service.js';
import { SecondFactorState } from './second-factor-state.service.js';
import { ConfirmAuthenticatorDto } from './second-factor.dto.js';
import {
  type ProposedAuthenticatorView,
  type RecoveryCodesView,
  type SecondFactorView,
  presentProposal,
  presentRecoveryCodes,
} from './second-factor.presenter.js';

@ApiTags('Readers')
@ApiBearerAuth('bearer')
@Controller('api/v1/me')
export class SecondFactorController {
  constructor(
    private readonly state: SecondFactorState,
    private readonly setUp: AuthenticatorSetUp,
    private readonly recoveryCodes: RecoveryCodes,
  ) {}

  /** What she can show besides her password, and whether she has to. */
  @Get('second-factor')
  show(@CurrentReader() reader: Reader): Promise<SecondFactorView> {
    return this.state.of(reader);
  }

  /** Makes a secret for her app; nothing changes until a code of it is confirmed. */
  @DemandsFreshProof()
  @Post('authenticator')
  @Header('cache-control', 'no-store')
  async propose(@CurrentReader() reader: Reader): Promise<ProposedAuthenticatorView> {
    return presentProposal(await this.setUp.propose(reader));
  }

  /** From now on signing in takes a code, too; answers her recovery codes, once. */
  @DemandsFreshProof()
  @Post('authenticator/confirm')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async confirm(
    @CurrentReader() reader: Reader,
    @Body() { code }: ConfirmAuthenticatorDto,
  ): Promise<RecoveryCodesView> {
    return presentRecoveryCodes(await this.setUp.confirm(reader, code));
  }

  /** Takes the authenticator and its recovery codes away. */
  @DemandsFreshProof()
  @Delete('authenticator')
  @HttpCode(204)
  async remove(@CurrentReader() reader: Reader): Promise<void> {
    await this.setUp.remove(reader);
  }

  /** Makes new recovery codes; the old ones are dead. */
  @DemandsFreshProof()
  @Post('recovery-codes')
  @Header('cache-control', 'no-store')
  async renewCodes(@CurrentReader() reader: Reader): Promise<RecoveryCodesView> {
    return presentRecoveryCodes(await this.recoveryCodes.renew(reader));
  }
}
