/** Who comes to a page where being signed in is not enough: shown to the sign-in, or to the page of the fresh proof. */
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { isFresh } from '../../users/fresh-proof/fresh-proof.rules.js';
import type { Reader } from '../../users/reader.js';
import { PageFrames } from '../page-frames.service.js';
import type { PageFrame } from '../page-frame.js';
import { paths, withReturnTo } from '../site-paths.js';

export interface KnownVisit {
  reader: Reader;
  frame: PageFrame;
  /** Whether she has shown of late that it is her. */
  isFresh: boolean;
}

interface Detour {
  detour: string;
}

@Injectable()
export class FreshVisits {
  constructor(
    private readonly clock: Clock,
    private readonly frames: PageFrames,
  ) {}

  /** @param path of the page, where she comes back to */
  async of(
    request: FastifyRequest,
    reply: FastifyReply,
    path: string,
  ): Promise<KnownVisit | Detour> {
    const visit = await this.known(request, reply, path);
    if ('detour' in visit || visit.isFresh) return visit;
    return { detour: withReturnTo(paths.proof, path) };
  }

  /** The same where it depends on more whether she has to show it. */
  async known(
    request: FastifyRequest,
    reply: FastifyReply,
    path: string,
  ): Promise<KnownVisit | Detour> {
    const { reader, frame } = await this.frames.visit(request, reply, path);
    if (reader === null) return { detour: withReturnTo(paths.signIn, path) };
    return { reader, frame, isFresh: isFresh(reader.provenAt, this.clock.now()) };
  }
}
