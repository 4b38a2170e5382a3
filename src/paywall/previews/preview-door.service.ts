/** Opens an article for whoever holds a preview link of it, and nothing else: for the API and the site alike. */
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { mintAccessPass } from '../../articles/access-pass.mint.js';
import { ArticleRepository } from '../../articles/article.repository.js';
import { withoutMarker } from '../../articles/paywall-cut.rules.js';
import { notFound } from '../../platform/http/problem.js';
import { changesTooFast } from '../reading/reading.service.js';
import { type OpenPreview, PreviewJudge } from './preview-judge.service.js';

export interface Previewed extends OpenPreview {
  /** The whole text. */
  bodyHtml: string;
}

/** How often an article is looked up anew that changes while it is being opened. */
const mostAttempts = 3;

@Injectable()
export class PreviewDoor {
  constructor(
    private readonly previews: PreviewJudge,
    private readonly articles: ArticleRepository,
  ) {}

  /** @throws Problem 404, whatever is wrong with the link; nothing tells it from an unknown address */
  async open(token: string, reply: FastifyReply): Promise<Previewed> {
    const previewed = await this.read(token);
    if (previewed === null) throw notFound();
    // The address is the key: no cache keeps what it opens, no engine lists it, no link hands it on.
    void reply.headers({
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
    });
    return previewed;
  }

  private async read(token: string): Promise<Previewed | null> {
    for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
      const open = await this.previews.judge(token);
      if (open === null) return null;
      const pass = mintAccessPass(open.article, { granted: true, via: 'preview' });
      const text = await this.articles.readText(pass);
      if (text !== null) return { ...open, bodyHtml: withoutMarker(text) };
    }
    throw changesTooFast();
  }
}
