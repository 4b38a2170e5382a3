/** Asks AI crawlers that say who they are for a licence, where the admin wants it; readers and search engines never. */
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { Config } from '../../platform/config/config.js';
import { LICENCE_FREE } from '../../platform/http/access.decorators.js';
import { ACCESS_TOKEN } from '../../users/sessions/access-token.strategy.js';
import { CookieSessionService } from '../../users/sessions/cookie-session.service.js';
import type { RequestOfReader } from '../../users/current-reader.decorator.js';
import { isAiCrawler } from './claims.rules.js';
import { licencePath } from './licence-path.js';
import { MachineSettingsRepository } from './machine-settings.repository.js';
import { licenceRequired } from './machines.errors.js';

/** Finds the reader of an access token also on routes that look at none; a wrong token is nobody's. */
class AccessTokenGlance extends AuthGuard(ACCESS_TOKEN) {
  override handleRequest<Found>(error: Error | null, reader: Found | false | null): Found {
    if (error !== null) throw error;
    return (reader === false ? null : reader) as Found;
  }
}

@Injectable()
export class LicenceGuard implements CanActivate {
  private readonly glance = new AccessTokenGlance();

  constructor(
    private readonly config: Config,
    private readonly reflector: Reflector,
    private readonly settings: MachineSettingsRepository,
    private readonly cookies: CookieSessionService,
  ) {}

  /** Stands before every route that is read, whoever wrote it, and lets by what says that it needs no licence. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<RequestOfReader>();
    if (request.method !== 'GET' && request.method !== 'HEAD') return true;
    if (!isAiCrawler(request.headers['user-agent'] ?? '')) return true;
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(LICENCE_FREE, places)) return true;
    if ((await this.settings.read()).aiCrawlers === 'allowed') return true;
    if (await this.isSignedIn(context, request)) return true;
    throw licenceRequired(`${this.config.publicUrl}${licencePath}`);
  }

  private async isSignedIn(context: ExecutionContext, request: RequestOfReader): Promise<boolean> {
    if (request.user !== undefined && request.user !== null) return true;
    if (request.headers.authorization !== undefined) await this.glance.canActivate(context);
    return Boolean(request.user) || (await this.cookies.readerOf(request)) !== null;
  }
}
