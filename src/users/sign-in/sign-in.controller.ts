/** Signing in, staying signed in and signing out over the API. */
import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/http/access.decorators.js';
import { Limited, MayBeTooMany } from '../../platform/limits/limited.decorator.js';
import { EmailDto, LoginDto, LogoutDto, ProofDto, RefreshDto, proofKeyOf } from './auth.dto.js';
import {
  type RequestedMailView,
  type SignedInView,
  presentRequestedMail,
  presentSignedIn,
} from './auth.presenter.js';
import { CurrentReader } from '../current-reader.decorator.js';
import { type Device, UsedDevice } from '../device.decorator.js';
import { MagicLinkService } from './magic-link.service.js';
import type { Reader } from '../reader.js';
import { SessionService } from '../sessions/session.service.js';
import { SignInService } from './sign-in.service.js';
import { mailsAskedFor } from '../users.limits.js';

@ApiTags('Signing in')
@Controller('api/v1/auth')
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly magicLinks: MagicLinkService,
    private readonly sessions: SessionService,
  ) {}

  /** Signs in with address and password. */
  @Public()
  @MayBeTooMany()
  @Post('login')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async login(
    @Body() { email, password }: LoginDto,
    @UsedDevice() device: Device,
  ): Promise<SignedInView> {
    const account = await this.signIns.withPassword(email, password);
    return presentSignedIn(await this.sessions.open(account, device));
  }

  /** Mails a code and a link to sign in with. */
  @Public()
  @Limited(...mailsAskedFor)
  @Post('magic-link')
  @HttpCode(202)
  async sendMagicLink(@Body() { email }: EmailDto): Promise<RequestedMailView> {
    return presentRequestedMail(await this.magicLinks.send(email));
  }

  /** Signs in with the mailed code or link. */
  @Public()
  @MayBeTooMany()
  @Post('magic-link/redeem')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async redeemMagicLink(
    @Body() proof: ProofDto,
    @UsedDevice() device: Device,
  ): Promise<SignedInView> {
    const account = await this.magicLinks.redeem(proofKeyOf(proof));
    return presentSignedIn(await this.sessions.open(account, device));
  }

  /** Exchanges a refresh token for the next pair; one that was used before ends the session. */
  @Public()
  @MayBeTooMany()
  @Post('refresh')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async refresh(@Body() { refreshToken }: RefreshDto): Promise<SignedInView> {
    return presentSignedIn(await this.sessions.refresh(refreshToken));
  }

  /** Ends the session; its tokens are refused from now on. */
  @ApiBearerAuth('bearer')
  @Post('logout')
  @HttpCode(204)
  async logout(
    @CurrentReader() reader: Reader,
    @Body() { refreshToken }: LogoutDto,
  ): Promise<void> {
    if (refreshToken !== undefined) await this.sessions.endByRefreshToken(reader.id, refreshToken);
    await this.sessions.signOut(reader);
  }
}
