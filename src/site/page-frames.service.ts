/** Puts together what stands around every page, and says who is looking at it. */
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ArticleListing } from '../articles/article-listing.service.js';
import { MembershipKeeper } from '../memberships/membership-keeper.service.js';
import { CookieSessionService, type SessionCookie } from '../users/cookie-session.service.js';
import type { Reader } from '../users/reader.js';
import { setSessionCookie } from './page.http.js';
import type { PageFrame, SignedInReader } from './page-props.js';
import { SiteAssets } from './site-assets.js';

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
    private readonly memberships: MembershipKeeper,
    private readonly assets: SiteAssets,
  ) {}

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
      ...this.bare(path),
      sections: sections.map(({ slug, name }) => ({ slug, name })),
    };
    if (reader === null) return { reader, frame };
    return { reader, frame: { ...frame, reader: await this.describe(reader) } };
  }

  /** Without anything that has to be looked up. */
  bare(path: string): PageFrame {
    return { path, stylesheet: this.assets.hrefOf('site.css'), sections: [], reader: null };
  }

  private async describe({ id, name, email }: Reader): Promise<SignedInReader> {
    const { state } = await this.memberships.standing(id);
    return { name, email, state };
  }
}
