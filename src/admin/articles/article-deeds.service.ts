/** Writes down what staff do to articles, with what it changed. The words themselves are kept as revisions. */
import { Injectable } from '@nestjs/common';
import type { DeskArticle } from '../../articles/article.js';
import { ArticleDeskRepository } from '../../articles/desk/article-desk.repository.js';
import { type AuditDetail, changeBetween } from '../../platform/audit/change.rules.js';
import type { Reader } from '../../users/reader.js';
import { Deeds } from '../deeds.service.js';

@Injectable()
export class ArticleDeeds {
  constructor(
    private readonly articles: ArticleDeskRepository,
    private readonly deeds: Deeds,
  ) {}

  created(staff: Reader, work: () => Promise<DeskArticle>): Promise<DeskArticle> {
    return this.deeds.done(staff, work, (article) => ({
      action: 'article.created',
      subject: { kind: 'article', id: article.id },
      change: changeBetween(null, asAudited(article)),
    }));
  }

  /** @param what like `published`, which is written down as `article.published` */
  changed<T>(
    staff: Reader,
    what: string,
    { id, detail }: { id: string; detail?: AuditDetail },
    work: () => Promise<T>,
  ): Promise<T> {
    const look = async () => asAudited(await this.articles.find(id));
    const deed = { action: `article.${what}`, subject: { kind: 'article', id }, look };
    return this.deeds.changed(staff, detail === undefined ? deed : { ...deed, detail }, work);
  }
}

function asAudited(article: DeskArticle | null): AuditDetail | null {
  if (article === null) return null;
  const { section, tags, authors, planIds, heroImage, publishedAt, publishAt, ...rest } = article;
  const { slug, title, kind, gate, freeForHours, freeAfterDays, status, version } = rest;
  return {
    slug,
    title,
    kind,
    gate,
    planIds: planIds.join(' '),
    freeForHours,
    freeAfterDays,
    status,
    section: section?.slug ?? null,
    tags: tags.map((tag) => tag.slug).join(' '),
    authors: authors.map((author) => author.slug).join(' '),
    heroImage: heroImage?.url ?? null,
    heroAlt: heroImage?.alt ?? null,
    heroCaption: heroImage?.caption ?? null,
    heroCredit: heroImage?.credit ?? null,
    publishedAt: publishedAt?.toISOString() ?? null,
    publishAt: publishAt?.toISOString() ?? null,
    version,
  };
}
