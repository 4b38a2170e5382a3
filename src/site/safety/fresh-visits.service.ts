/** Who comes to a page where being signed in is not enough: shown to the sign-in, or to the page of the fresh proof. */
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { isFresh } from '../../users/fresh-proof/fresh-proof.rules.js';
import type { Reader } from '../../users/reader.js';
import { PageFrames } from '../page-frames.service.js';
import type { PageFrame } from '../page-props.js';
import { paths, withReturnTo } from '../site-paths.js';

export type FreshVisit = { reader: Reader; frame: PageFrame } | { detour: string };

@Injectable()
export class FreshVisits {
  constructor(
    private readonly clock: Clock,
    private readonly frames: PageFrames,
  ) {}

  /** @param path of the page, where she comes back to */
  async of(request: FastifyRequest, reply: FastifyReply, path: string): Promise<FreshVisit> {
    const { reader, frame } = await this.frames.visit(request, reply, path);
    if (reader === null) return { detour: withReturnTo(paths.signIn, path) };
    if (!isFresh(reader.provenAt, this.clock.now())) {
      return { detour: withReturnTo(paths.proof, path) };
    }
    return { reader, frame };
  }
}
