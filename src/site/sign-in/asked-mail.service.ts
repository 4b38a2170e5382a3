/** Remembers which mails a browser has asked for: a code typed into a page opens what was asked for here, and nothing else. */
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../../platform/config/config.js';
import { proofLifetimeSeconds } from '../../users/proofs/proof.rules.js';

@Injectable()
export class AskedMail {
  constructor(private readonly config: Config) {}

  /** The request under which this browser has asked before; it asks under the same again, so that either code is good. */
  of(request: FastifyRequest): string | undefined {
    const value = request.cookies[this.cookieName];
    return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
  }

  remember(reply: FastifyReply, asked: string): void {
    const secure = this.config.isHttps;
    void reply.setCookie(this.cookieName, asked, {
      httpOnly: true,
      secure,
      sameSite: 'lax',
      path: '/',
      maxAge: proofLifetimeSeconds,
    });
  }

  private get cookieName(): string {
    return this.config.isHttps ? '__Host-broadsheet-asked' : 'broadsheet-asked';
  }
}
