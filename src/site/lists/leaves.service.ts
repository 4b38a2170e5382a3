/** Opens one page of a list of articles, and says where the pages beside it are. */
import { Injectable } from '@nestjs/common';
import type { ArticleFilter } from '../../articles/article.js';
import { ArticleListing } from '../../articles/article-listing.service.js';
import { presentCard } from '../../articles/article.presenter.js';
import { nextChangeOf } from '../../articles/gate-schedule.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { secondsShared } from '../../platform/http/shared-answers.js';
import type { LeafProps } from '../page-props.js';

/** Articles on a page. */
const listed = 20;

@Injectable()
export class Leaves {
  constructor(
    private readonly listing: ArticleListing,
    private readonly clock: Clock,
  ) {}

  /**
   * @param path of the list's first page
   * @param after what stands in the address as `cursor`
   * @returns also for how many seconds the page stays as it is
   * @throws Problem 400 `request/invalid-cursor`
   */
  async open(
    filter: ArticleFilter,
    path: string,
    after: unknown,
  ): Promise<{ leaf: LeafProps; seconds: number }> {
    const cursor = typeof after === 'string' ? after : undefined;
    const { items, nextCursor, newer } = await this.listing.leaf(filter, { limit: listed, cursor });
    const at = (place: string | null | undefined): string =>
      place ? `${path}?cursor=${place}` : path;
    const leaf = {
      cards: items.map(presentCard),
      path: at(cursor),
      older: nextCursor === null ? null : at(nextCursor),
      newer: newer === undefined ? null : at(newer.cursor),
    };
    return { leaf, seconds: secondsShared(this.clock.now(), nextChangeOf(items)) };
  }
}
