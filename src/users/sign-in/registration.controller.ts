/** Opening an account over the API. */
import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/http/access.decorators.js';
import { Limited, MayBeTooMany } from '../../platform/limits/limited.decorator.js';
import { ProofDto, RegisterDto, proofKeyOf } from './auth.dto.js';
import {
  type RequestedMailView,
  type SignedInView,
  presentRequestedMail,
  presentSignedIn,
} from './auth.presenter.js';
import { type Device, UsedDevice } from '../device.decorator.js';
import { RegistrationService } from './registration.service.js';
import { SessionService } from '../sessions/session.service.js';
import { mailsAskedFor } from '../users.limits.js';

@ApiTags('Signing in')
@Controller('api/v1/auth')
export class RegistrationController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly sessions: SessionService,
  ) {}

  /** Mails a code and a link; the account begins when one of them comes back. */
  @Public()
  @Limited(...mailsAskedFor)
  @Post('register')
  @HttpCode(202)
  async register(@Body() { email, password, name }: RegisterDto): Promise<RequestedMailView> {
    const registration = { email, password, name: name || null };
    return presentRequestedMail(await this.registrations.register(registration));
  }

  /** Opens the account and signs in. */
  @Public()
  @MayBeTooMany()
  @Post('verify-email')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async verify(@Body() proof: ProofDto, @UsedDevice() device: Device): Promise<SignedInView> {
    const { account } = await this.registrations.verify(proofKeyOf(proof));
    return presentSignedIn(await this.sessions.open(account, device));
  }
}
