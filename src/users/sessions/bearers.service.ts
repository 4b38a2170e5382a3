/** Finds who bears an access token: the token says which session, and the database whether that still is one. */
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { Clock, machineTime } from '../../platform/clock/clock.js';
import type { Reader } from '../reader.js';
import { type PresentedSession, ReaderFinder } from '../reader-finder.js';
import { AccessTokenStrategy, type ProvenClaims } from './access-token.strategy.js';

/** Tokens that need not be verified again, some 700 bytes each. */
const mostProven = 4_000;

@Injectable()
export class Bearers {
  /**
   * By the header whole. A signature that was right stays right for as long as this process knows its key; when the
   * token ends is looked at each time, and so is everything that it does not say.
   */
  private readonly proven = new LRUCache<string, ProvenClaims>({ max: mostProven });

  constructor(
    private readonly tokens: AccessTokenStrategy,
    private readonly readers: ReaderFinder,
    private readonly clock: Clock,
  ) {}

  /**
   * Logout and a ban act here, at once.
   * @returns null for a token that is not good, and for one of a session that is over
   */
  async readerOf(request: FastifyRequest): Promise<Reader | null> {
    const header = request.headers.authorization ?? '';
    const claims = this.provenBy(header) ?? (await this.prove(header, request));
    if (claims === null) return null;
    const session = await this.readers.find(this.presentedBy(claims), request);
    return session !== null && session.reader.id === claims.sub ? session.reader : null;
  }

  private provenBy(header: string): ProvenClaims | undefined {
    const claims = this.proven.get(header);
    return claims !== undefined && machineTime() < claims.exp * 1000 ? claims : undefined;
  }

  private async prove(header: string, request: FastifyRequest): Promise<ProvenClaims | null> {
    const claims = await this.tokens.claimsOf(request);
    if (claims !== null) this.proven.set(header, claims);
    return claims;
  }

  /** How long a session of the API lasts is the token's own `exp`; a browser's may end before its token does. */
  private presentedBy({ sid: id, via }: ProvenClaims): PresentedSession {
    if (via === undefined) return { id, kind: 'token', liveAt: null };
    return { id, kind: via, liveAt: this.clock.now() };
  }
}
