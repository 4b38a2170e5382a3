/** Remembers at which article's wall a purchase began, so that the article is known by what it has led to. */
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

@Injectable()
export class PurchaseOrigins {
  constructor(private readonly database: Database) {}

  /**
   * The last wall counts, and one that is nowhere counts for nothing: it stops no purchase. What is not published any
   * more is nowhere, also by an address that it has left: she would learn by which name it goes now.
   * @param slug of the article, or one that it has left
   */
  async remember(checkoutId: string, slug: string): Promise<void> {
    await this.database.client.$executeRaw`
      update checkouts set "articleId" = wall.id
      from (
        select id from articles where slug = ${slug}
        union all select "articleId" from former_slugs where slug = ${slug}
      ) named join articles wall on wall.id = named.id and wall.status = 'published'
      where checkouts.id = ${checkoutId}::uuid`;
  }

  /** @returns the article; null where nothing is known, and for a purchase that is not this reader's */
  async of(checkoutId: string, userId: string): Promise<string | null> {
    const checkout = await this.database.client.checkout.findFirst({
      where: { id: checkoutId, userId },
      select: { articleId: true },
    });
    return checkout?.articleId ?? null;
  }
}
