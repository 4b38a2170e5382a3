/** Stands behind the session guard: some doors want a proof of the last ten minutes besides the session. */
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { RequestOfReader } from '../current-reader.decorator.js';
import { freshProofRequired } from '../users.errors.js';
import { FRESH_PROOF } from './demands-fresh-proof.decorator.js';
import { isFresh } from './fresh-proof.rules.js';

@Injectable()
export class FreshProofGuard implements CanActivate {
  constructor(private readonly clock: Clock) {}

  canActivate(context: ExecutionContext): boolean {
    const places = [context.getHandler(), context.getClass()];
    if (!places.some((place) => Reflect.getMetadata(FRESH_PROOF, place) === true)) return true;
    const { user: reader } = context.switchToHttp().getRequest<RequestOfReader>();
    // Without a reader the route is marked as open by mistake: that closes it.
    const now = this.clock.now();
    if (!reader || !isFresh(reader.provenAt, now)) throw freshProofRequired();
    return true;
  }
}
