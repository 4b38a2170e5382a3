/** Remembers where a reader was before a detour over Stripe or her mailbox, in a cookie of its own. */
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../platform/config/config.js';
import { ownPath } from './return-to.rules.js';

/** Seconds; long enough to find one's card. */
const kept = 60 * 60;

@Injectable()
export class ReturnPlace {
  constructor(private readonly config: Config) {}

  remember(reply: FastifyReply, path: string | null): void {
    if (path === null) return;
    void reply.setCookie(this.cookieName, path, { ...this.options, maxAge: kept });
  }

  /** The place asked for, else the one remembered; null where there is neither. */
  of(request: FastifyRequest, asked?: unknown): string | null {
    return ownPath(asked) ?? ownPath(request.cookies[this.cookieName]);
  }

  forget(reply: FastifyReply): void {
    void reply.clearCookie(this.cookieName, this.options);
  }

  private get options() {
    const secure = this.config.isHttps;
    return { httpOnly: true, secure, sameSite: 'lax', path: '/' } as const;
  }

  private get cookieName(): string {
    return this.config.isHttps ? '__Host-broadsheet-return' : 'broadsheet-return';
  }
}
