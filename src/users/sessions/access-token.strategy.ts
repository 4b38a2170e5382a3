/** Reads an access token: algorithm, issuer and audience pinned, and its session looked up each time. */
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { accessTokenAudience, accessTokenType } from './access-tokens.js';
import { Keys } from '../keys.js';
import { signingKeyAmong } from './signing-key.js';
import type { Reader } from '../reader.js';
import { type PresentedSession, ReaderFinder } from '../reader-finder.js';

export const ACCESS_TOKEN = 'access-token';

@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy, ACCESS_TOKEN) {
  constructor(
    config: Config,
    keys: Keys,
    private readonly clock: Clock,
    private readonly readers: ReaderFinder,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKeyProvider: signingKeyAmong(keys.accessToken),
      algorithms: ['HS256'],
      issuer: config.publicUrl,
      audience: accessTokenAudience,
      passReqToCallback: true,
    });
  }

  /**
   * jsonwebtoken has judged signature and claims by now; it accepts a token without `exp`, we do not.
   * Logout and a ban act here, at once.
   */
  async validate(request: FastifyRequest, claims: Record<string, unknown>): Promise<Reader | null> {
    const { sub, sid, typ, exp } = claims;
    if (typ !== accessTokenType || typeof exp !== 'number' || !isUUID(sid)) return null;
    const presented = this.presentedBy(sid as string, claims['via']);
    if (presented === null) return null;
    const session = await this.readers.find(presented, request);
    return session !== null && session.reader.id === sub ? session.reader : null;
  }

  /** How long a session of the API lasts is the token's own `exp`; a browser's may end before its token does. */
  private presentedBy(id: string, via: unknown): PresentedSession | null {
    if (via === undefined) return { id, kind: 'token', liveAt: null };
    return via === 'cookie' ? { id, kind: 'cookie', liveAt: this.clock.now() } : null;
  }
}
