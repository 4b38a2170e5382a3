/** Counts for an article the memberships that began at its wall, in the transactions that write them. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Joins } from '../../billing/checkout/joins.facts.js';
import { utcDay } from '../../platform/clock/utc-day.rules.js';
import { ArticleDays } from './article-days.repository.js';

@Injectable()
export class CountedJoins implements OnModuleInit {
  constructor(
    private readonly joins: Joins,
    private readonly articles: ArticleDays,
  ) {}

  onModuleInit(): void {
    this.joins.hear(({ articleId, begunAt }) => this.articles.addJoin(articleId, utcDay(begunAt)));
  }
}
