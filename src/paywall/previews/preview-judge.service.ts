/** Judges a preview link: which article it opens now, if any. */
import { Injectable } from '@nestjs/common';
import type { DeskArticle } from '../../articles/article.js';
import { ArticleDeskRepository } from '../../articles/desk/article-desk.repository.js';
import { Clock } from '../../platform/clock/clock.js';
import { ReaderDirectory } from '../../users/reader-directory.service.js';
import { opens } from './preview.rules.js';
import { PreviewLinks } from './preview-links.service.js';
import { PreviewRepository } from './preview.repository.js';

/** An article in any status, opened by a link until it expires. */
export interface OpenPreview {
  article: DeskArticle;
  expiresAt: Date;
}

@Injectable()
export class PreviewJudge {
  constructor(
    private readonly links: PreviewLinks,
    private readonly previews: PreviewRepository,
    private readonly articles: ArticleDeskRepository,
    private readonly makers: ReaderDirectory,
    private readonly clock: Clock,
  ) {}

  /** @returns null, whatever is wrong with the link */
  async judge(token: string): Promise<OpenPreview | null> {
    const id = this.links.previewIn(token);
    const preview = id === null ? null : await this.previews.find(id);
    if (preview === null) return null;
    const [article, maker] = await Promise.all([
      this.articles.find(preview.articleId),
      this.makers.byId(preview.createdById),
    ]);
    if (article === null || !opens(preview, article, maker, this.clock.now())) return null;
    return { article, expiresAt: preview.expiresAt };
  }
}
