/** Closed by default: every route demands a session, unless it says how it is open. */
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Config } from '../../platform/config/config.js';
import { OPTIONAL_SESSION, PUBLIC_ROUTE } from '../../platform/http/access.decorators.js';
import { Bearers } from './bearers.service.js';
import type { RequestOfReader } from '../current-reader.decorator.js';
import { readOnly } from '../impersonation/impersonation.errors.js';
import { isOpenTo } from '../impersonation/impersonation.rules.js';
import { REQUIRED_PERMISSION } from '../staff/permission.decorator.js';
import { type Permission, can } from '../staff/permissions.rules.js';
import type { Reader } from '../reader.js';
import { secondFactorMissing } from '../second-factor/second-factor.errors.js';
import { lacksSecondFactor } from '../second-factor/second-factor.rules.js';
import { forbidden, invalidAccessToken, sessionRequired } from '../users.errors.js';

interface Door {
  open: boolean;
  optional: boolean;
  permission: Permission | undefined;
}

@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly config: Config,
    private readonly bearers: Bearers,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const door = doorOf(context);
    if (door.open) return true;
    const request = context.switchToHttp().getRequest<RequestOfReader>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    reply.header('vary', 'authorization');
    const presented = authorizationOf(request);
    if (presented === 'none') {
      if (door.optional) return true;
      throw sessionRequired();
    }
    if (presented === 'unreadable') throw invalidAccessToken();
    const reader = await this.bearers.readerOf(request);
    if (reader === null) throw invalidAccessToken();
    request.user = reader;
    const { method, routeOptions } = request;
    if (!isOpenTo(reader, { method, route: routeOptions.url ?? '' })) throw readOnly();
    if (door.permission !== undefined) this.demand(door.permission, reader);
    // What is said to somebody signed in is hers alone; a handler may say otherwise.
    reply.header('cache-control', 'private, no-store');
    return true;
  }

  private demand(permission: Permission, reader: Reader): void {
    if (!can(reader.roles, permission)) throw forbidden();
    if (lacksSecondFactor(reader, this.config.demandsSecondFactor)) throw secondFactorMissing();
  }
}

/** By class and handler: what a route says of itself never changes. */
const doors = new WeakMap<object, WeakMap<object, Door>>();

function doorOf(context: ExecutionContext): Door {
  const [place, handler] = [context.getClass(), context.getHandler()];
  let ofPlace = doors.get(place);
  if (ofPlace === undefined) doors.set(place, (ofPlace = new WeakMap()));
  let door = ofPlace.get(handler);
  if (door === undefined) ofPlace.set(handler, (door = doorAt([handler, place])));
  return door;
}

/** The handler's own words go before its class's; a named permission goes before any openness. */
function doorAt(places: readonly object[]): Door {
  for (const place of places) {
    const permission = Reflect.getMetadata(REQUIRED_PERMISSION, place) as Permission | undefined;
    if (permission !== undefined) return { open: false, optional: false, permission };
    if (Reflect.getMetadata(OPTIONAL_SESSION, place) === true) {
      return { open: false, optional: true, permission };
    }
    if (Reflect.getMetadata(PUBLIC_ROUTE, place) === true) {
      return { open: true, optional: false, permission };
    }
  }
  return { open: false, optional: false, permission: undefined };
}

/** Node keeps the first of two Authorization headers and hides the second: only the raw list shows it. */
function authorizationOf(request: RequestOfReader): 'bearer' | 'none' | 'unreadable' {
  const { rawHeaders } = request.raw;
  let given: string | undefined;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length !== 13 || name.toLowerCase() !== 'authorization') continue;
    if (given !== undefined) return 'unreadable';
    given = rawHeaders[at + 1] ?? '';
  }
  if (given === undefined) return 'none';
  return /^bearer +[\w-]+\.[\w-]+\.[\w-]+ *$/i.test(given) ? 'bearer' : 'unreadable';
}
