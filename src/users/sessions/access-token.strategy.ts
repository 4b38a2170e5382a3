/** Reads an access token: algorithm, issuer and audience pinned. */
import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { Config } from '../../platform/config/config.js';
import { type AccessTokenClaims, accessTokenAudience, accessTokenType } from './access-tokens.js';
import { Keys } from '../keys.js';
import { signingKeyAmong } from './signing-key.js';

/** What a token has said whose signature and claims are good. */
export interface ProvenClaims extends AccessTokenClaims {
  /** Seconds since 1970, by the machine's clock. */
  readonly exp: number;
}

@Injectable()
export class AccessTokenStrategy extends PassportStrategy(Strategy) {
  private readonly attempt: new (outcome: Outcome) => Strategy;

  constructor(config: Config, keys: Keys) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKeyProvider: signingKeyAmong(keys.accessToken),
      algorithms: ['HS256'],
      issuer: config.publicUrl,
      audience: accessTokenAudience,
    });
    this.attempt = attemptsBy(this);
  }

  /** @returns null where the request bears no token that is good now */
  claimsOf(request: FastifyRequest): Promise<ProvenClaims | null> {
    return new Promise((resolve, reject) => {
      new this.attempt({ resolve, reject }).authenticate(request as never);
    });
  }

  /** jsonwebtoken has judged signature and claims by now; it accepts a token without `exp`, we do not. */
  validate(claims: Record<string, unknown>): ProvenClaims | null {
    const { sub, sid, typ, exp, via } = claims;
    if (typ !== accessTokenType || typeof exp !== 'number' || !isUUID(sid)) return null;
    if (typeof sub !== 'string' || (via !== undefined && via !== 'cookie')) return null;
    return { sub, sid: sid as string, typ, exp, ...(via === undefined ? {} : { via }) };
  }
}

interface Outcome {
  resolve(claims: ProvenClaims | null): void;
  reject(error: Error): void;
}

/**
 * A strategy tells its outcome to whoever has put methods on it. Passport's own middleware does so for each request
 * anew, with closures on a fresh heir of the strategy: measured, 60 µs a request and garbage that lives for long. Here
 * they are methods of one class.
 */
function attemptsBy(strategy: Strategy): new (outcome: Outcome) => Strategy {
  class Attempt {
    constructor(private readonly outcome: Outcome) {}

    success(claims: ProvenClaims): void {
      this.outcome.resolve(claims);
    }

    fail(): void {
      this.outcome.resolve(null);
    }

    error(error: Error): void {
      this.outcome.reject(error);
    }
  }
  Object.setPrototypeOf(Attempt.prototype, strategy);
  return Attempt as unknown as new (outcome: Outcome) => Strategy;
}
