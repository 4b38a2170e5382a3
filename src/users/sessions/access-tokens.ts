/** Issues access tokens: short-lived JWTs that name a session, and say nothing about what may be read. */
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { SessionKind } from '../reader-finder.js';

export const accessTokenAudience = 'broadsheet';

/** Sets these tokens apart from any other kind that is ever signed with the key. */
export const accessTokenType = 'access';

export interface AccessTokenClaims {
  sub: string;
  sid: string;
  typ: typeof accessTokenType;
  /** What kind of session it is of, where that is not one of the API's own. */
  via?: 'cookie';
}

@Injectable()
export class AccessTokens {
  constructor(private readonly jwt: JwtService) {}

  /** @param seconds until it expires, by the machine's clock: its reader may be another machine */
  issue(userId: string, sessionId: string, seconds: number, kind: SessionKind = 'token'): string {
    const claims: AccessTokenClaims = {
      sub: userId,
      sid: sessionId,
      typ: accessTokenType,
      ...(kind === 'cookie' ? { via: kind } : {}),
    };
    return this.jwt.sign(claims, { expiresIn: seconds });
  }
}
