/** Remembers plans. */
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/database.js';
import { Prisma } from '../platform/database/generated/client.js';
import type { Audience, Plan } from './plan.js';

export interface PlanDraft {
  slug: string;
  name: string;
  description: string;
  benefits: string[];
  trialDays: number;
  audience: Audience;
}

const withPrices = {
  prices: { where: { status: { not: 'archived' } }, orderBy: { createdAt: 'asc' } },
} satisfies Prisma.PlanInclude;

@Injectable()
export class PlanRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Plans that are not archived, the oldest first. */
  listCurrent(): Promise<Plan[]> {
    return this.database.client.plan.findMany({
      where: { archivedAt: null },
      orderBy: { createdAt: 'asc' },
      include: withPrices,
    });
  }

  listAll(): Promise<Plan[]> {
    return this.database.client.plan.findMany({
      orderBy: { createdAt: 'asc' },
      include: withPrices,
    });
  }

  find(id: string): Promise<Plan | null> {
    return this.database.client.plan.findUnique({ where: { id }, include: withPrices });
  }

  /** @returns the plan, or 'slug-taken' */
  async create(draft: PlanDraft): Promise<Plan | 'slug-taken'> {
    const now = this.clock.now();
    return unlessSlugTaken(
      this.database.client.plan.create({
        data: { ...draft, createdAt: now, updatedAt: now },
        include: withPrices,
      }),
    );
  }

  async edit(id: string, changes: Partial<PlanDraft>): Promise<Plan | 'slug-taken'> {
    return unlessSlugTaken(
      this.database.client.plan.update({
        where: { id },
        data: { ...changes, updatedAt: this.clock.now() },
        include: withPrices,
      }),
    );
  }

  async archive(id: string): Promise<void> {
    const now = this.clock.now();
    await this.database.client.plan.update({
      where: { id },
      data: { archivedAt: now, updatedAt: now },
    });
  }

  /** @returns false when the plan has ever had a price */
  async deleteUnsold(id: string): Promise<boolean> {
    const { count } = await this.database.client.plan.deleteMany({
      where: { id, prices: { none: {} } },
    });
    return count === 1;
  }
}

async function unlessSlugTaken<T>(write: Promise<T>): Promise<T | 'slug-taken'> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
      return 'slug-taken';
    }
    throw error;
  }
}
