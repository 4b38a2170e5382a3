/** Sees in a request who has come, and lets her browser be known again. */
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuid } from 'uuid';
import { Config } from '../../platform/config/config.js';
import type { Device } from '../../users/device.decorator.js';
import { Keys } from '../../users/keys.js';
import type { Reader } from '../../users/reader.js';
import { addressAlone } from '../../platform/networks/network.rules.js';
import { isReading } from './reading.http.js';
import type { Visit, Visitor } from './visit.js';

/** Seconds a browser is known: longer than any window of the meter. */
const remembered = 400 * 24 * 60 * 60;

/** Most are never asked for their name. */
class NewVisitor implements Visitor {
  readonly isNew = true;
  private name: string | undefined;

  get id(): string {
    return (this.name ??= uuid());
  }
}

@Injectable()
export class Visits {
  constructor(
    private readonly config: Config,
    private readonly keys: Keys,
  ) {}

  /** @param giftToken from the address, unproven */
  of(request: FastifyRequest, reader: Reader | null, giftToken: string | null = null): Visit {
    const visit = this.asSent(request, reader, giftToken);
    if (reader === null || reader.impersonatedById === null) return visit;
    // Staff who read as her bring nothing of their own, and leave everything as it is.
    const visitor = new NewVisitor();
    return { ...visit, visitor, address: '', giftToken: null, maySpend: false };
  }

  private asSent(request: FastifyRequest, reader: Reader | null, giftToken: string | null): Visit {
    return {
      reader,
      visitor: this.visitorOf(request),
      address: addressAlone(request.ip),
      userAgent: request.headers['user-agent'] ?? '',
      acceptLanguage: request.headers['accept-language'] ?? '',
      giftToken,
      maySpend: isReading(request),
    };
  }

  /** The browser behind a request; a new one where none says who it is, or says it without our seal. */
  visitorOf({ cookies }: Pick<Device, 'cookies'>): Visitor {
    const value = cookies[this.cookieName];
    const id = value === undefined ? null : this.keys.visitor.open(value);
    if (value === undefined || !isUUID(id)) return new NewVisitor();
    return { id: id as string, isNew: false, isOld: this.keys.visitor.isOld(value) };
  }

  /** Scripts cannot read the cookie; it says nothing but that the same browser comes again. */
  remember(reply: FastifyReply, { id, isNew, isOld }: Visitor): void {
    if (!isNew && isOld !== true) return;
    void reply.setCookie(this.cookieName, this.keys.visitor.close(id), {
      httpOnly: true,
      secure: this.config.isHttps,
      sameSite: 'lax',
      path: '/',
      maxAge: remembered,
    });
  }

  private get cookieName(): string {
    return this.config.isHttps ? '__Host-broadsheet-visitor' : 'broadsheet-visitor';
  }
}
