/** The cookie of a session on the pages: scripts cannot read it and other sites cannot send it. */
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { Config } from '../../platform/config/config.js';
import { Keys } from '../keys.js';

export interface CookieOptions {
  httpOnly: true;
  secure: boolean;
  sameSite: 'lax';
  path: '/';
  /** Seconds. */
  maxAge: number;
}

/** What a page's answer sets: `reply.setCookie(cookie.cookieName, cookie.value, cookie.options)`. */
export interface SessionCookie {
  cookieName: string;
  value: string;
  options: CookieOptions;
}

@Injectable()
export class SessionCookies {
  constructor(
    private readonly config: Config,
    private readonly keys: Keys,
  ) {}

  /** @returns the session's id; null without a cookie of ours */
  read({ cookies }: Pick<FastifyRequest, 'cookies'>): string | null {
    const value = cookies[this.cookieName];
    if (value === undefined) return null;
    const id = this.keys.cookie.open(value);
    return isUUID(id) ? id : null;
  }

  write(id: string, now: Date, expiresAt: Date): SessionCookie {
    const left = Math.ceil((expiresAt.getTime() - now.getTime()) / 1000);
    return this.cookie(this.keys.cookie.close(id), left);
  }

  /** Makes the browser forget. */
  gone(): SessionCookie {
    return this.cookie('', 0);
  }

  private cookie(value: string, maxAge: number): SessionCookie {
    const { cookieName, config } = this;
    const options = { httpOnly: true, secure: config.isHttps, sameSite: 'lax', path: '/' } as const;
    return { cookieName, value, options: { ...options, maxAge } };
  }

  /** Browsers take a `__Host-` cookie only over https, from this host alone, for all of its paths. */
  private get cookieName(): string {
    return this.config.isHttps ? '__Host-broadsheet' : 'broadsheet';
  }
}
