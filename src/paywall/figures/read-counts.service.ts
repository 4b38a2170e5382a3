/**
 * Counts how often articles are read, in memory and out of every reader's way. What was counted is written down
 * every few seconds, in one statement, and when the process stops; one that is killed loses those seconds.
 */
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { utcDay } from '../../platform/clock/utc-day.rules.js';
import type { Denial } from '../decision/decide-access.rules.js';
import type { Visit } from '../reading/visit.js';
import { type ArticleCount, ArticleDays } from './article-days.repository.js';
import { type CountedReading, countedAs } from './counted-reading.rules.js';
import { type Outcome, ReadMetrics } from './read.metrics.js';

/** Milliseconds between two writings. */
const rhythm = 5_000;

type Tally = { -readonly [Key in keyof ArticleCount]: ArticleCount[Key] };

@Injectable()
export class ReadCounts implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('ReadCounts');
  /** By day and article. */
  private readonly tallies = new Map<string, Tally>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  private isFailing = false;

  constructor(
    private readonly articles: ArticleDays,
    private readonly clock: Clock,
    private readonly metrics: ReadMetrics,
  ) {}

  /** For the process's own metrics everything counts, machines among it. */
  count(articleId: string, outcome: Outcome, visit: Visit): void {
    this.metrics.count(outcome);
    const as = countedAs(outcome.via, visit);
    if (as !== null) this.add({ articleId, day: utcDay(this.clock.now()), ...nothing, [as]: 1 });
  }

  /** A stranger's before the wall, who was sent what is kept for all of them. */
  countTeaser(
    articleId: string,
    denial: Denial,
    { headers }: Pick<FastifyRequest, 'headers'>,
  ): void {
    this.metrics.count({ via: null, denial });
    const userAgent = headers['user-agent'] ?? '';
    const as = countedAs(null, { reader: null, userAgent, maySpend: true });
    if (as !== null) this.add({ articleId, day: utcDay(this.clock.now()), ...nothing, [as]: 1 });
  }

  /** Writes down what was counted until now, after what is being written already. */
  flush(): Promise<void> {
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  onApplicationBootstrap(): void {
    // Nobody waits for it: a process that has nothing else to do may end.
    this.timer = setInterval(() => void this.flush(), rhythm).unref();
  }

  /** After the last request. */
  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.flush();
  }

  private add(count: ArticleCount): void {
    const key = `${count.day} ${count.articleId}`;
    const known = this.tallies.get(key);
    if (known === undefined) {
      this.tallies.set(key, { ...count });
      return;
    }
    known.fullReads += count.fullReads;
    known.teasers += count.teasers;
  }

  private async write(): Promise<void> {
    const counts = [...this.tallies.values()];
    if (counts.length === 0) return;
    this.tallies.clear();
    try {
      await this.articles.add(counts);
      this.isFailing = false;
    } catch (error) {
      // They count with the next ones, once the database is back.
      for (const count of counts) this.add(count);
      if (!this.isFailing) this.logger.warn(`Reads are counted and not written: ${String(error)}`);
      this.isFailing = true;
    }
  }
}

const nothing: Record<CountedReading, number> = { fullReads: 0, teasers: 0 };
