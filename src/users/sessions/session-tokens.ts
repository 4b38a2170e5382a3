/** What a device keeps to speak to the API: the two tokens of a session. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { AccessTokens } from './access-tokens.js';
import type { Account } from '../reader.js';
import { type RefreshToken, RefreshTokens } from './refresh-tokens.js';

export interface SignedIn {
  accessToken: string;
  refreshToken: string;
  /** Seconds that the access token is good for. */
  expiresIn: number;
  account: Account;
}

@Injectable()
export class SessionTokens {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly accessTokens: AccessTokens,
    private readonly refreshTokens: RefreshTokens,
  ) {}

  /** @returns null for a refresh token that was not written here */
  read(refreshToken: string): RefreshToken | null {
    return this.refreshTokens.read(refreshToken);
  }

  write(account: Account, token: RefreshToken, expiresAt: Date): SignedIn {
    const left = Math.ceil((expiresAt.getTime() - this.clock.now().getTime()) / 1000);
    const expiresIn = Math.max(1, Math.min(this.config.accessTokenTtl, left));
    return {
      accessToken: this.accessTokens.issue(account.id, token.sessionId, expiresIn),
      refreshToken: this.refreshTokens.write(token),
      expiresIn,
      account,
    };
  }
}
