/** A town whose paper is full: the articles, authors and sections that the seed plants. */
import { plantContent } from '../../prisma/seed/content/plant-content.js';
import { ArticleDeskService } from '../../src/articles/desk/article-desk.service.js';
import { ArticlePublishing } from '../../src/articles/desk/article-publishing.service.js';
import { AuthorDesk } from '../../src/articles/desk/author-desk.service.js';
import { SectionDesk } from '../../src/articles/desk/section-desk.service.js';
import { type TestTown, startTestTown } from './town.js';

export interface ListAnswer {
  items: { slug: string; publishedAt: string }[];
  nextCursor: string | null;
}

export async function startPaperTown(): Promise<TestTown> {
  const town = await startTestTown();
  await printPaper(town);
  return town;
}

/** @param authorId who has written what its author with a desk has written */
export async function printPaper(town: TestTown, authorId: string | null = null): Promise<void> {
  const desks = {
    articles: town.app.get(ArticleDeskService, { strict: false }),
    publishing: town.app.get(ArticlePublishing, { strict: false }),
    authors: town.app.get(AuthorDesk, { strict: false }),
    sections: town.app.get(SectionDesk, { strict: false }),
  };
  await plantContent(desks, new Date('2026-06-01T12:00:00Z'), authorId);
}
