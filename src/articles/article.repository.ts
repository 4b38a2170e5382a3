/** Remembers published articles for readers; the gated text only for who holds a pass. */
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Prisma } from '../platform/database/generated/client.js';
import type { AccessPass } from './access-pass.js';
import type { ArticleCard, ArticleCursor, ArticleFilter, PublicArticle } from './article.js';
import { articleColumns, cardColumns, storedKind, toCard, toPublicArticle } from './article-row.js';

@Injectable()
export class ArticleRepository {
  constructor(private readonly database: Database) {}

  async findPublishedBySlug(slug: string): Promise<PublicArticle | null> {
    const row = await this.database.client.article.findUnique({
      where: { slug, status: 'published' },
      select: articleColumns,
    });
    return row === null ? null : toPublicArticle(row);
  }

  /** The newest first. */
  async listPublished(
    filter: ArticleFilter,
    after: ArticleCursor | null,
    limit: number,
  ): Promise<ArticleCard[]> {
    const rows = await this.database.client.article.findMany({
      where: { AND: [{ status: 'published' }, ...conditions(filter), ...position(after)] },
      orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
      take: limit,
      select: cardColumns,
    });
    return rows.map(toCard);
  }

  /** The whole current text, with the editor's marker in it. */
  async readText(pass: AccessPass): Promise<string> {
    const row = await this.database.client.article.findUniqueOrThrow({
      where: { id: pass.articleId },
      select: { currentText: { select: { bodyHtml: true } } },
    });
    return row.currentText?.bodyHtml ?? '';
  }
}

function conditions(filter: ArticleFilter): Prisma.ArticleWhereInput[] {
  const { section, tag, author, kind } = filter;
  return [
    ...(section === undefined ? [] : [{ section: { slug: section } }]),
    ...(tag === undefined ? [] : [{ tags: { some: { tag: { slug: tag } } } }]),
    ...(author === undefined ? [] : [{ authors: { some: { author: { slug: author } } } }]),
    ...(kind === undefined ? [] : [{ kind: storedKind(kind) }]),
  ];
}

function position(after: ArticleCursor | null): Prisma.ArticleWhereInput[] {
  if (after === null) return [];
  const { publishedAt, id } = after;
  return [{ OR: [{ publishedAt: { lt: publishedAt } }, { publishedAt, id: { lt: id } }] }];
}
