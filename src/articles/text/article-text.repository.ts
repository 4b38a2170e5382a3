/** Remembers every version of an article's whole text; a version, once written, is never changed. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { countWordsOfHtml } from './words.rules.js';

@Injectable()
export class ArticleTextRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Adds a version and makes it the current one. The article must be locked by the caller's transaction. */
  async add(articleId: string, bodyHtml: string, editorId: string | null): Promise<void> {
    const { client } = this.database;
    const { title, standfirst } = await client.article.findUniqueOrThrow({
      where: { id: articleId },
      select: { title: true, standfirst: true },
    });
    const last = await client.articleText.aggregate({
      where: { articleId },
      _max: { number: true },
    });
    const { id } = await client.articleText.create({
      data: {
        articleId,
        title,
        standfirst,
        bodyHtml,
        words: countWordsOfHtml(bodyHtml),
        editorId,
        number: (last._max.number ?? 0) + 1,
        createdAt: this.clock.now(),
      },
      select: { id: true },
    });
    await client.article.update({
      where: { id: articleId },
      data: { currentTextId: id },
      select: { id: true },
    });
  }

  /** The staff's path to the text; readers' goes through a pass. */
  async current(articleId: string): Promise<string | null> {
    const row = await this.database.client.article.findUnique({
      where: { id: articleId },
      select: { currentText: { select: { bodyHtml: true } } },
    });
    return row === null ? null : (row.currentText?.bodyHtml ?? '');
  }
}
