/** Counts each request of a route with `@Limited`, once it is known who asks and before anything is read of it. */
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { LimitRule } from './limit.rules.js';
import { LIMITS_OF_ROUTE } from './limited.decorator.js';
import { Limits } from './limits.service.js';

/** Whom the session guard has found, as far as it matters here. */
type AskedBy = FastifyRequest & { user?: { id: string } | null };

@Injectable()
export class LimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly limits: Limits,
  ) {}

  /** @throws Problem 429 `request/too-many` */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rules = this.reflector.get<readonly LimitRule[] | undefined>(
      LIMITS_OF_ROUTE,
      context.getHandler(),
    );
    if (rules === undefined) return true;
    const { user } = context.switchToHttp().getRequest<AskedBy>();
    await this.limits.take(rules, user?.id ?? null);
    return true;
  }
}
