/** Puts together how the publication does, from the rooms below. */
import { Injectable } from '@nestjs/common';
import { BooksHealth, type BooksState } from '../../billing/figures/books-health.service.js';
import {
  type SellingFigures,
  SellingReports,
} from '../../billing/figures/selling-report.service.js';
import type { Census } from '../../memberships/figures/census.rules.js';
import { MemberCensus } from '../../memberships/figures/member-census.service.js';
import { ArticleDays, type ArticleFigures } from '../../paywall/figures/article-days.repository.js';
import { Clock } from '../../platform/clock/clock.js';
import { type DayWindow, lastDays } from '../../platform/clock/day-window.rules.js';
import { KeptAnswers } from './kept-answers.js';

export interface OverviewFigures {
  window: DayWindow;
  members: Census;
  selling: SellingFigures;
  books: BooksState;
  mostRead: ArticleFigures[];
  mostConverting: ArticleFigures[];
}

@Injectable()
export class Overview {
  private readonly kept = new KeptAnswers<number, OverviewFigures>();

  constructor(
    private readonly census: MemberCensus,
    private readonly selling: SellingReports,
    private readonly books: BooksHealth,
    private readonly articles: ArticleDays,
    private readonly clock: Clock,
  ) {}

  /** @param days how many of them, today among them */
  of(days: number): Promise<OverviewFigures> {
    return this.kept.get(days, () => this.count(days));
  }

  /** One after the other: where there are very many members, others are to find a connection meanwhile. */
  private async count(days: number): Promise<OverviewFigures> {
    const window = lastDays(days, this.clock.now());
    const members = await this.census.ofEverybody();
    const selling = await this.selling.of(window);
    const books = await this.books.look();
    const mostRead = await this.articles.top(window, 'fullReads');
    const mostConverting = await this.articles.top(window, 'joins');
    return { window, members, selling, books, mostRead, mostConverting };
  }
}
