/** Remembers every version of every price, and which of them is on sale. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import type { Price } from './plan.js';
import type { PriceTerms } from './price-succession.rules.js';

/** What writes here holds the lock of the plan; see `PlanLock`. */
@Injectable()
export class PriceRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  find(id: string): Promise<Price | null> {
    return this.database.client.price.findUnique({ where: { id } });
  }

  /** A new version waiting for Stripe; the same one again when an earlier attempt was cut short. */
  async openPending(draft: PriceTerms & { planId: string }): Promise<Price> {
    const left = await this.database.client.price.findFirst({
      where: { ...draft, status: 'pending' },
      orderBy: { createdAt: 'desc' },
    });
    return (
      left ?? this.database.client.price.create({ data: { ...draft, createdAt: this.clock.now() } })
    );
  }

  async activate(id: string): Promise<void> {
    await this.database.client.price.update({
      where: { id },
      data: { status: 'active', activatedAt: this.clock.now() },
    });
  }

  /** Takes versions off sale; whoever bought one keeps it. */
  async archive(versions: readonly Price[]): Promise<void> {
    if (versions.length === 0) return;
    await this.database.client.price.updateMany({
      where: { id: { in: versions.map(({ id }) => id) }, status: { not: 'archived' } },
      data: { status: 'archived', archivedAt: this.clock.now() },
    });
  }
}
