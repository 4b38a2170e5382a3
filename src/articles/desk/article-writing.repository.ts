/** What all writing repositories of this room share: Prisma's manners made ours. */
import { Prisma } from '../../platform/database/generated/client.js';
import { articleNotFound, referenceGone, slugTaken } from '../articles.errors.js';

/** What is announced when something changes that readers see of articles: theirs, their sections', their authors'. */
export const paperTopic = 'paper';

/**
 * @throws Problem 409 `articles/slug-taken`, or `articles/reference-gone` where what is named was deleted just now;
 *   404 where that is what was to be written
 */
export async function orSlugTaken<Result>(slug: string, write: Promise<Result>): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    const code = error instanceof Prisma.PrismaClientKnownRequestError ? error.code : null;
    if (code === 'P2002') throw slugTaken(slug);
    if (code === 'P2003') throw referenceGone();
    if (code === 'P2025') throw articleNotFound();
    throw error;
  }
}

/** Prisma refuses a field that is present but undefined. */
export function withoutUndefined<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Fields;
}
