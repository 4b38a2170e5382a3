/** How much the town has read in the last month: made up, as its readers are, and the same each time. */
import { utcDay } from '../../src/platform/clock/utc-day.rules.js';
import { lastDays } from '../../src/platform/clock/day-window.rules.js';
import type { Database } from '../../src/platform/database/database.js';
import type {
  ArticleCount,
  ArticleDays,
} from '../../src/paywall/figures/article-days.repository.js';

/** From Sunday on: much is read in the middle of the week, little on Saturdays. */
const weekdays = [0.8, 1, 1.1, 1.3, 1.2, 1, 0.6];

/** Of a hundred who come, how many are given the whole text. */
const given = { public: 100, registered: 60, metered: 40, members: 20 };

/** Readers of an article on a common day; the newest are read most. */
const readersOf = (place: number): number => 360 / (place + 3);

export async function plantFigures(
  database: Pick<Database, 'client'>,
  figures: ArticleDays,
  now: Date,
): Promise<void> {
  const articles = await database.client.article.findMany({
    where: { status: 'published' },
    select: { id: true, gate: true, publishedAt: true },
    orderBy: [{ publishedAt: 'desc' }, { slug: 'asc' }],
  });
  const counts = articles.flatMap(({ id: articleId, gate, publishedAt }, place) =>
    lastDays(30, now)
      .days.filter((day) => publishedAt !== null && day >= utcDay(publishedAt))
      .map((day): ArticleCount => {
        const readers = Math.round(readersOf(place) * (weekdays[new Date(day).getUTCDay()] ?? 1));
        const fullReads = Math.round((readers * given[gate]) / 100);
        return { articleId, day, fullReads, teasers: readers - fullReads };
      }),
  );
  await figures.add(counts);
}
