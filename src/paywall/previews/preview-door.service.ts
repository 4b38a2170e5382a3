/** Opens an article for whoever holds a preview link of it, and nothing else: for the API and the site alike. */
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { mintAccessPass } from '../../articles/access-pass.mint.js';
import { ArticleRepository } from '../../articles/article.repository.js';
import { notFound } from '../../platform/http/problem.js';
import { type Changed, changed, whileItChanges } from '../reading/while-it-changes.js';
import { type OpenPreview, PreviewJudge } from './preview-judge.service.js';

export interface Previewed extends OpenPreview {
  /** The whole text. */
  bodyHtml: string;
}

@Injectable()
export class PreviewDoor {
  constructor(
    private readonly previews: PreviewJudge,
    private readonly articles: ArticleRepository,
  ) {}

  /**
   * @throws Problem 404, whatever is wrong with the link; nothing tells it from an unknown address. 503 while
   *   the article is changed again and again
   */
  async open(token: string, reply: FastifyReply): Promise<Previewed> {
    const previewed = await whileItChanges(() => this.read(token));
    if (previewed === null) throw notFound();
    // The address is the key: no cache keeps what it opens, no engine lists it, no link hands it on.
    void reply.headers({
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
    });
    return previewed;
  }

  private async read(token: string): Promise<Previewed | Changed | null> {
    const open = await this.previews.judge(token);
    if (open === null) return null;
    const pass = mintAccessPass(open.article, { granted: true, via: 'preview' });
    const text = await this.articles.readText(pass);
    return text === null ? changed : { ...open, bodyHtml: text };
  }
}
