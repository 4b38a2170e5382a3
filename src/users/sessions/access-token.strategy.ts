/** Reads an access token: algorithm, issuer and audience pinned, and its session looked up each time. */
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { isUUID } from 'class-validator';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { Config } from '../../platform/config/config.js';
import { accessTokenAudience, accessTokenType } from './access-tokens.js';
import { Keys } from '../keys.js';
import type { Reader } from '../reader.js';
import { ReaderFinder } from '../reader-finder.js';

export const ACCESS_TOKEN = 'access-token';

@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy, ACCESS_TOKEN) {
  constructor(
    config: Config,
    keys: Keys,
    private readonly readers: ReaderFinder,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // The types do not know the KeyObject that jsonwebtoken takes.
      secretOrKey: keys.accessToken as unknown as Buffer,
      algorithms: ['HS256'],
      issuer: config.publicUrl,
      audience: accessTokenAudience,
    });
  }

  /**
   * jsonwebtoken has judged signature and claims by now; it accepts a token without `exp`, we do not.
   * Logout and a ban act here, at once. How long the session lasts is the token's own `exp`.
   */
  async validate(claims: Record<string, unknown>): Promise<Reader | null> {
    const { sub, sid, typ, exp } = claims;
    if (typ !== accessTokenType || typeof exp !== 'number' || !isUUID(sid)) return null;
    const presented = { id: sid as string, kind: 'token', liveAt: null } as const;
    const session = await this.readers.find(presented);
    return session !== null && session.reader.id === sub ? session.reader : null;
  }
}
