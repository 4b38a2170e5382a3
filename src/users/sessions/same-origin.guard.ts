/** Refuses forms that another site sends: stands on every page that takes a POST. */
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Config } from '../../platform/config/config.js';
import { isSameOrigin } from './same-origin.rules.js';
import { crossSite } from '../users.errors.js';

@Injectable()
export class SameOriginGuard implements CanActivate {
  constructor(private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.method === 'GET' || request.method === 'HEAD') return true;
    const { headers } = request;
    const fetchSite = headers['sec-fetch-site'];
    const form = {
      fetchSite: typeof fetchSite === 'string' ? fetchSite : undefined,
      origin: headers.origin,
    };
    const own = [new URL(this.config.publicUrl).origin];
    // Development is opened as localhost and as 127.0.0.1; in production a request cannot choose its host.
    if (!this.config.isProduction && headers.host !== undefined) own.push(`http://${headers.host}`);
    if (!isSameOrigin(form, own)) throw crossSite();
    return true;
  }
}
