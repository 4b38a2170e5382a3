/**
 * Writes readings as they leave over the API. What is said of an article and its text is the same for all who may read
 * it, and is written once; what is said of the access is each reader's own. Nothing is found here without the text in
 * hand, which only a pass opens.
 */
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { PublicArticle } from '../../articles/article.js';
import { paperTopic } from '../../articles/desk/article-writing.repository.js';
import { Announcements } from '../../platform/database/announcements.js';
import { presentAccess, presentText } from './reading.presenter.js';
import type { Reading } from './reading.service.js';

/** Bytes of JSON, and of the texts in it, kept. */
const room = 4 * 1024 * 1024;

interface Written {
  /** As it is on the shelf: another one says something else. */
  readonly article: PublicArticle;
  readonly bodyHtml: string;
  /** All but the access and the last brace. */
  readonly json: string;
}

@Injectable()
export class WrittenReadings {
  private readonly written = new LRUCache<string, Written>({
    maxSize: room,
    sizeCalculation: ({ json, bodyHtml }) => 2 * (json.length + bodyHtml.length),
  });

  constructor(announcements: Announcements) {
    // Nothing of what was withdrawn stays behind.
    announcements.hear(paperTopic, () => this.written.clear());
  }

  /** @returns an `ArticleView` in JSON */
  write(reading: Reading): string {
    return `${this.textOf(reading)},"access":${JSON.stringify(presentAccess(reading))}}`;
  }

  private textOf({ article, bodyHtml }: Reading): string {
    if (bodyHtml === null) return opened({ article, bodyHtml });
    const known = this.written.get(article.id);
    if (known?.article === article && known.bodyHtml === bodyHtml) return known.json;
    const json = opened({ article, bodyHtml });
    this.written.set(article.id, { article, bodyHtml, json });
    return json;
  }
}

const opened = (reading: Pick<Reading, 'article' | 'bodyHtml'>): string =>
  JSON.stringify(presentText(reading)).slice(0, -1);
