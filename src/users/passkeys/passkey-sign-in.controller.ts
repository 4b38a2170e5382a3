/** Signing in with a passkey: no address, no password, no second step. */
import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/http/access.decorators.js';
import { Limited } from '../../platform/limits/limited.decorator.js';
import { type Device, UsedDevice } from '../device.decorator.js';
import { SessionService } from '../sessions/session.service.js';
import { type SignedInView, presentSignedIn } from '../sign-in/auth.presenter.js';
import { passkeyChallenges } from '../users.limits.js';
import { PasskeyAssertions } from './passkey-assertions.service.js';
import { PasskeySignInDto, assertionIn } from './passkey.dto.js';
import { type PasskeyRequestView, presentRequest } from './passkey.presenter.js';

@ApiTags('Signing in')
@Public()
@Controller('api/v1/auth/passkey')
export class PasskeySignInController {
  constructor(
    private readonly assertions: PasskeyAssertions,
    private readonly sessions: SessionService,
  ) {}

  /** What a browser needs to ask for a passkey; good for five minutes, once. */
  @Limited(passkeyChallenges)
  @Post('options')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async request(): Promise<PasskeyRequestView> {
    return presentRequest(await this.assertions.request());
  }

  /** Signs in whoever's passkey has signed the challenge. */
  @Post()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async signIn(
    @Body() signed: PasskeySignInDto,
    @UsedDevice() device: Device,
  ): Promise<SignedInView> {
    const account = await this.assertions.accountOf(signed.challenge, assertionIn(signed));
    return presentSignedIn(await this.sessions.open(account, device, 2));
  }
}
