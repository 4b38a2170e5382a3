/** Asks AI crawlers that say who they are for a licence, where the admin wants it; readers and search engines never. */
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Config } from '../../platform/config/config.js';
import { LICENCE_FREE } from '../../platform/http/access.decorators.js';
import { Bearers } from '../../users/sessions/bearers.service.js';
import { CookieSessionService } from '../../users/sessions/cookie-session.service.js';
import type { RequestOfReader } from '../../users/current-reader.decorator.js';
import { isAiCrawler } from './claims.rules.js';
import { licencePath } from './licence-path.js';
import { MachineSettingsRepository } from './machine-settings.repository.js';
import { licenceRequired } from './machines.errors.js';

@Injectable()
export class LicenceGuard implements CanActivate {
  constructor(
    private readonly config: Config,
    private readonly reflector: Reflector,
    private readonly settings: MachineSettingsRepository,
    private readonly cookies: CookieSessionService,
    private readonly bearers: Bearers,
  ) {}

  /** Stands before every route that is read, whoever wrote it, and lets by what says that it needs no licence. */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = context.switchToHttp().getRequest<RequestOfReader>();
    if (request.method !== 'GET' && request.method !== 'HEAD') return true;
    return !isAiCrawler(request.headers['user-agent'] ?? '') || this.admits(context, request);
  }

  private async admits(context: ExecutionContext, request: RequestOfReader): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(LICENCE_FREE, places)) return true;
    if ((await this.settings.read()).aiCrawlers === 'allowed') return true;
    if (await this.isSignedIn(request)) return true;
    throw licenceRequired(`${this.config.publicUrl}${licencePath}`);
  }

  /** Also on routes that look at no access token; a wrong one is nobody's. */
  private async isSignedIn(request: RequestOfReader): Promise<boolean> {
    if (request.user !== undefined && request.user !== null) return true;
    const reader = await this.bearers.readerOf(request);
    return (reader ?? (await this.cookies.readerOf(request))) !== null;
  }
}
