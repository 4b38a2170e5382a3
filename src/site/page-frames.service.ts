/** Puts together what stands around every page, and says who is looking at it. */
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ArticleListing } from '../articles/article-listing.service.js';
import { MembershipInHand } from '../memberships/membership-in-hand.service.js';
import { CookieSessionService } from '../users/sessions/cookie-session.service.js';
import type { Reader } from '../users/reader.js';
import type { SessionCookie } from '../users/sessions/session-cookies.js';
import { Language } from '../words/language.js';
import type { Words } from '../words/words.js';
import { BareFrames } from './bare-frames.service.js';
import { setSessionCookie } from './page.http.js';
import type { PageFrame, SignedInReader } from './page-frame.js';

export interface Visit {
  /** null for a stranger */
  reader: Reader | null;
  frame: PageFrame;
}

@Injectable()
export class PageFrames {
  constructor(
    private readonly cookies: CookieSessionService,
    private readonly listing: ArticleListing,
    private readonly memberships: MembershipInHand,
    private readonly bare: BareFrames,
    private readonly language: Language,
  ) {}

  /** What a page says when something went wrong before it had a frame. */
  get words(): Words {
    return this.language.words;
  }

  /**
   * Also keeps her signed in: who comes by has her session prolonged.
   * @param reply null where no cookie can be set
   * @param path of the page, where signing in brings her back to
   */
  async visit(request: FastifyRequest, reply: FastifyReply | null, path: string): Promise<Visit> {
    const renew =
      reply === null ? undefined : (cookie: SessionCookie) => setSessionCookie(reply, cookie);
    const [reader, sections] = await Promise.all([
      this.cookies.readerOf(request, renew),
      this.listing.sections(),
    ]);
    const frame = {
      ...this.bare.of(path),
      sections: sections.map(({ slug, name }) => ({ slug, name })),
    };
    if (reader === null) return { reader, frame };
    return { reader, frame: { ...frame, reader: await this.describe(reader) } };
  }

  private async describe(reader: Reader): Promise<SignedInReader> {
    const { standing } = await this.memberships.of(reader);
    return { name: reader.name, email: reader.email, state: standing.state };
  }
}
